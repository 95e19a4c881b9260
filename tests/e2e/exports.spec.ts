import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { Decrypter } from "age-encryption";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { readOutFile } from "@/lib/exchange/out-schema";
import { unzipped } from "../support/zip";
import { barriers } from "./support/barriers";
import { chooseByWords, fill, send, signIn, speak, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";
const PASSPHRASE = "four invented grey words";

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  const everyone = staff();
  server.seed({ ...everyone, users: [...everyone.users, { login: "ruslan", name: "Руслан Сынақ", role: "coordinator", password: PASSWORD, locale: "ru" }, { login: "kamila", name: "Камила Сынақ", role: "coordinator", password: PASSWORD, locale: "kk" }] });
  server.seed("sample", NOW);
  await server.start(NOW);
});

const reached = async (page: Page) => {
  expect(await barriers(page)).toEqual([]);
};
const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

async function fetched(page: Page): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("action-fetch").click()]);
  return download;
}

/** From the form to the file. */
async function taken(page: Page, url: string, typed: Record<string, string>): Promise<Download> {
  await page.goto(`${url}/exports`);
  await fill(page, typed);
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("export-summary")).toBeVisible();
  const before = page.url();
  await submit(page);
  await expect.poll(() => page.url()).not.toBe(before);
  return fetched(page);
}

/** Words of a table that go on in another line, though they are no longer than words are. */
const brokenWords = (page: Page) =>
  page.getByTestId("fact-table").evaluate((table) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const word of (node.textContent ?? "").matchAll(/[^\s\-–/.@:;,()]+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)));
        if (lines.size > 1 && word[0].length < 24) found.push(word[0]);
      }
    }
    return found;
  });

test("the preview breaks no word in the middle, on a phone or beside other records, and moves in its box only", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  for (const locale of ["ru", "kk", "en"] as const) {
    await speak(page, locale);
    await page.goto(`${server.url}/exports/preview?what=cases&to=internal&view=all`);
    await expect(page.getByTestId("fact-table")).toBeVisible();
    for (const width of [1440, 1024, 700, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await brokenWords(page), `${locale} ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await reached(page);
  }
});

test("the list of cases leads to what will leave, and the file is what was shown", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  const inList = await page.getByTestId(/^case-row-/).count();
  await page.getByTestId("action-export").click();
  await expect(page.getByTestId("field-view")).toHaveValue("all");
  await expect(page.getByTestId("field-to")).toHaveValue("public");
  await reached(page);
  await fill(page, { format: "json", purpose: "publication" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("summary-profile")).toHaveText("As anybody may know it");
  await expect(page.getByTestId("fact-lawyer")).toContainText("stays here");
  await expect(page.getByTestId("fact-person-displayName")).toContainText("where the person agreed; else");
  await reached(page);
  const shown = await page.getByTestId("summary-count").innerText();
  await submit(page);
  await expect(page.getByTestId("action-fetch")).toBeVisible();
  await reached(page);
  const download = await fetched(page);
  expect(download.suggestedFilename()).toMatch(/^erkin-1-cases-public-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.json$/);
  const read = readOutFile((await bytesOf(download)).toString());
  expect(read.head).toMatchObject({ profile: "public", by: "Erkin", purpose: "publication", filter: null });
  expect(`${read.records.length} records`).toBe(shown);
  expect(read.records.length).toBe(inList);
  expect(JSON.stringify(read.records)).not.toMatch(/Жексебаев|"ownerName":"[^"]/);
  await page.reload();
  await expect(page.getByTestId("export-fetched")).toContainText(`${read.records.length} records`);
});

test("a recipient is added, gets a workbook under pseudonyms, and is closed", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/exports`);
  await page.getByTestId("action-recipients").click();
  await page.getByTestId("action-new-recipient").click();
  await fill(page, { name: "Invented committee", audience: "public", profile: "partner" });
  await submit(page);
  await expect(page.getByTestId("error-summary")).toContainText("Whoever tells everybody");
  await expect(page.locator('[name="name"]')).toHaveValue("Invented committee");
  await send(page, { audience: "un_bodies" });
  await expect(page.locator("h1")).toHaveText("Invented committee");
  await page.getByTestId("action-export").click();
  await fill(page, { what: "people", format: "xlsx", purpose: "advocacy" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("summary-to")).toHaveText("Invented committee (UN bodies)");
  await submit(page);
  const sheet = await readSheet(await bytesOf(await fetched(page)), "people");
  expect(sheet[0]?.slice(0, 3)).toEqual(["id", "version", "named"]);
  expect(sheet[1]?.slice(0, 2)).toEqual(["ID", "Version"]);
  expect(sheet.slice(2).length).toBeGreaterThan(3);
  expect(sheet.slice(2).every(([id]) => /^P-[0-9A-Z]{10}$/.test(String(id)))).toBe(true);
  await page.goto(`${server.url}/exports/recipients`);
  await page.getByRole("link", { name: "Invented committee" }).click();
  await expect(page.getByTestId("export-register").getByRole("rowheader")).toHaveCount(1);
  await page.getByTestId("action-edit").click();
  await send(page, { closed: "yes" });
  await expect(page.getByTestId("action-export")).toHaveCount(0);
  await page.goto(`${server.url}/exports`);
  await expect(page.locator('[name="to"]')).not.toContainText("Invented committee");
});

test("in full it asks why and for the password, and loses nothing that was typed", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/exports`);
  await fill(page, { to: "internal", format: "csv" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("export-summary")).toBeVisible();
  await submit(page);
  await expect(page.locator('[name="reason"]')).toHaveAttribute("aria-invalid", "true");
  await fill(page, { reason: "for the archive", password: "not the password" });
  await submit(page);
  await expect(page.locator('[name="password"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('[name="reason"]')).toHaveValue("for the archive");
  await send(page, { password: PASSWORD });
  const [keys = [], ...rows] = parse(await bytesOf(await fetched(page)), { bom: true }) as string[][];
  expect(keys.slice(0, 5)).toEqual(["id", "version", "reference", "person.id", "person.version"]);
  expect(rows.map((row) => row[keys.indexOf("person.displayName")]).join()).toContain("Жексебаев");
});

test("everything leaves sealed, once, and opens with the passphrase", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/exports/everything`);
  await reached(page);
  await fill(page, { reason: "a copy elsewhere", passphrase: "short", again: "short", password: PASSWORD });
  await submit(page);
  await expect(page.locator('[name="passphrase"]')).toHaveAttribute("aria-invalid", "true");
  await send(page, { passphrase: PASSPHRASE, again: PASSPHRASE, password: PASSWORD });
  await expect(page.getByTestId("action-fetch")).toBeVisible();
  const download = await fetched(page);
  expect(download.suggestedFilename()).toMatch(/^erkin-\d{4}-\d\d-\d\d\.zip\.age$/);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(PASSPHRASE);
  const members = unzipped(Buffer.from(await decrypter.decrypt(await bytesOf(download))));
  expect([...members.keys()]).toEqual(expect.arrayContaining(["README.kk.txt", "records/cases.jsonl", "records/cases.csv", "erkin-1/cases.json", "manifest.json"]));
  await page.reload();
  await expect(page.getByTestId("archive-gone")).toBeVisible();
});

