import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { ARTICLE } from "./support/article";
import { chooseByWords, fill, send, submit, type Typed } from "./support/forms";
import { expect, listen, test } from "./support/test";

const FRIDAY = "2019-11-01T09:00:00+06:00";
const COURT = "Specialised Inter-district Administrative Court of Almaty";

test.describe.configure({ mode: "serial" });

let page: Page;
let url: string;
const at = (path: string) => page.goto(`${url}${path}`);
const caseIdOf = (address: string) => /\/cases\/([0-9a-f-]{36})/.exec(address)?.[1] ?? "";
const figure = (view: string) => page.getByTestId(`figure-${view}`);
const addressOf = async (title: string): Promise<string> => {
  await at("/events");
  return new URL((await page.getByRole("link", { name: title }).getAttribute("href")) ?? "", url).href;
};
const cases: Record<string, string> = {};
let rally: string;
/** Address of the article. */
let source: string;
const rowOf = (words: RegExp) => page.getByTestId(/^suggestion-\d+$/).filter({ hasText: words }).first();
const complaints: string[] = [];

test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  await server.start(FRIDAY, "source");
  url = server.url;
  page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  listen(page, complaints);
});
test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
test.afterAll(async () => page.close());

test("the terminal’s link opens set-up once", async ({ server }) => {
  await page.goto(server.setupLink ?? "");
  await chooseByWords(page, "placeId", "Almaty");
  await send(page, { organisation: "Erkin Almaty", locale: "en", name: "Дана Сынақ", login: "dana", password: "seven quiet horses", sample: "none" });
  await expect(page.getByTestId("count-outstanding")).toBeVisible();
  expect((await page.request.get(server.setupLink ?? "")).status()).toBe(404);
});

test("F14: the article is pasted, kept whole, and read: nothing is recorded yet", async () => {
  await at("/sources/new");
  await send(page, { kind: "article", title: "Он күнге қамалған белсенді босап шықты", language: "kk", published: "31.10.2019", text: ARTICLE });
  source = /\/sources\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
  await expect(page.getByTestId("marked-text")).toHaveText(ARTICLE, { useInnerText: true });
  const marked = async (kind: string) => (await page.locator(`[data-testid="marked-text"] mark[data-kind="${kind}"]`).allInnerTexts()).join(" | ");
  for (const [kind, words] of [
    ["when", ["31 қазан", "4 қараша", "22 қазан", "4 қазан", "16 қазан", "26 қазан"]],
    ["term", ["он тәулік"]],
    ["count", ["бес жігіт", "26 адам", "әлдеқайда көп"]],
    ["place", ["Алматы", "Нұр-Сұлтан", "Ақтөбе", "Шымкент"]],
    ["institution", ["мамандандырылған ауданаралық әкімшілік соты", "ІІМ"]],
    ["name", ["Асхат Жексебаев", "Ноян", "Айдос"]],
  ] as const)
    for (const word of words) expect(await marked(kind), kind).toContain(word);
  await expect(page.getByTestId("accepted")).toHaveCount(0);
});

test("F1: a person with names in several scripts and spellings", async () => {
  await at("/people/new");
  await page.getByTestId("add-names").click();
  await send(page, { "names.0.text": "Асхат Жексебаев", "names.1.text": "Askhat Zheksebayev", "names.1.kind": "transliteration", "names.2.text": "Asqat Jeksebaev", "names.2.kind": "transliteration", sex: "male" });
  for (const name of ["Ноян", "Айдос"]) {
    await at("/people/new");
    await send(page, { identification: "partly_identified", "names.0.text": name, "names.0.kind": "given_only", sex: "male" });
  }
  await at("/people?q=JEKSEBAEV");
  await expect(page.getByTestId("people-table")).toContainText("Асхат Жексебаев");
});

