import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { barriers } from "./support/barriers";
import { chooseByWords, fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-11-10T12:00:00+06:00";
const people = staff();
const arrest = (key: string, court: string) => ({ cases: [key], kind: "administrative_arrest", date: "2019-10-22", term: "10 days", countFrom: "seized", court });
const taken = { place: "ALA", seized: "2019-10-22T10:00", detentionKind: "administrative_arrest" };

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(
    {
      ...people,
      users: [...people.users, { login: "asem", name: "Әсем Сынақ", role: "coordinator", password: PASSWORD, locale: "en" }],
      cases: [
        { ...taken, key: "late", name: "Болат Кешіккен", heldAt: "First reception centre", moments: [{ kind: "released", when: "2019-11-02T12:00", releaseKind: "term_served" }] },
        { ...taken, key: "annulled", name: "Дина Босатылмаған", heldAt: "Second reception centre", moments: [{ kind: "released", when: "2019-10-26T15:30", releaseKind: "on_appeal" }] },
        { ...taken, key: "inside", name: "Марат Отырған", heldAt: "First reception centre" },
      ],
      orders: [arrest("late", "First court"), arrest("annulled", "Second court"), arrest("inside", "Second court"), { cases: ["annulled"], kind: "annulment", date: "2019-10-25", court: "Second court" }],
    },
    NOW,
  );
  await server.start(NOW);
});

async function open(page: Page, url: string, name: string): Promise<string> {
  await page.goto(`${url}/cases?view=all&q=${encodeURIComponent(name)}`);
  await page.getByTestId(/^case-row-/).getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  return page.url();
}

test("whoever was released 26 hours after the latest reading shows it on the case, in the list, by place and by court", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await open(page, server.url, "Болат Кешіккен");
  await expect(page.getByTestId("over-held")).toContainText("26\u00a0h");
  await page.goto(`${server.url}/over-detention?view=late`);
  const row = page.getByTestId("over-list").getByRole("row", { name: /Болат Кешіккен/ });
  await expect(row.getByTestId("over-hours")).toContainText("26\u00a0h");
  await expect(page.getByTestId("by-facility-row").filter({ hasText: "First reception centre" })).toContainText("26\u00a0h");
  await expect(page.getByTestId("by-court-row").filter({ hasText: "First court" })).toContainText("26\u00a0h");
});

test("whoever was held on after the order was annulled is counted from there", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await open(page, server.url, "Дина Босатылмаған");
  await expect(page.getByTestId("over-held")).toContainText("15\u00a0h 30\u00a0min");
  await expect(page.getByTestId("over-held")).toContainText("annulled");
  await page.goto(`${server.url}/over-detention`);
  await expect(page.getByTestId("over-people")).toHaveText("3");
  await expect(page.getByTestId("over-inside")).toHaveText("1");
  await expect(page.getByTestId("by-kind-row").filter({ hasText: "annulled" })).toContainText("15\u00a0h 30\u00a0min");
  await expect(page.getByTestId("over-list").getByRole("row", { name: /Марат Отырған/ })).toContainText("still held");
  expect(await barriers(page)).toEqual([]);
});

test("the list is narrowed to a time, and taken away by those who may", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.goto(`${server.url}/over-detention`);
  await expect(page.getByTestId("action-export")).toHaveCount(0);
  expect((await page.request.get(`${server.url}/api/export/over-detention`)).status()).toBe(404);
  await page.getByTestId("field-from").fill("2019-10-01");
  await page.getByTestId("field-to").fill("2019-10-31");
  await page.locator("main").getByTestId("action-filter").click();
  await expect(page.getByTestId(/^over-row-/)).toHaveCount(1);
  await page.context().clearCookies();
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(`${server.url}/over-detention?view=late&from=2019-10-01&to=2019-11-09`);
  await page.getByTestId("action-export").click();
  await expect(page.getByTestId("field-what")).toHaveValue("over_detention");
  await expect(page.getByTestId("field-view")).toHaveValue("late");
  await expect(page.getByTestId("export-form")).toContainText("1 October 2019 to 9 November 2019");
  expect(await barriers(page)).toEqual([]);
  await fill(page, { to: "internal", format: "csv" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("summary-which")).toHaveText("Released late, 1 October 2019 – 9 November 2019");
  await expect(page.getByTestId("summary-count")).toHaveText("2 records");
  expect(await barriers(page)).toEqual([]);
  await submit(page);
  await expect(page.locator('[name="reason"]')).toHaveAttribute("aria-invalid", "true");
  await send(page, { reason: "for a complaint", password: PASSWORD });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("action-fetch").click()]);
  const [keys = [], ...rows] = parse(readFileSync(await download.path()), { bom: true }) as string[][];
  expect(rows.map((row) => row[keys.indexOf("overMinutes")])).toEqual(["1560", "930"]);
  await page.goto(`${server.url}/exports`);
  await expect(page.getByTestId("export-register")).toContainText("Held too long, CSV");
});