test("the counts of one event leave from its page by the same way, to everybody unless somebody is chosen", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/events`);
  for (const href of await page.locator("main a[href^='/events/']").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "").filter((each) => /[0-9a-f-]{36}$/.test(each)))) {
    await page.goto(server.url + href);
    if (await page.getByTestId("action-export-counts").count()) break;
  }
  const title = await page.locator("h1").innerText();
  await page.getByTestId("action-export-counts").click();
  await expect(page.getByTestId("field-what")).toHaveValue("counts");
  await expect(page.getByTestId("field-to")).toHaveValue("public");
  await expect(page.getByTestId("export-form")).toContainText("Only the counts of the event that you came from.");
  await fill(page, { format: "json" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("summary-which")).toHaveText(title);
  await reached(page);
  const shown = await page.getByTestId("summary-count").innerText();
  await submit(page);
  await expect(page.getByTestId("action-fetch")).toBeVisible();
  const { records } = readOutFile((await bytesOf(await fetched(page))).toString());
  expect([`${records.length} record${records.length === 1 ? "" : "s"}`, new Set(records.map((record) => ("eventId" in record ? record.eventId : ""))).size]).toEqual([shown, 1]);
});

for (const [login, words, english] of [["ruslan", "Что уйдёт", /stays here|Person|Records/], ["kamila", "Не кетеді", /stays here|Person|Records/]] as const) {
  test(`speaks the language of ${login}`, async ({ page, server }) => {
    await signIn(page, server.url, login, PASSWORD);
    await page.goto(`${server.url}/exports?what=allegations`);
    expect(await page.locator("main").innerText()).not.toMatch(english);
    await page.getByTestId("action-preview").click();
    await expect(page.locator("h1")).toHaveText(words);
    expect(await page.locator("main").innerText()).not.toMatch(english);
    const download = await taken(page, server.url, { what: "cases", format: "xlsx" });
    const sheet = await readSheet(await bytesOf(download), "cases");
    expect(String(sheet[1]?.[5])).toMatch(/^[А-ЯҚӘӨҮҰҒҢҺІа-яқәөүұғңһі ,:-]+$/);
    expect(sheet[0]?.[5]).toBe("person.named");
  });
}

test("a viewer and a monitor find no way there", async ({ page, server }) => {
  for (const login of ["vera", "marat"]) {
    await page.context().clearCookies();
    await signIn(page, server.url, login, PASSWORD);
    await page.goto(`${server.url}/cases?view=all`);
    await expect(page.getByTestId("action-export")).toHaveCount(0);
    for (const path of ["/exports", "/exports/preview?what=cases&to=public&purpose=publication", "/exports/recipients", "/exports/everything"]) expect((await page.request.get(server.url + path)).status(), path).toBe(404);
    expect((await page.request.get(`${server.url}/api/export/file/00000000-0000-4000-8000-000000000000`)).status()).toBe(403);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the same way leads to the file", async ({ page, server }) => {
    await signIn(page, server.url, "dana", PASSWORD);
    await page.goto(`${server.url}/exports`);
    await chooseByWords(page, "what", "Events");
    const download = await taken(page, server.url, { what: "events", format: "json" });
    expect(readOutFile((await bytesOf(download)).toString()).what).toBe("events");
  });
});
