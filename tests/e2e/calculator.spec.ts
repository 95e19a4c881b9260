import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { fill, send, signIn, speak, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const FRIDAY = "2019-11-01T09:00:00+06:00";
/** Ten days from a ruling of 22 October 2019; out on the 31st at 16:00, and a newspaper says the 4th. */
const founding = { ruling: "22.10.2019", term: "10 days", stated: "Monday 4 November 2019", observed: "31.10.2019 16:00" };

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(staff());
  await server.start(FRIDAY);
});

const unfold = (page: Page) => page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
const calculate = async (page: Page, url: string) => {
  await page.goto(`${url}/calculator`);
  await unfold(page);
  await fill(page, founding);
};

test("signed out, the calculator is like any page that needs sign-in", async ({ page, request, server }) => {
  const answer = async (path: string) => {
    const response = await request.get(server.url + path, { maxRedirects: 0 });
    return [response.status(), response.headers()["location"]?.replace(encodeURIComponent(path), "…")];
  };
  expect(await answer("/calculator")).toEqual(await answer("/account"));
  await page.goto(`${server.url}/calculator`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcalculator$/);
  const refused = await request.post(`${server.url}/api/v1/release`, { data: { cases: [] } });
  expect([refused.status(), await refused.json()]).toMatchObject([401, { code: "signed_out", error: "signed_out" }]);
});

test("every reading stands beside the others while the term is typed, and says which fits", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.getByTestId("nav-calculator").click();
  await expect(page.getByTestId("calculation-waiting")).toBeVisible();
  await calculate(page, server.url);
  await expect(page.getByTestId("headline-when")).toContainText("31 October");
  await expect(page.getByTestId("headline-when")).toContainText("1 November 2019");
  for (const [convention, ends, fits] of [
    ["ELAPSED_24H", "1 November", "1 day earlier"],
    ["SAME_WALL_CLOCK", "1 November", "1 day earlier"],
    ["INCLUSIVE_DAYS", "31 October", "fits"],
    ["EXCLUSIVE_DAYS", "1 November", "1 day earlier"],
  ] as const) {
    await expect(page.getByTestId(`reading-${convention}`)).toContainText(ends);
    await expect(page.getByTestId(`reading-${convention}`)).toContainText(fits);
  }
  await expect(page.getByTestId("reading-INCLUSIVE_DAYS")).toContainText("4 days later");
  const hypothesis = page.getByTestId("hypothesis").filter({ hasText: "24-hour days" });
  await expect(hypothesis).toContainText("a hypothesis, not a fact");
  await expect(hypothesis).toContainText("seized on 21 October 2019, 16:00");
  await expect(page.getByTestId("alarms")).toContainText("overdue only from 2 November 2019, 00:00");
  await expect(page.getByTestId("reasons")).toContainText("no earlier moment of custody is recorded");
  await expect(page.getByTestId("provenance")).toContainText("not legal advice");
  await expect(page.getByTestId("provenance")).toContainText("erkin-release");
  expect(page.url()).toBe(`${server.url}/calculator`);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await barriers(page)).toEqual([]);
  }
});

test("limits run from the seizure, and a weekday that is wrong is named", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await calculate(page, server.url);
  await fill(page, { seized: "20.10.2019 10:00", ruling: "22.10.2019 12:30", stated: "4.11.2019", statedWeekday: "Tuesday" });
  await expect(page.getByTestId("limit-iccpr-9-48h")).toContainText("exceeded by 2 h 30 min".replaceAll(/(\d) /g, "$1\u00a0"));
  await expect(page.getByTestId("warnings")).toContainText("Monday 4 November 2019");
});

test("another place is a country and a zone; what cannot be read is said at its field and nothing is lost", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.goto(`${server.url}/calculator`);
  await expect(page.getByTestId("field-zone")).toBeHidden();
  await fill(page, { placeId: "" });
  await fill(page, { zone: "Mars/Base", seized: "21.10.2019 16:00", term: "10 days" });
  await submit(page);
  await expect(page.getByTestId("field-zone")).toHaveAttribute("aria-invalid", "true");
  await fill(page, { zone: "Europe/Kyiv", term: "quite long" });
  await submit(page);
  await expect(page.getByTestId("field-term")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByTestId("field-seized")).toHaveValue("21.10.2019 16:00");
  await fill(page, { term: "1 month" });
  await submit(page);
  await expect(page.getByTestId("headline")).toContainText("November 2019");
});

test("on paper the form is gone and one page says what was asked and what came out", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await calculate(page, server.url);
  await expect(page.getByTestId("headline-when")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByTestId("entered")).toContainText("22 October 2019");
  await expect(page.getByTestId("field-term")).toBeHidden();
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("the administrator opens it to everybody", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/admin/organisation`);
  await send(page, { calculator: "everybody" }, "organisation-form");
  await page.goto(`${server.url}/audit`);
  await expect(page.locator("main")).toContainText("also without signing in");
});

for (const [locale, words] of [
  ["en", ["31 October", "a hypothesis, not a fact", "fits"]],
  ["ru", ["31 октября", "предположение, а не факт", "подходит"]],
  ["kk", ["31 қазан", "болжам, факт емес", "сәйкес келеді"]],
] as const) {
  test(`signed out it answers in ${locale}, on a telephone too, without barriers`, async ({ page, server }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${server.url}/calculator`);
    await speak(page, locale);
    await calculate(page, server.url);
    for (const word of words) await expect(page.getByTestId("calculation")).toContainText(word);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await barriers(page)).toEqual([]);
    if (locale === "en") return;
    const text = (await page.locator("main").innerText()).replace(/erkin-release \S*|kazakhstan \S*/g, "").replace(founding.stated, "");
    expect(text.match(/[A-Za-z][a-z]{3,}/g)).toBeNull();
  });
}

test("signed out, a program gets answers, and is slowed down when it asks too much", async ({ request, server }) => {
  const cases = [{ id: "f", kind: "inverse-start", inputs: { tz: "Asia/Almaty", term: { d: 10 }, convention: "ELAPSED_24H", observedRelease: { at: "2019-10-31T16:00" } } }];
  const ask = (data: object) => request.post(`${server.url}/api/v1/release`, { data });
  const answer = await ask({ cases });
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(await answer.json()).toMatchObject({ answers: [{ id: "f", at: "2019-10-21T16:00:00+06:00" }] });
  expect((await request.get(`${server.url}/api/v1/release`)).status()).toBe(405);
  let status = 200;
  for (let times = 0; times < 100 && status === 200; times++) status = (await ask({ cases: Array.from({ length: 100 }, () => ({})) })).status();
  expect(status).toBe(429);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form itself brings the result, keeps what was typed, and puts nothing into the address", async ({ page, server }) => {
    await signIn(page, server.url, "vera", PASSWORD);
    await page.goto(`${server.url}/calculator`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByTestId("fold-release").locator("summary").click();
    await fill(page, { ...founding, term: "31.02" });
    await submit(page);
    await expect(page.getByTestId("field-term")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByTestId("field-observed")).toHaveValue(founding.observed);
    await fill(page, { term: "10 суток" });
    await submit(page);
    await page.getByTestId("to-result").click();
    await expect(page.getByTestId("headline-when")).toBeInViewport();
    await expect(page.getByTestId("hypothesis").filter({ hasText: "24-hour days" })).toContainText("seized on 21 October 2019, 16:00");
    await expect(page.getByTestId("reading-INCLUSIVE_DAYS")).toContainText("fits");
    await expect(page.locator('[name="term"]')).toHaveValue("10 суток");
    expect(new URL(page.url()).search).toBe("");
  });
});
