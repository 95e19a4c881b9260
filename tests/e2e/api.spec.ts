import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIRequestContext, Page } from "@playwright/test";
import { barriersEverywhere } from "./support/barriers";
import { fill, signIn, speak, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.settings = { BACKGROUND_REST_MS: "300" };
  server.seed(staff());
  await server.start();
});

const scopes = ["cases:read", "cases:write", "people:read", "events:read"];

/** Makes a token on the page, as somebody who signed in a moment ago. */
async function makeToken(page: Page, url: string, name: string): Promise<string> {
  await page.goto(`${url}/account/tokens`);
  await fill(page, { name, scopes, profile: "internal" });
  const password = page.locator('[data-testid="token-form"] [name="password"]');
  if (await password.count()) await password.fill(PASSWORD);
  await page.getByTestId("token-form").getByTestId("submit").click();
  return page.getByTestId("secret").inputValue();
}

test("a token made in the browser lets a program record and read, until it is revoked", async ({ page, request, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/account`);
  await page.getByTestId("action-tokens").click();
  await expect(page).toHaveURL(/\/account\/tokens$/);
  const token = await makeToken(page, server.url, "The nightly copy");
  const headers = { authorization: `Bearer ${token}` };
  const at = (path: string) => `${server.url}/api/v1${path}`;
  const recorded = await request.post(at("/cases"), { headers: { ...headers, "idempotency-key": "one" }, data: { name: "Бағдарлама Сынақ", seized: "2026-01-05T10:00", placeId: await placeOf(request, server.url, token) } });
  expect(recorded.status(), await recorded.text()).toBe(201);
  const { caseIds } = (await recorded.json()) as { caseIds: string[] };
  const one = await request.get(at(`/cases/${caseIds[0] ?? ""}`), { headers });
  expect(one.status()).toBe(200);
  for (const name of ["content-security-policy", "x-content-type-options", "cross-origin-resource-policy", "referrer-policy", "x-frame-options", "ratelimit-limit"]) expect(one.headers()[name], name).toBeTruthy();
  expect(one.headers()["cache-control"]).toContain("no-store");
  const tag = one.headers()["etag"] ?? "";
  expect((await request.get(at(`/cases/${caseIds[0] ?? ""}`), { headers: { ...headers, "if-none-match": tag } })).status()).toBe(304);
  expect((await request.patch(at(`/cases/${caseIds[0] ?? ""}`), { headers: { ...headers, "if-match": tag }, data: { priority: "high" } })).status()).toBe(200);
  await page.goto(`${server.url}/cases/${caseIds[0] ?? ""}`);
  await expect(page.locator("main")).toContainText("Бағдарлама Сынақ");
  // The browser's own session opens nothing here, and the token opens nothing there.
  expect((await page.request.get(at("/cases"))).status()).toBe(401);
  expect((await request.get(`${server.url}/api/export/file/1`, { headers })).status()).toBe(401);
  for (const path of ["/api/v1", "/api/v1/nowhere", "/api/v1/cases/1/nowhere", "/api/v1/%D2%9B"]) {
    const missing = await request.get(server.url + path, { headers });
    expect([path, missing.status(), missing.headers()["content-type"], ((await missing.json()) as { code: string }).code]).toEqual([path, 404, "application/problem+json", "not_found"]);
  }
  const deleted = await request.delete(`${server.url}/api/v1/cases`, { headers });
  expect([deleted.status(), deleted.headers()["allow"], deleted.headers()["content-type"]]).toEqual([405, "GET, POST, HEAD, OPTIONS", "application/problem+json"]);
  const document = await request.get(at("/openapi.json"));
  expect([document.status(), ((await document.json()) as { openapi: string }).openapi]).toEqual([200, "3.1.0"]);

  await page.goto(`${server.url}/account/tokens`);
  await expect(page.getByTestId("token-open")).toContainText("The nightly copy");
  await page.getByTestId("token-open").getByTestId("submit").click();
  await expect(page.getByTestId("saved-revoked")).toBeVisible();
  await expect(page.getByTestId("token-revoked")).toContainText("The nightly copy");
  const refused = await request.get(at("/cases"), { headers });
  expect([refused.status(), refused.headers()["www-authenticate"]]).toEqual([401, 'Bearer realm="erkin", error="invalid_token"']);
  await page.goto(`${server.url}/audit`);
  await expect(page.locator("main")).toContainText("read over the interface");
});

async function placeOf(request: APIRequestContext, url: string, token: string): Promise<string> {
  const { data } = (await (await request.get(`${url}/api/v1/places`, { headers: { authorization: `Bearer ${token}` } })).json()) as { data: { id: string }[] };
  return data[0]?.id ?? "";
}

test("whoever may have no tokens finds no such page", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/account`);
  await expect(page.getByTestId("action-tokens")).toHaveCount(0);
  expect((await page.goto(`${server.url}/account/tokens`))?.status()).toBe(404);
  expect((await page.goto(`${server.url}/admin/webhooks`))?.status()).toBe(404);
});