test("F2, F3, F11, F12: the pickets and the action with him as participant, the earlier rallies, and one rally in four cities that a movement called for", async () => {
  const events: (Typed & { cities: string[] })[] = [
    { cities: ["Almaty"], kind: "single_picket", title: "Pickets on Republic Square", start: "4 October 2019", end: "18.10.2019 – 22.10.2019", "sites.0.spot": "Republic Square", demands: "Release of political prisoners" },
    { cities: ["Almaty"], kind: "action", title: "Action on the Arbat", start: "16.10.2019", "sites.0.spot": "Arbat" },
    { cities: ["Almaty"], kind: "rally", title: "Earlier rallies", start: "not after 25.10.2019" },
    { cities: ["Almaty", "Astana", "Aktobe", "Shymkent"], kind: "rally", title: "Rally of 26 October", start: "26.10.2019", "organisers.0.name": "Democratic Choice of Kazakhstan", demands: "Release of political prisoners; against Chinese expansion" },
  ];
  for (const { cities, ...event } of events) {
    await at("/events/new");
    for (const [row, city] of cities.entries()) await chooseByWords(page, `sites.${row}.placeId`, city);
    if (event.kind !== "rally") await page.getByRole("checkbox", { name: /Жексебаев/ }).check();
    await send(page, event);
  }
  for (const words of ["Almaty", "Astana", "Aktobe", "Shymkent", "Chinese expansion", "Democratic Choice of Kazakhstan"]) await expect(page.locator("main")).toContainText(words);
  rally = page.url();
});

test("F1, F4: three cases of the three who were held liable", async () => {
  for (const name of ["Жексебаев", "Ноян", "Айдос"]) {
    await at("/cases/new");
    await fill(page, { who: "known" });
    await chooseByWords(page, "personId", name);
    await chooseByWords(page, "placeId", "Almaty");
    await send(page, { detentionKind: "administrative_arrest" });
    cases[name] = caseIdOf(page.url());
    await at(`/cases/${cases[name]}/edit`);
    await chooseByWords(page, "events.0.event", "Arbat");
    await send(page, { "events.0.link": "penalised_for" });
  }
});

test("F4, F5: one ruling on three; ten days for one of them, not known for the others, with the window and its reasons while typing", async () => {
  await at(`/cases/${cases["Жексебаев"]}/orders/new`);
  for (const name of ["Ноян", "Айдос"]) await page.getByRole("checkbox", { name: new RegExp(name) }).check();
  await page.getByTestId("own-terms").getByText("Different terms").click();
  for (const name of ["Ноян", "Айдос"]) await page.getByTestId("own-terms").getByLabel(new RegExp(name)).fill("?");
  await fill(page, { kind: "administrative_arrest", court: COURT, date: "22.10.2019", "term.amount": "10", "term.unit": "d" });
  const preview = page.getByTestId("release-preview");
  await expect(preview).toContainText("31 October");
  await expect(preview).toContainText("1 November 2019");
  await submit(page);
  await expect(page.getByTestId("computed-when")).toContainText("31 October");
  await expect(page.getByTestId("computed-when")).toContainText("1 November 2019");
  await expect(page.getByTestId("order-term")).toHaveText("10 days");
  for (const name of ["Ноян", "Айдос"]) {
    await at(`/cases/${cases[name]}`);
    await expect(page.locator("main")).toContainText(COURT);
    await expect(page.getByTestId("order-term")).toHaveText("not known");
    await expect(page.getByTestId("computed-none")).toBeVisible();
  }
});

test("F6: released at about four, inside the window: served, on time", async () => {
  await at(`/cases/${cases["Жексебаев"]}/moments/new?kind=released`);
  await fill(page, { when: "about 16:00 on 31 Oct" });
  await expect(page.getByTestId("read-when")).toContainText("31 October 2019, about 16:00");
  await send(page, { releaseKind: "term_served", note: "About ten activists met him." });
  await expect(page.getByTestId("observed-when")).toContainText("about 16:00");
  await expect(page.getByTestId("verdict")).toContainText(/on time/i);
});

