import type { Page } from "@playwright/test";
import { fill, openFirstCase, send, signIn, speak, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";
let page: Page;
let address: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  server.seed(
    {
      ...staff(),
      cases: [{ key: "two", name: "Дәурен Сынақов", sex: "male", seized: "2026-11-02T16:00", place: "ALA", detentionKind: "administrative_arrest" }],
      orders: [{ kind: "administrative_arrest", cases: ["two"], date: "2026-11-03T10:00", term: "10 days" }],
    },
    NOW,
  );
  await server.start(NOW);
  page = await (await browser.newContext()).newPage();
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  await openFirstCase(page);
  await expect(page.locator("h1")).toContainText("Сынақов");
  address = page.url();
});
test.afterAll(async () => page.close());

const computed = () => page.getByTestId("computed-when");

test("words around a term are read, but not those of another kind of ruling; a part of a day is an interval", async () => {
  await page.goto(`${address}/orders/new`);
  await fill(page, { kind: "administrative_arrest", date: "вечером 10.11.2026", "term.amount": "3 года лишения свободы" });
  await expect(page.getByTestId("read-date")).toContainText("10 November 2026, 17:00–23:59");
  await submit(page);
  await expect(page.getByTestId("field-term")).toContainText("name another kind of ruling");
});

test("a second arrest of which nobody says how it is served makes a window of both ways", async () => {
  await send(page, { date: "10.11.2026 12:00", "term.amount": "арест на 5 суток" });
  await expect(computed()).toContainText(/15 Nov.*17 Nov/);
  await page.getByTestId("action-why").click();
  await expect(page.getByTestId("reasons")).toContainText("Nobody says whether the two terms are served together or one after the other");
});

test("said to follow the first, it begins where that one ends, and the live preview says so before it is saved", async () => {
  await page.goto(address);
  await page.getByTestId("action-edit-order").last().click();
  await fill(page, { relation: "consecutive" });
  await expect(page.getByTestId("release-preview")).toContainText("17 November 2026");
  await page.getByTestId("order-form").getByTestId("submit").click();
  await expect(computed()).toContainText("17 Nov");
  await expect(computed()).toContainText("16:00");
  await page.getByTestId("action-why").click();
  await expect(page.getByTestId("reasons")).toContainText("The next term (5 days) begins where the one before it ends");
});

test("a suspension does not count; bad dates are refused with a sentence and nothing typed is lost", async () => {
  await page.getByTestId("action-add-adjustment").click();
  await fill(page, { kind: "suspension", from: "November 2026", to: "8.11.2026", authority: "The district court" });
  await page.locator("main").getByTestId("submit").click();
  await expect(page.locator("main")).toContainText("Days can only be counted between dates known to the day");
  await expect(page.locator('[name="authority"]')).toHaveValue("The district court");
  await send(page, { from: "6.11.2026 16:00", to: "8.11.2026 16:00" });
  await expect(computed()).toContainText("19 Nov");
  await page.getByTestId("action-why").click();
  await expect(page.getByTestId("reasons")).toContainText("Time that does not count is added: 2 days");
});

test("a term of several units is typed in words, and an appeal does not free before it was decided", async () => {
  await page.goto(`${address}/orders/new`);
  await fill(page, { kind: "appeal", date: "18.11.2026", "term.amount": "1 week 1 day" });
  await send(page, {});
  await expect(page.getByTestId("order-term").last()).toHaveText("1 week 1 day");
  await expect(page.getByTestId("reasons")).toContainText("A decision (18 November 2026) set another term");
});

test("the words exist in Kazakh and Russian too", async () => {
  for (const [locale, said] of [["kk", "Келесі мерзім"], ["ru", "Следующий срок"]] as const) {
    await speak(page, locale);
    await page.goto(address);
    await page.getByTestId("action-why").click();
    await expect(page.getByTestId("reasons")).toContainText(said);
  }
});
