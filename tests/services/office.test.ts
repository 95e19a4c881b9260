import { spawnSync } from "node:child_process";
import { beforeEach, describe, expect, it } from "vitest";
import { readSheet } from "@/lib/documents/sheet-read";
import { readCsv } from "@/lib/exchange/csv-read";
import { getCaseList } from "@/lib/services/case-list";
import { recordCase } from "@/lib/services/cases";
import { makeExport, openExport } from "@/lib/services/export-register";
import { setImportDetails } from "@/lib/services/import-details";
import { getImportPage } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { importSettled } from "@/lib/services/import-work";
import { bringSheet } from "@/lib/services/sheet-drafts";
import { getSheet } from "@/lib/services/sheet-compare";
import { getSheetFile, takeSheet } from "@/lib/services/sheet-export";
import { answers } from "../support/import-files";
import { throughOffice } from "../support/office";
import { almaty, coordinator, freshWorld, monitor, setNow } from "../support/world";
import { bytesOf } from "../support/zip";

const XLSX = "xlsx:Calc MS Excel 2007 XML";
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
const there = !spawnSync("soffice", ["--version"]).error;
const quick = { who: "named", name: "Ерлан Сейтов", personId: null, count: "", sex: "male", seized: "2019-10-26T13:00", placeId: almaty, agency: "УВД Медеуского района", heldAt: "Изолятор № 1", detentionKind: "administrative_arrest" } as const;
const through = (bytes: Uint8Array, from: string, to: string, reading?: string): Buffer => throughOffice(bytes, from, to, reading) ?? Buffer.alloc(0);
/** As a file of ours is read: without the sign that keeps a spreadsheet from computing a word. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, "");
const trimmed = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));

beforeEach(async () => {
  setNow("2019-10-30T09:00:00+06:00");
  await freshWorld();
  for (const name of ["Ерлан Сейтов", "=Қуаныш Әбенов", "Һәкім Өтеұлы"]) await recordCase(monitor, { ...quick, name });
  await recordCase(monitor, { ...quick, name: "Ғани Ұлы", seized: "2019-10" });
});

describe.runIf(there)("what LibreOffice makes of our sheets", { timeout: 120_000 }, () => {
  it("comes back as it went, when a sheet is saved there and nothing was changed", async () => {
    const { sheetId } = await takeSheet(coordinator, { filter: "view=all", reason: "A journey", locale: "en", password: "" });
    const { bytes } = await getSheetFile(coordinator, sheetId);
    const saved = through(bytes, "xlsx", XLSX);
    const brought = await bringSheet(coordinator, { name: "cases.xlsx", bytes: saved });
    expect((await getSheet(coordinator, brought.sheetId, "en")).cells).toEqual([]);
  });

  it("is what stands in an export: no number, date or formula is made of a word", async () => {
    const { exportId } = await makeExport(coordinator, { what: "cases", format: "xlsx", to: "internal", purpose: "", filter: "view=all", reason: "to be read", password: "" });
    const bytes = await bytesOf((await openExport(coordinator, exportId)).body);
    const [ours, theirs] = [await readSheet(bytes), readCsv(through(bytes, "xlsx", CSV).toString("utf8"), "auto")];
    if (!ours.ok || !theirs.ok) throw new Error("unreadable");
    // It shows a cell that is true as TRUE.
    const shown = (cell: string) => (cell === "TRUE" || cell === "FALSE" ? cell.toLowerCase() : cell);
    expect(trimmed(theirs.rows.map(({ cells }) => cells.map(shown)))).toEqual(trimmed(ours.rows.slice(1).map((row) => row.map(unguarded))));
    expect(ours.rows.flat()).toContain("'=Қуаныш Әбенов");
  });

  it("is imported by the dates that it made of what was typed, as what they were", async () => {
    const typed = ["ФИО;Дата задержания;Город;Срок", "Тестова Айгүл;25.10.2019;Алматы;15 суток", "Һәкім Ағаев;25.10.2019 18:40;Алматы;10"].join("\r\n");
    const saved = through(Buffer.from(`\ufeff${typed}`), "csv", XLSX, "CSV:59,34,76,1,1/2/2/4/3/2/4/2,1049");
    const { importId } = await startImport(coordinator, { name: "дела.xlsx", bytes: saved, encoding: "auto", delimiter: "auto", kind: "cases" });
    await setImportDetails(coordinator, await answers(coordinator, importId, { sender: "Қоғам Сын" }), { version: 1 });
    await importSettled(importId);
    await recordImport(coordinator, { importId }, { version: (await getImportPage(coordinator, importId)).version });
    const { items } = await getCaseList(coordinator, { view: "all", q: "ALA-2019" });
    expect(items.flatMap(({ personName, seizedText }) => (typed.includes(personName) ? [[personName, seizedText]] : [])).sort()).toEqual([["Тестова Айгүл", "2019-10-25"], ["Һәкім Ағаев", "2019-10-25T18:40"]]);
  });
});