test("a coordinator sets the release by hand, everybody sees who and why, and a new ruling ends it with a notice", async ({ page, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  const address = await open(page, server.url, "Марат Отырған");
  await page.getByTestId("action-override").click();
  await expect(page.getByTestId("override-form")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await submit(page);
  await expect(page.locator('[name="reason"]')).toHaveAttribute("aria-invalid", "true");
  await send(page, { when: "20.11.2019", reason: "The court clerk read the corrected ruling out on the telephone." });
  const box = page.getByTestId("release-override");
  await expect(box).toContainText("Set by Әсем Сынақ");
  await expect(box).toContainText("20 November 2019");
  await expect(box).toContainText("read the corrected ruling out");
  await expect(page.getByTestId("override-computed")).toContainText("2019");
  await expect(page.getByTestId("over-held")).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${server.url}/cases?q=${encodeURIComponent("Отырған")}`);
  await expect(page.getByTestId(/^case-row-/)).toContainText("set by hand");

  await page.context().clearCookies();
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(address);
  await expect(page.getByTestId("release-override")).toBeVisible();
  await expect(page.getByTestId("action-change-override")).toHaveCount(0);
  expect((await page.request.get(`${address}/override`)).status()).toBe(404);
  await page.goto(`${address}/orders/new`);
  await chooseByWords(page, "kind", "administrative arrest");
  await send(page, { date: "23.10.2019", "term.amount": "15", countFrom: "seized" });
  await expect(page.getByTestId("override-ended")).toContainText("20 November 2019");
  await expect(page.getByTestId("release-override")).toHaveCount(0);
});

test("the estimates of a case say what changed, an old one opens, and the notice is dismissed", async ({ page, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  const address = await open(page, server.url, "Марат Отырған");
  await page.getByTestId("action-why").click();
  await page.getByTestId("action-estimates").click();
  const newest = page.getByTestId("estimate").first();
  await expect(newest.getByTestId("fact-order-added")).toContainText("15\u00a0days");
  await expect(newest.getByTestId("override-change")).toContainText("no longer counts");
  await expect(page.getByTestId("estimate").nth(1)).toContainText("Set or taken back by hand");
  expect(await barriers(page)).toEqual([]);
  await page.getByTestId("action-open-estimate").nth(2).click();
  await expect(page.getByTestId("not-the-latest")).toBeVisible();
  await expect(page.getByTestId("reasons").locator("li")).not.toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${address}/override`);
  await page.getByTestId("action-withdraw").click();
  await page.getByTestId("withdraw-form").locator('[name="reason"]').fill("The new ruling says it.");
  await page.getByTestId("withdraw-form").getByTestId("submit").click();
  await expect(page).toHaveURL(`${address}#release`);
  await expect(page.getByTestId("override-ended")).toHaveCount(0);
});

test("two coordinators at once: the second sees what the first has set", async ({ page, browser, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  const form = `${await open(page, server.url, "Марат Отырған")}/override`;
  const other = await (await browser.newContext()).newPage();
  await signIn(other, server.url, "dana", PASSWORD);
  await Promise.all([page.goto(form), other.goto(form)]);
  await send(other, { when: "21.11.2019", reason: "A letter." });
  await fill(page, { when: "22.11.2019", reason: "A telegram." });
  await submit(page);
  await expect(page.getByTestId("conflict-reason")).toContainText("A letter.");
  await send(page, {});
  await expect(page.getByTestId("release-override")).toContainText("22 November 2019");
  await other.context().close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a date is set by hand, kept through a refusal, and taken back", async ({ page, server }) => {
    await signIn(page, server.url, "asem", PASSWORD);
    const address = await open(page, server.url, "Болат Кешіккен");
    await page.goto(`${address}/override`);
    await fill(page, { when: "31.02.2019", reason: "The prison register." });
    await page.getByTestId("override-form").getByTestId("submit").click();
    await expect(page.locator('[name="when"]')).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByTestId("override-form").locator('[name="reason"]')).toHaveValue("The prison register.");
    await fill(page, { when: "02.11.2019" });
    await page.getByTestId("override-form").getByTestId("submit").click();
    await expect(page.getByTestId("release-override")).toContainText("The prison register.");
    await expect(page.getByTestId("over-held")).toHaveCount(0);
    await page.goto(`${address}/override`);
    await page.getByTestId("action-withdraw").click();
    await page.getByTestId("withdraw-form").locator('[name="reason"]').fill("Read again: it was another person.");
    await page.getByTestId("withdraw-form").getByTestId("submit").click();
    await expect(page.getByTestId("over-held")).toContainText("26\u00a0h");
  });
});
