import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { returnedCsv } from "../../lib/exchange/csv";
import { readSheet } from "../../lib/documents/sheet-read";
import { textSheet } from "../../lib/documents/text-sheet";
import { csvOf, listOf } from "../support/import-rows";
import { barriers } from "./support/barriers";
import { chooseByWords, fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2020-01-15T12:00:00+06:00";

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed({ ...staff(), users: [...staff().users, { login: "coord", name: "Кезекші Сынақ", role: "coordinator", password: PASSWORD, locale: "en" }] });
  await server.start(NOW);
});

const reached = async (page: Page) => {
  expect(await barriers(page)).toEqual([]);
};

/** A published list as such lists are: contradictions, dashes for what is not known, many stations and links in one cell. */
const list = csvOf(
  listOf([
    { event_title: "Серия народных сходов", date: "2017-01-04", year: "2019", event_type: "собрание", detentions: "1373", description: "полиция задержала более 1373 участников", ovd: `${Array.from({ length: 60 }, (_, at) => `Отдел ${at + 1}`).join(",")},Отдел 1`, place: "Площадь, сквер", links: "https://example.org/a,b, https://t.me/example/1" },
    { event_title: "Русский марш", event_type: "в движении", agreement: "согласовано", organizer_name: "Комитет «Сын, Ғана»,Бірлік (БҚ)" },
    { event_title: "Одиночный пикет", region: "Санкт-Сынақ", ovd: "Отдел 1" },
    { event_title: "Акция у суда", event_type: "хоровод" },
    { event_title: "Пикет за свободу", detentions: "много" },
    { event_title: "=HYPERLINK(1)", date: "31.02.2019" },
  ]),
);
const upload = async (page: Page, url: string, content: string | Buffer, name = "список.csv", kind = "events") => {
  await page.goto(`${url}/imports/new`);
  await page.getByTestId("field-kind").selectOption(kind);
  await page.getByTestId("field-file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await submit(page);
};

test("a published list is mapped, looked at row by row, recorded, and what was refused comes back corrected", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/events`);
  await page.getByTestId("action-imports").click();
  await expect(page.getByTestId("empty")).toBeVisible();
  await reached(page);
  await page.getByTestId("action-new-import").click();
  await expect(page.getByTestId("field-file")).toBeVisible();
  await reached(page);
  await page.getByTestId("field-kind").selectOption("events");
  await page.getByTestId("field-file").setInputFiles({ name: "список.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await submit(page);

  await expect(page.getByTestId("columns-form")).toBeVisible();
  await expect(page.locator("main")).toContainText("6 rows; letters: UTF-8; between cells: comma");
  await expect(page.getByTestId("field-columns.0.field")).toHaveValue("year");
  await expect(page.getByTestId("field-columns.14.field")).toHaveValue("stations");
  await reached(page);
  await fill(page, { "columns.3.field": "skip", "columns.2.field": "start" });
  await submit(page);
  await expect(page.getByTestId("error-summary")).toContainText("Say which column holds the title");
  await fill(page, { "columns.2.field": "title", "columns.3.field": "start" });
  await send(page, {});

  await expect(page.getByTestId("details-form")).toBeVisible();
  await reached(page);
  await submit(page);
  await expect(page.getByTestId("error-summary")).toContainText("Who made this list");
  await page.getByTestId("new-place-1").locator("summary").click();
  await send(page, { sender: "Сын-Инфо", "places.1.code": "sny", "places.1.country": "RU", "places.1.zone": "Europe/Moscow" });

  await expect(page.getByTestId("draft-notice")).toContainText("Would be recorded: 3. Set aside: 0. Refused: 3.");
  await expect(page.getByTestId("draft-notice")).toContainText("Санкт-Сынақ (SNY, Europe/Moscow)");
  const row = (number: number) => page.getByTestId(`row-${number}`);
  await expect(row(2).getByTestId("doubt-year_differs")).toContainText("The row says 2019, but its date is 2017-01-04.");
  await expect(row(2)).toContainText("1,373 (exactly), says Сын-Инфо");
  await expect(row(2)).toContainText("60 stations · 2 links");
  await expect(row(2).getByTestId("doubt-repeated_station")).toContainText("Отдел 1");
  await expect(row(2).getByTestId("doubt-figure_worded")).toContainText("более 1373");
  await expect(row(3)).toContainText("Комитет «Сын, Ғана», Бірлік (БҚ)");
  await expect(row(4).getByTestId("doubt-station_elsewhere")).toContainText("Отдел 1 (Санкт-Сынақ)");
  await expect(row(5).getByTestId("problem-unknown_kind")).toHaveText("event_type: Nobody has said what kind of event “хоровод” is.");
  await expect(row(6).getByTestId("problem-not_a_figure")).toContainText("detentions: “много”");
  await expect(row(7).getByTestId("problem-impossible_date")).toContainText("date:");
  await reached(page);
  await page.getByTestId("show-refused").click();
  await expect(page.getByTestId("row-table").getByTestId(/^row-/)).toHaveCount(3);

  await page.getByTestId("record-form").getByTestId("submit").click();
  await expect(page.getByTestId("recorded-notice")).toContainText("Recorded: 3. Set aside: 0. Refused: 3.");
  await reached(page);
  const download = page.waitForEvent("download");
  await page.getByTestId("action-left-out").click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const left = Buffer.concat(chunks).toString("utf8");
  expect(left).toContain("erkin:reason");
  expect(left).toContain("'=HYPERLINK(1)");
  expect(left).toContain("detentions: “много” is not a number of people.");

  await row(2).getByRole("link", { name: "Серия народных сходов" }).click();
  await expect(page.getByTestId("page-title")).toHaveText("Серия народных сходов");
  await expect(page.locator("main")).toContainText("1,373");
  await expect(page.locator("main")).toContainText("Отдел 60");
  await reached(page);

  await upload(page, server.url, left.replace("хоровод", "акция").replace("много", "20+").replace("31.02.2019", "01.02.2019"), "исправленный.csv");
  await expect(page.getByTestId("draft-notice")).toContainText("Would be recorded: 3. Set aside: 0. Refused: 0.");
  await expect(page.getByTestId("draft-notice")).toContainText("The answers from an earlier file");
  await page.getByTestId("record-form").getByTestId("submit").click();
  await expect(page.getByTestId("recorded-notice")).toContainText("Recorded: 3.");
  await upload(page, server.url, list);
  await expect(page.getByTestId("draft-notice")).toContainText("Would be recorded: 0. Set aside: 3. Refused: 3.");
  await expect(row(3).getByTestId("doubt-known_key")).toBeVisible();
  await page.getByTestId("action-discard").click();
  await page.getByTestId("discard-form").getByTestId("submit").click();
  await expect(page.getByTestId("import-table")).toContainText("thrown away");
});

test("a file that is no table, or too large, is refused in plain words, and a stranger’s form is not taken", async ({ page, server }) => {
  await signIn(page, server.url, "coord", PASSWORD);
  await upload(page, server.url, `a,b\n1,2\n3,"4\n${"5,6\n".repeat(500)}`);
  await expect(page.getByTestId("upload-problem")).toContainText("never closed: the cell begins on line 3 of the file, as cell 2 of its row (column B in a spreadsheet)");
  await expect(page.getByTestId("field-kind")).toHaveValue("events");
  const large = test.info().outputPath("large.csv");
  writeFileSync(large, Buffer.alloc(64_000_500, "a"));
  await page.goto(`${server.url}/imports/new?kind=events`);
  await page.getByTestId("field-file").setInputFiles(large);
  await submit(page);
  await expect(page.getByTestId("upload-problem")).toContainText("larger than 64 MB");
  await expect(page.getByTestId("field-kind")).toHaveValue("events");
  await upload(page, server.url, Buffer.from("PK\u0003\u0004 and nothing that follows"), "кесте.xlsx");
  await expect(page.getByTestId("upload-problem")).toContainText("The XLSX file could not be read");
  const strange = await page.request.post(`${server.url}/api/imports`, { headers: { origin: "https://elsewhere.example" }, multipart: { file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("title\nx\n") } } });
  expect(strange.status()).toBe(403);
});