test("a webhook added in the browser is told, signed, that a case was opened", async ({ page, request, server }) => {
  const received: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const receiver = createServer((asked, answer) => {
    let body = "";
    asked.on("data", (chunk: Buffer) => (body += chunk.toString()));
    asked.on("end", () => {
      received.push({ headers: asked.headers, body });
      answer.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", resolve));
  try {
    await signIn(page, server.url, "dana", PASSWORD);
    await page.goto(`${server.url}/admin`);
    await page.getByTestId("action-webhooks").click();
    await fill(page, { url: "http://example.org/", events: ["case.recorded"] });
    const form = page.getByTestId("webhook-form");
    if (await form.locator('[name="password"]').count()) await form.locator('[name="password"]').fill(PASSWORD);
    await form.getByTestId("submit").click();
    await expect(page.getByTestId("field-url")).toHaveAttribute("aria-invalid", "true");
    await fill(page, { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/erkin` });
    if (await form.locator('[name="password"]').count()) await form.locator('[name="password"]').fill(PASSWORD);
    await form.getByTestId("submit").click();
    const secret = await page.getByTestId("secret").inputValue();
    const token = await makeToken(page, server.url, "Records");
    const recorded = await request.post(`${server.url}/api/v1/cases`, { headers: { authorization: `Bearer ${token}` }, data: { name: "Хабар Сынақ", placeId: await placeOf(request, server.url, token) } });
    expect(recorded.status()).toBe(201);
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
    const [call] = received;
    const [, seconds = "", signature = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call?.headers["erkin-signature"])) ?? [];
    expect(signature).toBe(createHmac("sha256", secret).update(`${seconds}.${call?.body ?? ""}`).digest("hex"));
    expect(call?.body).not.toContain("Сынақ");
    await page.goto(`${server.url}/admin/webhooks`);
    await expect(page.getByTestId("webhook")).toContainText("answered 204");
    await page.getByTestId("action-pause-webhook").click();
    await page.getByTestId("pause-form").getByTestId("submit").click();
    await expect(page.getByTestId("saved-paused")).toBeVisible();
  } finally {
    receiver.closeAllConnections();
    receiver.close();
  }
});

for (const locale of ["en", "ru", "kk"] as const) {
  test(`both pages are whole in ${locale}, on a phone and in the dark`, async ({ page, server }) => {
    await signIn(page, server.url, "dana", PASSWORD);
    await speak(page, locale);
    for (const address of ["/account/tokens", "/admin/webhooks"]) {
      await page.goto(server.url + address);
      await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
      }
      expect(await barriersEverywhere(page)).toEqual([]);
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a token is made and shown all the same, and what was refused comes back", async ({ page, server }) => {
    await signIn(page, server.url, "dana", PASSWORD);
    await page.goto(`${server.url}/account/tokens`);
    await fill(page, { name: "Without scripts" });
    // Nothing is given that nobody asked for: neither a right nor how much is told.
    await expect(page.locator('[data-testid="token-form"] :is([name="scopes"], [name="profile"]):checked')).toHaveCount(0);
    await expect(page.locator('[name="days"]:checked')).toHaveValue("30");
    await submit(page, "token-form");
    await expect(page.locator('[name="name"]')).toHaveValue("Without scripts");
    await expect(page.getByTestId("error-summary").getByRole("link")).toHaveText([/не істей алады/, /не айтылады/]);
    expect(await makeToken(page, server.url, "Without scripts")).toMatch(/^erkin_[0-9a-f]{64}$/);
  });
});
