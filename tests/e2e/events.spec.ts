import type { Page } from "@playwright/test";
import { chooseByWords, fill, openFirstCase, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

const NOW = "2026-03-10T09:00:00+05:00";
const fixture = {
  ...staff(),
  sources: [{ key: "report", kind: "article", title: "A report", language: "en", text: "Dozens were taken." }],
  events: [
    { key: "earlier", kind: "action", title: "Winter action", start: "2026-02-01", places: ["ALA"], organisers: [{ name: "Example movement" }] },
    { key: "court", kind: "court_day", title: "Hearing of five", start: "2026-03-05", places: ["AST"] },
  ],
  cases: [
    { key: "one", name: "Bolat Synaqov", sex: "male", place: "ALA", seized: "2026-03-01T12:00", detentionKind: "administrative_arrest", event: "earlier", eventLink: "penalised_for", moments: [{ kind: "released", when: "2026-03-06T12:00", releaseKind: "term_served" }] },
    { key: "two", count: 2, sex: "female", place: "AST", seized: "2026-03-01" },
  ],
  orders: [{ cases: ["one"], kind: "administrative_arrest", date: "2026-03-01", term: "5 days", countFrom: "seized" }],
};

test.describe.configure({ mode: "serial" });

let page: Page;
let url: string;
let event: string;
const complaints: string[] = [];
const at = (path: string) => page.goto(`${url}${path}`);

test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  server.seed(fixture, NOW);
  await server.start(NOW);
  url = server.url;
  page = await (await browser.newContext()).newPage();
  listen(page, complaints);
  await signIn(page, url, "marat", PASSWORD);
});
test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
test.afterAll(async () => page.close());

test("an event has several sites in several cities, organisers, bodies and sources", async () => {
  await at("/events/new");
  await chooseByWords(page, "sites.1.placeId", "Astana");
  await chooseByWords(page, "sources.0.sourceId", "A report");
  await send(page, {
    kind: "rally",
    title: "Rally of 1 March",
    start: "1 March 2026",
    "sites.0.spot": "Republic Square",
    "sites.1.spot": "Central Park",
    "organisers.0.name": "Example movement",
    organiser: "students",
    demands: "Fair elections",
    permit: "refused",
    "takers.0.name": "City police",
    "stations.0.name": "Police station no. 1",
  });
  event = page.url();
  await expect(page.getByTestId("event-sites")).toContainText("Almaty, Republic Square");
  await expect(page.getByTestId("event-sites")).toContainText("Astana, Central Park");
  await expect(page.getByTestId("event-organisers")).toContainText("Example movement");
  await expect(page.getByTestId("event-permit")).toHaveText("refused");
  await expect(page.getByTestId("event-takers")).toContainText("City police");
  await expect(page.getByTestId("event-stations")).toContainText("Police station no. 1");
  await expect(page.getByTestId("event-sources")).toContainText("A report");
});