/** As somebody keeps it in a spreadsheet: Russian headings, Kazakh names, dates and terms in words. */
const caseRows = [
  ["№", "ФИО", "Пол", "Дата задержания", "Город", "Кем задержан", "Суд", "Дата постановления", "Срок", "Вид наказания", "Обещали освободить"],
  ["1", "Сынақова Әйгерім Қанатқызы", "жен", "25 октября 2019, 14:00", "Алматы", "Бостандық УП", "Мысал соты", "26.10.2019", "15 суток", "адм. арест", "10 ноября 2019"],
  ["2", "Үлгіұлы Ұлықбек", "мужчена", "25.10.2019", "Алматы", "Бостандық УП", "Мысал соты", "26.10.2019", "он тәулік", "адм. арест", ""],
  ["3", "Өтегенова Гүлнұр", "жен", "31.02.2019", "Алматы", "", "", "", "", "", ""],
  ["4", "Жақсыбекұлы Ғани", "муж", "конец октября 2019", "Алматы", "", "", "", "", "", ""],
];

test("cases in Russian with Kazakh names come in, a refused row is corrected and fed again, and the file is taken back", async ({ page, server }) => {
  test.setTimeout(180_000);
  await signIn(page, server.url, "coord", PASSWORD);
  await page.goto(`${server.url}/cases`);
  await page.getByTestId("action-imports").click();
  await expect(page.getByTestId("field-kind")).toHaveValue("cases");
  // As spreadsheets in Russian and Kazakh save it: semicolons, because commas stand in the dates.
  await upload(page, server.url, returnedCsv(caseRows, "semicolon"), "дела.csv", "cases");
  for (const [at, field] of ["external_id", "name", "sex", "taken", "place", "agency", "court", "order_date", "term", "order_kind", "stated_release"].entries()) await expect(page.getByTestId(`field-columns.${at}.field`)).toHaveValue(field);
  await reached(page);
  await submit(page);
  await expect(page.getByTestId("details-form")).toBeVisible();
  // The misspelt word has a suggestion, accepted once for all rows.
  await expect(page.getByLabel("мужчена")).toHaveValue("male");
  await reached(page);
  await send(page, { sender: "Сын-Инфо" });
  const row = (number: number) => page.getByTestId(`row-${number}`);
  await expect(page.getByTestId("draft-notice")).toContainText("Would be recorded: 3. Set aside: 0. Refused: 1.");
  await expect(row(2)).toContainText("Сынақова Әйгерім Қанатқызы");
  await expect(row(2)).toContainText("15 days");
  await expect(row(4).getByTestId("problem-impossible_date")).toContainText("Дата задержания:");
  await reached(page);
  await page.getByTestId("record-form").getByTestId("submit").click();
  await expect(page.getByTestId("recorded-notice")).toContainText("Recorded: 3. Set aside: 0. Refused: 1.");
  const first = page.url();
  const own = await (await page.request.get(`${server.url}${(await page.getByTestId("action-left-out").getAttribute("href")) ?? ""}`)).text();
  expect(own.split("\r\n")[0]).toBe(`\uFEFF${(caseRows[0] ?? []).join(";")};erkin:reason`);

  const download = page.waitForEvent("download");
  await page.getByTestId("action-left-out-xlsx").click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const sheet = await readSheet(Buffer.concat(chunks));
  expect(sheet.ok && sheet.rows[0]).toContain("erkin:reason");
  const corrected = await textSheet(sheet.ok ? sheet.rows.map((cells) => cells.map((cell) => (cell === "31.02.2019" ? "28.02.2019" : cell))) : []);
  await upload(page, server.url, corrected, "исправлено.xlsx", "cases");
  await expect(page.getByTestId("draft-notice")).toContainText("Would be recorded: 1. Set aside: 0. Refused: 0.");
  await page.getByTestId("record-form").getByTestId("submit").click();
  await expect(page.getByTestId("recorded-notice")).toContainText("Recorded: 1.");
  await row(2).getByRole("link", { name: "Өтегенова Гүлнұр" }).click();
  await expect(page.getByTestId("page-title")).toContainText("Өтегенова Гүлнұр");

  await page.goto(first);
  await page.getByTestId("action-undo").click();
  await expect(page.getByTestId("undo-count")).toContainText("3 records would be taken back");
  await reached(page);
  await fill(page, { reason: "A wrong file", password: PASSWORD });
  await submit(page);
  await expect(page.getByTestId("undone-notice")).toContainText("Taken back: 3.");
  await expect(row(2).getByTestId("verdict-withdrawn")).toBeVisible();
  await reached(page);
  await page.goto(`${server.url}/cases?view=all&q=Сынақова`);
  await expect(page.locator("main")).not.toContainText("Әйгерім");
});