test("F7: two released a day or two earlier, in one step", async () => {
  await at(`/cases/${cases["Ноян"]}/moments/new?kind=released`);
  await page.getByRole("checkbox", { name: /Айдос/ }).check();
  await send(page, { when: "29–30 October 2019" });
  for (const name of ["Ноян", "Айдос"]) {
    await at(`/cases/${cases[name]}`);
    await expect(page.getByTestId("observed-when")).toContainText(/29 October – .*30 October 2019/);
  }
});

test("F8, F9: five men without a name in one step, and their release as stated", async () => {
  await at("/cases/new");
  await chooseByWords(page, "placeId", "Almaty");
  await send(page, { who: "unnamed", count: "5", sex: "male", seized: "25.10.2019", agency: "Almaty police" });
  await expect(page.getByTestId("made")).toBeVisible();
  cases.five = caseIdOf(page.url());
  await at(`/cases/${cases.five}/stated/new`);
  await expect(page.locator('[name="caseIds"]')).toHaveCount(5);
  for (const box of await page.locator('[name="caseIds"]').all()) await box.check();
  await chooseByWords(page, "sourceId", "Он күнге");
  await send(page, { when: "Monday 4 November 2019", attributedTo: "Askhat Zheksebayev, to the newspaper" });
  await expect(page.getByTestId("release-stated")).toContainText("4 November 2019");
  await expect(page.getByTestId("computed-none")).toBeVisible();
});

test("F9, F10: what is alleged, by whom, of some of the five, and that the police have not commented", async () => {
  const allegations: Typed[] = [
    { acts: ["unlawful_apprehension"], when: "25.10.2019", whereText: "a house where they had gathered", attributedTo: "Askhat Zheksebayev" },
    { acts: ["beating"], victimScope: "some_of_these", attributedTo: "rights defenders" },
  ];
  for (const allegation of allegations) {
    await at(`/allegations/new?case=${cases.five}`);
    for (const box of await page.locator('[name="caseIds"]').all()) await box.check();
    await send(page, { ...allegation, "perpetrators.0.agency": "Almaty police", "perpetrators.0.involvement": "direct", response: "no_comment" });
  }
  await at(`/cases/${cases.five}`);
  for (const words of [/alleged by rights defenders/i, /some of 5/i, /not commented|no comment/i]) await expect(page.locator("main")).toContainText(words);
});

test("F11: the five are linked to the rally that they preceded and to the earlier ones that they were penalised for", async () => {
  const links = [[rally, "on_the_eve_of"], [await addressOf("Earlier rallies"), "penalised_for"]] as const;
  for (const [event, link] of links) {
    await page.goto(`${event}/cases`);
    for (const box of await page.getByRole("checkbox", { name: /of 5/ }).all()) await box.check();
    await send(page, { link });
  }
  await at(`/cases/${cases.five}`);
  await expect(page.getByTestId("case-event-on_the_eve_of")).toContainText("taken on the eve of the event: Rally of 26 October");
  await expect(page.getByTestId("case-event-penalised_for")).toContainText("penalised for the event: Earlier rallies");
  await page.goto(rally);
  await expect(page.getByTestId(/^taken-ALA-/)).toHaveCount(5);
  await expect(page.locator("main")).toContainText(/alleged by rights defenders/i);
});

test("F13: two counts that contradict each other stand beside each other and beside ours", async () => {
  await page.goto(`${rally}/counts/new`);
  for (const city of ["Almaty", "Astana"]) await page.getByRole("checkbox", { name: city }).check();
  await send(page, { attributedTo: "the Ministry of Internal Affairs", institution: "Ministry of Internal Affairs", figure: "26" });
  await page.goto(`${rally}/counts/new`);
  await chooseByWords(page, "comparedToId", "Ministry");
  await send(page, { attributedTo: "rights defenders", bound: "far_more", note: "Officials give no concrete figures." });
  await expect(page.getByTestId("count-figure")).toHaveText(["26", "far more"]);
  await expect(page.getByTestId("count-report")).toHaveText(
    "The Ministry of Internal Affairs reported 26 people detained in Almaty and Astana; rights defenders said that far more people were detained than the Ministry of Internal Affairs reported. We have recorded 5 people detained, none of them by name, 5 of them on its eve.",
  );
});

