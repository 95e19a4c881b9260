import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ server }) => {
  await server.fresh();
  const arrest = { kind: "administrative_arrest", court: "Қалалық сот" };
  server.seed(
    {
      ...staff(),
      sources: [{ key: "report", kind: "article", title: "A report", language: "en", text: "She was let go on 8 November. Officers beat her." }],
      people: [{ key: "saule", names: [{ text: "Сәуле Сынақова", kind: "legal" }], sex: "female" }, { key: "script", names: [{ text: "Әсия Сынақова", kind: "legal" }], sex: "female" }],
      cases: [
        { key: "first", person: "saule", seized: "2025-09-01", place: "ALA", moments: [{ kind: "released", when: "2025-09-11" }] },
        { key: "second", person: "saule", seized: "2026-10-29T10:00", place: "ALA", moments: [{ kind: "released", when: "2026-11-08", releaseKind: "term_served" }] },
        { key: "third", person: "saule", seized: "2026-11-10", place: "ALA", detentionKind: "administrative_arrest", stated: [{ when: "2026-11-27", attributedTo: "a relative", source: "report" }] },
      ],
      orders: [
        { ...arrest, cases: ["second"], date: "2026-10-30", term: "P10D", countFrom: "seized" },
        { ...arrest, cases: ["third"], date: "2026-11-11", term: "P15D", countFrom: "seized" },
        { kind: "appeal", cases: ["third"], date: "2026-11-16", term: "P12D" },
      ],
      allegations: [{ cases: ["third"], acts: ["beating"], when: "2026-11-10/2026-11-11", attributedTo: "a relative", source: "report", response: "denied", responseWhen: "2026-11-14" }],
      citations: [{ cases: ["second"], source: "report", field: "release", quote: "She was let go on 8 November." }],
    },
    NOW,
  );
  await server.start(NOW);
});

async function openPerson(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/people?q=${encodeURIComponent(name)}`);
  await page.getByTestId("people-table").getByRole("link", { name }).first().click();
  await expect(page.locator("h1")).toContainText(name);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("consent is recorded, shown as a table, and withdrawn at once", async ({ page, server }) => {
      await signIn(page, server.url, "marat", PASSWORD);
      await openPerson(page, server.url, javaScriptEnabled ? "Сәуле" : "Әсия");
      await expect(page.getByTestId("consent-rule")).toContainText("No consent is recorded: for internal use only.");
      await expect(page.getByTestId("consent-table")).toHaveCount(0);
      await page.getByTestId("action-add-consent").click();
      await expect(page.getByTestId("consent-form")).toBeVisible();
      const given = { purpose: "advocacy", audiences: ["un_bodies", "partners"], givenBy: "relative", givenByName: "Үлгі Апа", form: "written" };
      await fill(page, { ...given, given: "30.11.2026" });
      await submit(page);
      await expect(page.getByTestId("error-summary")).toBeVisible();
      await expect(page.locator('[name="givenByName"]')).toHaveValue("Үлгі Апа");
      await send(page, { given: "12.11.2026", expires: "31.12.2026" });
      const row = page.getByTestId("consent-advocacy");
      await expect(row.getByTestId("answer-un_bodies")).toContainText("may");
      await expect(row.getByTestId("answer-un_bodies")).toContainText("until");
      await expect(row.getByTestId("answer-media")).toContainText("no: nothing recorded");
      if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);

      await page.getByTestId("consent-row-stands").filter({ hasText: "UN bodies" }).getByTestId("action-edit-consent").click();
      await page.getByTestId("action-withdraw").click();
      const form = page.getByTestId("withdraw-form");
      await form.locator('[name="reason"]').fill("Pressure on the family");
      await form.getByTestId("submit").click();
      await expect(row.getByTestId("answer-un_bodies")).toHaveAttribute("data-state", "withdrawn");
      await expect(row.getByTestId("answer-partners")).toHaveAttribute("data-state", "stands");
      await expect(page.getByTestId("consent-row-withdrawn")).toContainText("Pressure on the family");
    });
  });
}

test("a viewer sees the consent and not the name of who gave it", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await openPerson(page, server.url, "Сәуле");
  await expect(page.getByTestId("consents")).toContainText("a relative");
  await expect(page.locator("body")).not.toContainText("Үлгі Апа");
  await expect(page.getByTestId("action-add-consent")).toHaveCount(0);
});

test("all detentions of a person lie on one axis, and the one that soon followed a release says so", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await openPerson(page, server.url, "Сәуле");
  const history = page.getByTestId("custody-history");
  await expect(history.getByTestId(/^history-[A-Z0-9]/)).toHaveCount(3);
  await expect(history.getByTestId("flag-again")).toHaveText("detained again 2 days after a release");
  await expect(history.getByTestId("history-words")).toContainText("3 detentions are recorded");
  await expect(history.getByTestId("history-words")).toContainText("1 of them began within 7 days of a release");
  await history.getByTestId(/^history-[A-Z0-9]/).last().getByRole("link").first().click();
  await expect(page.getByTestId("five-questions")).toBeVisible();
  await expect(page.getByTestId("flag-nth")).toHaveText("3rd detention of 3");
  await expect(page.getByTestId("flag-year")).toHaveText("2nd within a year");
  await expect(page.getByTestId("consent-line")).toContainText("May be named for: advocacy with international bodies (partner organisations).");
});

test("the picture of a case says in sentences what it shows, with stated apart from computed and rulings by number", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await openPerson(page, server.url, "Сәуле");
  await page.getByTestId(/^history-[A-Z0-9]/).last().getByRole("link").first().click();
  const words = page.getByTestId("band-words");
  await expect(words).toContainText("Custody began: 10 November 2026.");
  await expect(words).toContainText("Computed release:");
  await expect(words).toContainText("Stated by a relative: 27 November 2026.");
  await expect(page.getByTestId("ruling-key").getByRole("listitem")).toHaveCount(2);
  await expect(page.getByTestId("lately")).toContainText("denied");
  await page.getByTestId("action-timeline").click();
  await expect(page).toHaveURL(/\/timeline$/);
  await expect(page.getByTestId("timeline").getByTestId(/^line-(?!uncertain)/)).toHaveCount(6);
  const kinds = await page.getByTestId("timeline").getByTestId(/^line-(?!uncertain)/).evaluateAll((lines) => lines.map((line) => line.getAttribute("data-testid")));
  expect(kinds).toEqual(["line-custody", "line-allegation", "line-ruling", "line-answer", "line-ruling", "line-stated"]);
  await expect(page.getByTestId("line-allegation")).toContainText("says a relative");
  await expect(page.getByTestId("line-allegation").getByTestId("line-uncertain")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByTestId("kind-ruling").click();
  await expect(page).toHaveURL(/\?kind=ruling$/);
  await expect(page.getByTestId(/^line-(?!uncertain)/)).toHaveCount(2);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a quotation stands beside the line that it supports", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await openPerson(page, server.url, "Сәуле");
  await page.getByTestId(/^history-[A-Z0-9]/).nth(1).getByRole("link").first().click();
  await page.getByTestId("action-timeline").click();
  await expect(page.getByTestId("line-custody").last()).toContainText("She was let go on 8 November.");
});

test("tasks that nobody has taken are a list of their own", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/tasks`);
  await page.getByTestId("view-nobody").click();
  await expect(page).toHaveURL(/view=nobody/);
  await expect(page.getByTestId("empty")).toContainText("Every open task has somebody who does it.");
});