test("who only records or reads sees no import", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/events`);
  await expect(page.getByTestId("action-imports")).toHaveCount(0);
  for (const path of ["/imports", "/imports/new"]) expect((await page.request.get(server.url + path)).status(), path).toBe(404);
  const sent = await page.request.post(`${server.url}/api/imports`, { headers: { origin: server.url }, multipart: { file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("title\nx\n") } }, maxRedirects: 0 });
  expect(sent.status()).toBe(403);
});

test("hundreds of rows go on being recorded after the answer, and none of it needs JavaScript", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: "ru-RU" })).newPage();
  await signIn(page, server.url, "coord", PASSWORD);
  const rows = Array.from({ length: 300 }, (_, at) => ({ event_id: `k${at}`, event_title: `Шағын пикет ${at} көше`, date: `2019-0${1 + (at % 9)}-1${at % 10}`, organizer_name: "" }));
  await upload(page, server.url, csvOf(listOf(rows)), "үлкен.csv");
  // The headings were mapped before: the answers are remembered.
  await expect(page.getByTestId("draft-notice")).toContainText("300");
  await expect(page.getByTestId("pagination")).toBeVisible();
  await page.getByTestId("action-details").click();
  await chooseByWords(page, "language", "Kazakh");
  await submit(page);
  await page.getByTestId("record-form").getByTestId("submit").click();
  await expect(page.getByTestId("going-notice").or(page.getByTestId("recorded-notice"))).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByTestId("recorded-notice")).toContainText("Recorded: 300", { timeout: 500 });
  }).toPass({ timeout: 200_000 });
  await page.close();
});