test("F12: force against people who are no cases, at the rally, with whoever says so", async () => {
  await at("/allegations/new");
  await chooseByWords(page, "eventId", "Rally of 26 October");
  await send(page, { acts: ["excessive_force"], when: "26.10.2019", victimGroup: "ordinary citizens", attributedTo: "the newspaper", "perpetrators.0.agency": "Almaty police" });
  await expect(page.getByTestId("allegation-sentence")).toHaveText(
    "It is alleged by the newspaper that people who are not yet known (ordinary citizens) were subjected to excessive force during the event “Rally of 26 October”; said to be responsible: Almaty police; the police have not been asked yet.",
  );
});

test("an allegation cannot be saved without who alleges it, and nothing typed is lost", async () => {
  await at(`/allegations/new?case=${cases.five}`);
  await fill(page, { acts: ["threats"], description: "Said in the corridor." });
  await submit(page);
  await expect(page.locator('[name="attributedTo"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('[name="description"]')).toHaveValue("Said in the corridor.");
});

test("the words of the article become claims, and stand beside the facts that they support", async () => {
  const claims = [
    [cases["Жексебаев"], /31 October 2019.*16:00/, "release", "agrees"],
    [cases["Жексебаев"], /10 days/, "term", "agrees"],
    [cases.five, /4 November 2019/, "stated_release", "agrees"],
  ] as const;
  for (const [caseId, words, field, verdict] of claims) {
    await at(`${source}/read?about=${caseId}`);
    await rowOf(words).getByRole("checkbox").check();
    await submit(page);
    await expect(page.getByTestId("taken")).toBeVisible();
    await at(`/cases/${caseId}`);
    await expect(page.getByTestId(`citations-${field}`).getByTestId("claim-verdict").first()).toHaveAttribute("data-verdict", verdict);
  }
  await expect(page.getByTestId("citations-stated_release")).toContainText("4 қараша");
});

test("F14: the page that will vanish is kept as a file with its fingerprint", async () => {
  await at(source);
  await page.getByTestId("action-add-files").click();
  const kept = Buffer.from(ARTICLE, "utf8");
  await page.getByTestId("field-files").setInputFiles({ name: "article.txt", mimeType: "text/plain", buffer: kept });
  await expect(page.getByTestId("upload").filter({ hasText: "article.txt" })).toHaveAttribute("data-state", "done");
  await at(source);
  await page.getByTestId("evidence-files").getByRole("link", { name: "article.txt" }).click();
  await expect(page.getByTestId("file-sha256")).toContainText(createHash("sha256").update(kept).digest("hex"));
});

test("F15: the rights engaged are marked on one of the five and added to the others", async () => {
  await at(`/cases/${cases.five}/rights`);
  for (const box of await page.locator('[name="otherIds"]').all()) await box.check();
  await send(page, { rights: ["iccpr_9", "iccpr_19", "iccpr_21"] });
  await expect(page.getByTestId("case-rights")).toContainText("ICCPR art. 21: peaceful assembly");
});

test("F11: the movement’s legal status stands on the page of the rally", async () => {
  await page.goto(rally);
  await page.getByRole("link", { name: "Democratic Choice of Kazakhstan" }).click();
  await expect(page).toHaveURL(/\/institutions\//);
  await page.getByTestId("action-edit").click();
  await send(page, { status: "banned", legalStatus: "by a court decision" });
  await page.goto(rally);
  await expect(page.locator("main")).toContainText(/banned/i);
  await expect(page.locator("main")).toContainText("by a court decision");
});

test("on Friday morning exactly the five are outstanding, and everything that happened is one timeline", async () => {
  await at("/");
  await expect(figure("outstanding")).toHaveText("5");
  await at(`/cases/${cases.five}/timeline`);
  for (const words of ["4 November 2019", "Rally of 26 October", "rights defenders", "Almaty police"]) await expect(page.locator("main")).toContainText(words);
});
