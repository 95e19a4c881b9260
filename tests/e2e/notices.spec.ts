import { startSmtp, type TestSmtp } from "../support/smtp";
import { barriersEverywhere } from "./support/barriers";
import { fill, send, signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";

test.describe.configure({ mode: "serial" });

let smtp: TestSmtp;
test.beforeAll(async ({ server }) => {
  smtp = await startSmtp();
  await server.fresh();
  server.settings = { SMTP_URL: smtp.url, MAIL_FROM: "notices@example.org", BACKGROUND_REST_MS: "300" };
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
});
test.afterAll(() => smtp.close());

for (const [javaScriptEnabled, login] of [[false, "marat"], [true, "vera"]] as const) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(async ({ page, server }) => signIn(page, server.url, login, PASSWORD));

    test("the bell counts what is new; each can be read, and all of them", async ({ page, server }) => {
      await page.goto(server.url);
      const count = Number(await page.getByTestId("bell-count").textContent());
      expect(count).toBeGreaterThan(3);
      await page.getByTestId("bell").click();
      await expect(page.getByTestId("mark-one")).toHaveCount(count);
      await expect(page.getByTestId("notice-overdue").first()).toContainText("Ерболат Сынақбаев");
      await page.getByTestId("mark-one").first().click();
      await expect(page.getByTestId("bell-count")).toHaveText(String(count - 1));
      await page.getByTestId("mark-all").click();
      await expect(page.getByTestId("empty")).toBeVisible();
      await expect(page.getByTestId("bell-count")).toHaveCount(0);
      await page.getByTestId("view-all").click();
      await expect(page.getByTestId(/^notice-(?!table)/)).toHaveCount(count);
    });

    test("how one is told is saved, and a test mail says nothing", async ({ page, server }) => {
      await page.goto(`${server.url}/account/notices`);
      await fill(page, { email: "not an address", overdue: "digest", quietFrom: "22", quietTo: "7", whose: "teams" });
      await page.getByTestId("preference-form").getByTestId("submit").click();
      await expect(page.locator('[name="email"]')).toHaveAttribute("aria-invalid", "true");
      await expect(page.locator('[name="email"]')).toHaveValue("not an address");
      await send(page, { email: `${login}@example.net` });
      await expect(page.getByTestId("saved-preferences")).toBeVisible();
      await expect(page.locator('[name="overdue"]')).toHaveValue("digest");
      await expect(page.locator('[name="quietFrom"]')).toHaveValue("22");
      await page.getByTestId("test-mail-form").getByTestId("submit").click();
      await expect(page.getByTestId("saved-test")).toBeVisible();
      // The daily mail of notices may be on its way as well.
      const tests = () => smtp.received.filter(({ bytes }) => bytes.includes("Mail works."));
      await expect.poll(() => tests().filter(({ to }) => to === `${login}@example.net`).length, { timeout: 60_000 }).toBe(1);
      const mail = tests().at(-1);
      expect(mail?.to).toBe(`${login}@example.net`);
      expect(mail?.bytes).toContain("Mail works.");
      expect(mail?.bytes).toMatch(/^Subject: Notice\r$/m);
      // That the server took it is noted a moment after it did.
      await expect(async () => {
        await page.goto(`${server.url}/account/notices`);
        await expect(page.locator("#test")).toContainText("The server took a test mail", { timeout: 500 });
      }).toPass();
    });
  });
}

test("a mail that is refused for good shows up with its reason, and can be tried again", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  smtp.behave((command) => (command === "RCPT" ? "550 no" : undefined));
  await page.goto(`${server.url}/account/notices`);
  await send(page, { email: "dana@example.net" });
  await page.getByTestId("test-mail-form").getByTestId("submit").click();
  await expect(page.getByTestId("saved-test")).toBeVisible();
  await expect
    .poll(async () => {
      await page.goto(`${server.url}/admin/mail`);
      return page.getByTestId("mail-parked").count();
    }, { timeout: 60_000, intervals: [300] })
    .toBe(1);
  await expect(page.getByTestId("mail-parked")).toContainText("refused it for good (code 550)");
  await expect(page.locator("main")).not.toContainText("dana@example.net");
  const found: string[] = [];
  for (const address of ["/admin/mail", "/notices", "/account/notices"]) {
    await page.goto(server.url + address);
    found.push(...(await barriersEverywhere(page)));
  }
  expect(found).toEqual([]);
  await page.goto(`${server.url}/admin/mail`);
  smtp.behave(() => undefined);
  await page.getByTestId("retry-mail").click();
  await expect(page.getByTestId("saved-retried")).toBeVisible();
  await expect.poll(() => smtp.received.some(({ to }) => to === "dana@example.net"), { timeout: 60_000 }).toBe(true);
});