test("a spot without its city is not lost silently", async () => {
  await page.goto(`${event}/edit`);
  await fill(page, { "sites.2.spot": "Somewhere else" });
  await submit(page);
  await expect(page.locator('[name="sites.2.placeId"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('[name="sites.2.spot"]')).toHaveValue("Somewhere else");
});

test("cases are linked from the event, and from the case to several events, with the site", async () => {
  await page.goto(`${event}/cases`);
  for (const box of await page.getByRole("checkbox", { name: /of 2/ }).all()) await box.check();
  await chooseByWords(page, "siteId", "Central Park");
  await send(page, { link: "at" });
  await expect(page.locator('[data-testid^="taken-at-"]').first()).toContainText("Astana, Central Park");

  await at("/cases?view=all&q=synaqov");
  await openFirstCase(page);
  const address = page.url();
  await page.goto(`${address}/edit`);
  await expect(page.locator('[name="events.0.link"]')).toHaveValue("penalised_for");
  await chooseByWords(page, "events.1.event", "Rally of 1 March, 1 March 2026 · Almaty");
  await send(page, { "events.1.link": "at" });
  await expect(page.getByTestId("case-event-at")).toContainText("taken at the event: Rally of 1 March, 1 March 2026, Almaty, Republic Square");
  await expect(page.getByTestId("case-event-penalised_for")).toContainText("penalised for the event: Winter action");
  await page.goto(`${address}/history`);
  await expect(page.getByTestId("change-events").first()).toContainText("taken at the event: Rally of 1 March, Almaty, Republic Square");
});

test("the page of the event shows who was taken, by site, and what became of them", async () => {
  await page.goto(event);
  await expect(page.getByTestId(/^taken-ALA-/)).toContainText("administrative arrest, 5 days");
  await expect(page.getByTestId("outcome-on_time")).toHaveText("released on time: 1");
  await expect(page.getByTestId("outcome-inside")).toHaveText("still held: 2");
  await page.getByTestId("action-new-allegation").click();
  await expect(page.getByTestId("field-eventId")).toHaveValue(event.split("/").at(-1) ?? "");
  await page.goto(event);
  await page.getByTestId("institution-link").first().click();
  await expect(page).toHaveURL(/\/institutions\//);
});

test("the ledger keeps every counter’s figure beside the others’ and beside ours", async () => {
  await page.goto(`${event}/counts/new`);
  await page.getByRole("checkbox", { name: "Astana" }).check();
  await send(page, { attributedTo: "the ministry", institution: "Ministry", figure: "1 200", asOf: "1 March 2026" });
  await page.goto(`${event}/counts/new`);
  await chooseByWords(page, "comparedToId", "the ministry");
  await send(page, { attributedTo: "rights defenders", bound: "far_more" });
  await expect(page.getByTestId("count-figure")).toHaveText(["1,200", "far more"]);
  await expect(page.getByTestId("own-count")).toHaveText(["2, of them by name: 0", "3, of them by name: 1"]);
  await expect(page.getByTestId("count-report")).toHaveText(
    "The ministry reported 1,200 people detained in Astana, as of 1 March 2026; rights defenders said that far more people were detained than the ministry reported. We have recorded 3 people detained, 1 of them by name.",
  );
  await at("/events");
  const row = page.getByRole("row", { name: /Rally of 1 March/ });
  for (const words of ["1,200", "the ministry", "far more", "rights defenders"]) await expect(row).toContainText(words);
});

test("a figure that nobody could have told is refused, and nothing typed is lost", async () => {
  await page.goto(`${event}/counts/new`);
  await fill(page, { bound: "tens", figure: "40" });
  await submit(page);
  await expect(page.locator('[name="attributedTo"]')).toHaveAttribute("aria-invalid", "true");
  await fill(page, { attributedTo: "a passer-by" });
  await submit(page);
  await expect(page.locator('[name="figure"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('[name="attributedTo"]')).toHaveValue("a passer-by");
});

test("a count is corrected, and withdrawn with a reason it stays struck through and out of the report", async () => {
  await page.goto(event);
  await page.getByRole("link", { name: "the ministry", exact: true }).click();
  await page.waitForURL(/\/counts\//);
  await fill(page, { figure: "1 300" });
  await page.getByTestId("count-form").getByTestId("submit").click();
  await page.waitForURL(/#counts$/);
  await expect(page.getByTestId("count-figure").first()).toHaveText("1,300");
  await page.getByRole("link", { name: "the ministry", exact: true }).click();
  await page.waitForURL(/\/counts\//);
  await page.getByTestId("action-withdraw").click();
  await page.locator('[name="reason"]').fill("Counted another day");
  await page.getByTestId("withdraw-form").getByTestId("submit").click();
  await page.waitForURL(/#counts$/);
  await expect(page.getByTestId("count-ledger")).toContainText("Counted another day");
  await expect(page.getByTestId("count-report")).not.toContainText("ministry");
  await expect(page.getByTestId("count-report")).toContainText("Rights defenders said that far more people were detained than was reported");
});

test("the list is narrowed by kind, place, organiser, days and words, and the address can be sent", async () => {
  const found = async (query: string) => {
    await at(`/events${query}`);
    return page.getByTestId(/^event-row-/).count();
  };
  expect(await found("")).toBe(3);
  expect(await found("?kind=court_day")).toBe(1);
  expect(await found("?from=2026-03-01&to=2026-03-04")).toBe(1);
  expect(await found("?q=example+movement")).toBe(2);
  await at("/events");
  await chooseByWords(page, "organiser", "Example movement");
  await chooseByWords(page, "place", "Astana");
  await page.getByTestId("action-filter").click();
  await expect(page.getByTestId(/^event-row-/)).toHaveCount(1);
  expect(page.url()).toMatch(/place=.*organiser=|organiser=.*place=/);
  await page.getByTestId("action-clear-filters").click();
  await expect(page.getByTestId(/^event-row-/)).toHaveCount(3);
  for (const name of ["organiser", "place"]) await expect(page.getByTestId(`field-${name}`)).toHaveValue("");
  await at("/events?kind=march");
  await expect(page.getByTestId("empty")).toBeVisible();
});

test("somebody who may only read sees the ledger and no way to change it", async ({ browser }) => {
  const reader = await (await browser.newContext()).newPage();
  await signIn(reader, url, "vera", PASSWORD);
  await reader.goto(event);
  await expect(reader.getByTestId("count-ledger")).toBeVisible();
  for (const id of ["action-edit", "action-link-cases", "action-new-count", "action-new-allegation"]) await expect(reader.getByTestId(id)).toHaveCount(0);
  expect((await reader.request.get(`${event}/counts/new`)).status()).toBe(404);
  await reader.close();
});

test("a count is recorded without JavaScript", async ({ browser }) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(plain, url, "marat", PASSWORD);
  await plain.goto(`${event}/counts/new`);
  await plain.locator('main [name="attributedTo"]').fill("a local newspaper");
  await plain.locator('main [name="bound"]').selectOption("at_least");
  await plain.locator('main [name="figure"]').fill("30");
  await plain.locator("main").getByTestId("submit").click();
  await plain.waitForURL(/\/events\/[0-9a-f-]{36}(#counts)?$/);
  await expect(plain.getByTestId("count-ledger")).toContainText("at least 30");
  await plain.close();
});
