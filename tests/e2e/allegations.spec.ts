import type { Page } from "@playwright/test";
import { chooseByWords, fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";
const complaints: string[] = [];
let page: Page;
let url: string;
let allegation: string;
const at = (path: string) => page.goto(`${url}${path}`);

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
  url = server.url;
  page = await (await browser.newContext()).newPage();
  listen(page, complaints);
  await signIn(page, url, "dana", PASSWORD);
});
test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
test.afterAll(async () => page.close());

test("the list shows each allegation as a whole sentence and is narrowed by act, answer and words", async () => {
  await at("/");
  await page.getByTestId("nav-allegations").click();
  const rows = page.getByTestId(/^allegation-row-/);
  await expect(rows.first()).toContainText("alleged by");
  const all = await rows.count();
  await fill(page, { act: "excessive_force" });
  await page.getByTestId("action-filter").click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("қарапайым азаматтар");
  await page.getByTestId("action-clear-filters").click();
  await expect(rows).toHaveCount(all);
  await expect(page.locator('main [name="act"]')).toHaveValue("");
  await fill(page, { response: "denied", q: "Қамаудағының" });
  await page.getByTestId("action-filter").click();
  await expect(rows).toHaveCount(1);
  await expect(rows.getByTestId("complaints-overdue")).toBeVisible();
});

test("nobody and nowhere is refused with everything that was typed; at an event it is an allegation", async () => {
  await at("/allegations/new");
  await fill(page, { acts: ["kettling"], attributedTo: "two witnesses", description: "They stood in the cold for three hours.", victimBound: "about" });
  await submit(page);
  await expect(page.locator('[name="victimCount"]')).toHaveAttribute("aria-invalid", "true");
  await fill(page, { victimCount: "40" });
  await submit(page);
  await expect(page.locator('[name="eventId"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('[name="description"]')).toHaveValue("They stood in the cold for three hours.");
  await chooseByWords(page, "eventId", "Алаңдағы жиын");
  await page.getByTestId("add-perpetrators").click();
  await send(page, {
    "perpetrators.0.agency": "Есіл аудандық полиция басқармасы",
    "perpetrators.0.involvement": "direct",
    "perpetrators.1.agency": "City administration",
    "perpetrators.1.person": "the deputy who stood by",
    "perpetrators.1.involvement": "present",
    medicalAttention: "late",
  });
  allegation = new URL(page.url()).pathname;
  await expect(page.getByTestId("allegation-sentence")).toContainText(
    "It is alleged by two witnesses that about 40 people were kettled during the event “Алаңдағы жиын”; said to be responsible: Есіл аудандық полиция басқармасы (took a direct part) and City administration (was present); medical help is said to have been given late; the authorities have not been asked yet.",
  );
  await expect(page.getByTestId("allegation-sentence")).not.toContainText("deputy");
  await expect(page.getByTestId("perpetrators").first()).toContainText("the deputy who stood by");
});

test("a question, then an answer: the sentence tells the newest that counts, and one taken back stays struck through", async () => {
  await page.getByTestId("action-add-answer").click();
  await send(page, { agency: "City administration", asked: "17.11.2026" });
  await expect(page.getByTestId("allegation-sentence")).toContainText("City administration has been asked and has not answered yet.");
  await page.getByTestId("action-add-answer").click();
  await send(page, { agency: "City administration", answer: "denied", answered: "19.11.2026", note: "Nobody was kept there." });
  await expect(page.getByTestId("allegation-sentence")).toContainText("City administration denies it.");
  await page.getByTestId(/^edit-answer-/).first().click();
  // The page that is left has a form to take back as well.
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
  await page.getByTestId("action-withdraw").click();
  const back = page.getByTestId("withdraw-form");
  await back.locator('[name="reason"]').fill("said of another day");
  await back.getByTestId("submit").click();
  await expect(page.getByTestId("answers")).toContainText("said of another day");
  await expect(page.getByTestId("allegation-sentence")).toContainText("has been asked and has not answered yet.");
});

test("how far it is verified changes with a ground, and the history keeps both", async () => {
  await page.getByTestId("action-review").click();
  await fill(page, { verification: "documented" });
  await submit(page);
  await expect(page.locator('[name="ground"]')).toHaveAttribute("aria-invalid", "true");
  await send(page, { ground: "A film of the whole square." });
  await expect(page.getByTestId("reviews").getByRole("listitem")).toHaveCount(2);
  await expect(page.getByTestId("reviews")).toContainText("A film of the whole square.");
  await expect(page.getByTestId("allegation-sentence")).toContainText("borne out by documents");
});

test("a complaint has its answer due so many days after it was filed, and is told of among the tasks once that is over", async () => {
  await page.getByTestId("action-add-complaint").click();
  await send(page, { kind: "superior_body", agency: "Ministry of Justice", filed: "1.11.2026", dueDays: "15", number: "77" });
  await expect(page.getByTestId("complaints")).toContainText("answer due: 16 November 2026");
  await expect(page.getByTestId("answer-overdue")).toBeVisible();
  await at("/tasks");
  await expect(page.getByTestId("answers-due")).toContainText("Ministry of Justice, no. 77");
  await page.getByTestId("answers-due").getByRole("link", { name: /no\. 77/ }).click();
  await page.getByTestId(/^edit-complaint-/).first().click();
  await fill(page, { outcome: "rejected", answered: "19.11.2026" });
  await page.getByTestId("complaint-form").getByTestId("submit").click();
  await expect(page.getByTestId("complaints")).toContainText("rejected");
  await at("/tasks");
  await expect(page.getByTestId("answers-due")).not.toContainText("no. 77");
});

test("a complaint becomes a task of the case that it is about", async () => {
  await page.getByTestId("answers-due").getByRole("link", { name: /Ж-417/ }).click();
  await page.getByTestId(/^task-from-/).click();
  await expect(page.locator('[name="what"]')).toHaveValue(/Ж-417/);
  await send(page, {});
  await expect(page.locator("main")).toContainText("Ж-417");
});

test("all of it works without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const plain = await context.newPage();
  await plain.goto(`${url}${allegation}/responses/new`);
  await plain.locator('[name="agency"]').fill("Ministry of Justice");
  await plain.locator('[name="answer"][value="investigating"]').check();
  await plain.locator('[name="answered"]').fill("20.11.2026");
  await plain.getByTestId("response-form").getByTestId("submit").click();
  await expect(plain.getByTestId("allegation-sentence")).toContainText("Ministry of Justice says that it is being investigated.");
  await plain.goto(`${url}${allegation}/review`);
  await plain.locator("main").getByTestId("submit").click();
  await expect(plain.locator('[name="ground"]')).toHaveAttribute("aria-invalid", "true");
  await plain.locator('[name="verification"][value="disputed"]').check();
  await plain.locator('[name="ground"]').fill("The film is of another year.");
  await plain.locator("main").getByTestId("submit").click();
  await expect(plain.getByTestId("reviews").getByRole("listitem")).toHaveCount(3);
  await context.close();
});

test("taken back, it stays to be read with the reason", async () => {
  await at(allegation);
  await page.getByTestId("action-withdraw").click();
  await fill(page, { reason: "Recorded twice." });
  await page.getByTestId("withdraw-form").getByTestId("submit").click();
  await expect(page.getByTestId("allegation-withdrawn")).toContainText("Recorded twice.");
  await expect(page.getByTestId("action-edit")).toHaveCount(0);
});
