import { fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed({ ...staff(), cases: [{ key: "a", name: "Болат Сынақов", place: "ALA", seized: "2026-01-05" }] });
  await server.start();
});

test("whoever is signed out comes to sign-in and, after it, to the page that was asked for", async ({ page, server }) => {
  await page.goto(`${server.url}/cases?view=all`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await send(page, { login: "marat", password: PASSWORD });
  await expect(page).toHaveURL(`${server.url}/cases?view=all`);
});

test("a wrong password and an unknown login are refused in the same words, with the login kept", async ({ page, server }) => {
  const words: (string | null)[] = [];
  for (const login of ["marat", "nobody"]) {
    await page.goto(`${server.url}/sign-in`);
    await fill(page, { login, password: "not the password" });
    await submit(page);
    await expect(page.getByTestId("form-error")).toBeVisible();
    words.push(await page.getByTestId("form-error").textContent());
    await expect(page.locator('[name="login"]')).toHaveValue(login);
  }
  expect(words[0]).toBe(words[1]);
});

test("sign-in does not send anybody to another site", async ({ page, server }) => {
  for (const next of ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`${server.url}/sign-in?next=${encodeURIComponent(next)}`);
    await send(page, { login: "marat", password: PASSWORD });
    expect(new URL(page.url()).origin).toBe(server.url);
  }
});

test("signing out ends the session at once, for a stolen cookie too", async ({ page, server, browser }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  const stolen = await browser.newContext({ storageState: await page.context().storageState() });
  expect((await stolen.request.get(`${server.url}/`, { maxRedirects: 0 })).status()).toBe(200);
  await page.getByTestId("account-menu").first().click();
  await page.getByTestId("sign-out").first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await stolen.request.get(`${server.url}/`, { maxRedirects: 0 })).status()).toBe(307);
  expect((await stolen.request.get(`${server.url}/api/export/file/1`, { maxRedirects: 0 })).status()).toBe(401);
  await stolen.close();
});

test("a viewer sees no way to change anything, and gets none by address", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  await expect(page.getByTestId(/^case-row-/)).toHaveCount(1);
  await expect(page.getByTestId(/^action-(released|ruling|export|new-case)/)).toHaveCount(0);
  for (const path of ["/cases/new", "/people/new", "/admin", "/audit"]) expect((await page.request.get(server.url + path)).status(), path).toBe(404);
  expect((await page.request.get(`${server.url}/api/export/file/1`)).status()).toBe(403);
});

test("another team’s case looks like one that does not exist", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  const address = await page.getByTestId(/^case-row-/).getByRole("link").first().getAttribute("href");
  await page.context().clearCookies();
  await signIn(page, server.url, "other", PASSWORD);
  const [theirs, nobodys] = await Promise.all([page.request.get(server.url + address), page.request.get(`${server.url}/cases/00000000-0000-4000-8000-000000000000`)]);
  expect([theirs.status(), nobodys.status()]).toEqual([404, 404]);
  expect(await theirs.text()).not.toContain("Болат");
});

test("every answer carries the headers of the house", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  for (const path of ["/", "/cases", "/nowhere", "/sign-in", "/api/export/file/1", "/health", "/setup"]) {
    const response = await page.request.get(server.url + path, { maxRedirects: 0 });
    const headers = response.headers();
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
    expect(headers["content-security-policy"], path).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers["cache-control"], path).toContain("no-store");
    expect([headers["x-content-type-options"], headers["referrer-policy"], headers["x-frame-options"], headers["cross-origin-opener-policy"]], path).toEqual(["nosniff", "no-referrer", "DENY", "same-origin"]);
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("the session cookie cannot be read by scripts nor sent by other sites", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  const cookie = (await page.context().cookies()).find(({ name }) => name.includes("session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
});

test("a form that another site sends changes nothing", async ({ page, server, complaints }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases/new`);
  await fill(page, { name: "Жат Сайт", seized: "2026-01-05" });
  const stopped = page.waitForRequest((request) => request.method() === "POST");
  await page.route("**/cases/new", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await submit(page);
  const form = await stopped;
  const { cookie: _, ...headers } = await form.allHeaders();
  const found = async () => {
    const list = await page.request.get(`${server.url}/cases?view=all&q=${encodeURIComponent("Жат Сайт")}`);
    return /case-row-[A-Z]/.test(await list.text());
  };
  const data = form.postDataBuffer() ?? "";
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const origin of ["https://example.org", "null", "http://127.0.0.1:1", undefined]) {
    const { origin: __, ...rest } = headers;
    await fetch(form.url(), { method: "POST", headers: { ...rest, cookie, "sec-fetch-site": "cross-site", ...(origin ? { origin } : {}) }, body: new Uint8Array(Buffer.from(data)), redirect: "manual" });
    expect(await found(), origin ?? "no origin").toBe(false);
  }
  await fetch(form.url(), { method: "POST", headers: { ...headers, cookie }, body: new Uint8Array(Buffer.from(data)), redirect: "manual" });
  expect(await found(), "the same form from the own origin").toBe(true);
  // The browser rightly says that its own attempt was stopped.
  complaints.length = 0;
});

test("an invitation makes one account, once", async ({ page, server, browser }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/admin/invite`);
  await fill(page, { name: "Жаңа Қызметкер", role: "coordinator" });
  await page.locator('main select[name="teamId"]').selectOption({ index: 1 });
  await submit(page);
  const link = (await page.getByTestId("one-time-link").textContent())?.match(/http\S+/)?.[0] ?? (await page.getByTestId("one-time-link").inputValue());
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await send(guest, { name: "Жаңа Қызметкер", login: "zhana", password: "eight quiet horses" });
  await expect(guest.getByTestId("count-outstanding")).toBeVisible();
  await guest.context().clearCookies();
  await guest.goto(link);
  await expect(guest.getByTestId("bad-link")).toBeVisible();
  await guest.context().close();
});

test("the guard over all these tests notices a violated policy and a request to elsewhere", async ({ browser, server }) => {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  listen(page, complaints);
  await page.goto(`${server.url}/sign-in`);
  expect(complaints).toEqual([]);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement("img"), { src: "https://example.org/x.png" }));
    document.body.insertAdjacentHTML("beforeend", '<p style="color: red">x</p>');
  });
  await expect.poll(() => complaints.length).toBeGreaterThan(1);
  await page.context().close();
});
