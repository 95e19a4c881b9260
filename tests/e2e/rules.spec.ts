import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { openFirstCase, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-10-28T09:00:00+06:00";
const RULE = "/rules/kz.arrest.counting";

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed({
    ...staff(),
    cases: [
      { key: "a", name: "Болат Сынақов", place: "ALA", seized: "2019-10-22T10:00", detentionKind: "administrative_arrest" },
      { key: "b", name: "Өзге Сынақова", place: "ALA", seized: "2019-10-22T10:00", detentionKind: "administrative_arrest", by: "other" },
    ],
    orders: [
      { cases: ["a"], kind: "administrative_arrest", date: "2019-10-22", term: "10 d" },
      { cases: ["b"], kind: "administrative_arrest", date: "2019-10-22", term: "10 d", by: "other" },
    ],
  });
  await server.start(NOW);
});

const reached = async (page: Page) => {
  expect(await barriers(page)).toEqual([]);
};

test("everybody reads the rules of a country by its address, and sees which are not confirmed", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.getByTestId("nav-rules").click();
  await expect(page.getByTestId("country-KZ")).toHaveAttribute("aria-current", "page");
  const counting = page.getByTestId("rule-kz.arrest.counting");
  await expect(counting.getByTestId("confidence-unconfirmed")).toHaveText("Not confirmed");
  await expect(counting.getByTestId("confidence-unconfirmed").locator("svg")).toBeVisible();
  await expect(counting).toContainText("whole 24-hour days");
  await expect(page.getByTestId("action-recompute")).toHaveCount(0);
  await page.goto(`${server.url}/rules?country=RU`);
  await expect(page.getByTestId("rule-ru.detention.48h").getByTestId("confidence-confirmed")).toHaveText("Confirmed");
  await reached(page);
  await page.goto(server.url + RULE);
  await expect(page.getByTestId("action-override")).toHaveCount(0);
  for (const path of [`${RULE}/override`, "/rules/recompute", "/rules/kz.no.such"]) expect((await page.request.get(server.url + path)).status(), path).toBe(404);
});

test("an administrator’s own value changes open cases after a look at what moves, and the law brings them back", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  await openFirstCase(page);
  await expect(page.getByTestId("computed-when")).toContainText("1 November 2019");
  const address = page.url();

  await page.goto(`${server.url}${RULE}/override`);
  await reached(page);
  await page.getByTestId("field-exact-INCLUSIVE_DAYS").check();
  await page.getByTestId("field-window-ELAPSED_24H").uncheck();
  await submit(page);
  await expect(page.getByTestId("error-summary")).toContainText("Source");
  await send(page, { source: "Ruling no. 4 of the city court", reason: "The court counts by dates." });
  await expect(page.getByTestId("saved-overridden")).toBeVisible();
  await expect(page.getByTestId("own-value")).toContainText("Ruling no. 4 of the city court");
  await expect(page.getByTestId("version-1")).toContainText("Дана Сынақ");
  await reached(page);
  await page.goto(`${server.url}/rules`);
  await expect(page.getByTestId("rule-kz.arrest.counting").getByTestId("own-value")).toContainText("The court counts by dates.");

  await page.goto(`${server.url}/rules/recompute`);
  await expect(page.getByTestId("standing")).toContainText("2 of 2");
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId(/^move-/)).toHaveCount(1);
  await expect(page.getByTestId("moves-elsewhere")).toContainText("1 more case");
  await expect(page.locator("main")).not.toContainText("Өзге");
  await reached(page);
  await submit(page);
  await expect(page.getByTestId("standing")).toContainText("All open cases");
  await expect(page.getByTestId("runs")).toContainText("finished");

  await page.goto(address);
  await expect(page.getByTestId("computed-when")).toContainText("31 October 2019");
  await page.goto(`${address}/estimates`);
  await expect(page.getByTestId("fact-rule-added")).toContainText("art. 739");
  await expect(page.getByTestId("fact-rule-added")).toContainText("the first one counted");
  await expect(page.getByTestId("fact-rule-added")).not.toContainText(/kz\.|INCLUSIVE|\{/);
  await page.goto(`${address}/history`);
  await expect(page.getByTestId("history")).toContainText("31 October 2019");
  await page.goto(`${server.url}/audit`);
  await expect(page.getByTestId("history")).toContainText("Дана Сынақ put an own value in the place of a rule of law");

  await page.goto(server.url + RULE);
  await page.getByTestId("action-restore").click();
  await send(page, { reason: "Overturned on appeal." });
  await expect(page.getByTestId("saved-restored")).toBeVisible();
  await expect(page.getByTestId("version-2")).toContainText("Back to the law");
  const run = server.command("rules", ["preview", "--json"], NOW);
  expect(run.status, run.output).toBe(0);
  expect(JSON.parse(run.output)).toMatchObject({ open: 2, behind: 2, moves: [{}, {}] });
  expect(server.command("rules", ["apply"], NOW)).toMatchObject({ status: 0, output: "Examined 2 open cases, 2 moved.\n" });
  expect(server.command("rules", ["elsewhere"], NOW).status).toBe(64);
  await page.goto(address);
  await expect(page.getByTestId("computed-when")).toContainText("1 November 2019");
});

test("two administrators at one rule: the second sees the first one’s value", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  const second = await page.context().newPage();
  await Promise.all([page, second].map((each) => each.goto(`${server.url}/rules/kz.detention.48h/override`)));
  await send(second, { hours: "24", source: "First", reason: "First reason" });
  await page.locator('[name="hours"]').fill("36");
  await page.locator('[name="source"]').fill("Second");
  await page.locator('[name="reason"]').fill("Second reason");
  await submit(page);
  await expect(page.getByTestId("conflict-hours")).toContainText("24");
  await send(page, {});
  await expect(page.getByTestId("own-value")).toContainText("36 hours");
  await second.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a value is refused with everything kept, recorded, and applied", async ({ page, server }) => {
    await signIn(page, server.url, "dana", PASSWORD);
    await page.goto(`${server.url}/rules/kz.arrest.max/override`);
    await page.locator('[name="term"]').fill("fifteen moons");
    await page.locator('[name="source"]').fill("Art. 488");
    await page.locator('[name="reason"]').fill("The shorter maximum applies.");
    await submit(page);
    await expect(page.locator('[name="term"]')).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator('[name="reason"]')).toHaveValue("The shorter maximum applies.");
    await send(page, { term: "15 days", exceptional: "" });
    await expect(page.getByTestId("own-value")).toContainText("At most 15 days.");
    await page.goto(`${server.url}/rules/recompute?preview=1`);
    await expect(page.getByTestId("nothing-moves")).toBeVisible();
    await submit(page);
    await expect(async () => {
      await page.goto(`${server.url}/rules/recompute`);
      await expect(page.getByTestId("standing")).toContainText("All open cases", { timeout: 1000 });
    }).toPass();
  });
});
