import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import writeExcelFile from "write-excel-file/node";
import { readSheet } from "@/lib/documents/sheet-read";
import { auditEntries, cases, custodyMoments, orders, people, sheetExports } from "@/db/schema";
import type { Store } from "@/db/store";
import { getEditableCase, updateCase } from "@/lib/services/cases";
import { recordOrder } from "@/lib/services/orders";
import { recordCase } from "@/lib/services/cases";
import { applySheet } from "@/lib/services/sheet-apply";
import { getSheet } from "@/lib/services/sheet-compare";
import { bringSheet, discardSheet, getSheets } from "@/lib/services/sheet-drafts";
import { getSheetFile, getSheetForm, takeSheet } from "@/lib/services/sheet-export";
import { verifyChain } from "@/lib/services/audit-verify";
import { almaty, coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

const quick = { who: "named", name: "Ерлан Сейтов", personId: null, count: "", sex: "male", seized: "2019-10-26T13:00", placeId: almaty, agency: "УВД Медеуского района", heldAt: "Изолятор № 1", detentionKind: "administrative_arrest" } as const;
const ruling = { kind: "administrative_arrest" as const, court: "Специализированный суд", judge: "", date: "2019-10-27", articles: "488", term: "P10D", countFrom: "not_stated" as const, countFromWhen: null, relation: "not_stated" as const, relatesToId: null, servedShare: null, note: "", ownTerms: [] };

let store: Store;
let first: string;
let second: string;
beforeEach(async () => {
  setNow("2019-10-30T09:00:00+06:00");
  store = await freshWorld();
  [first = ""] = (await recordCase(monitor, { ...quick })).caseIds;
  [second = ""] = (await recordCase(monitor, { ...quick, name: "=Қуаныш Әбенов" })).caseIds;
  await recordOrder(monitor, { ...ruling, caseIds: [first, second] });
});

type Sheet = { headings: string[]; rows: string[][] };
const take = async (filter = "view=all"): Promise<{ id: string; sheet: Sheet }> => {
  const { sheetId } = await takeSheet(coordinator, { filter, reason: "A journey", locale: "en", password: "" });
  const { bytes } = await getSheetFile(coordinator, sheetId);
  const read = await readSheet(bytes);
  if (!read.ok) throw new Error(read.code);
  const [headings = [], ...rows] = read.rows;
  return { id: sheetId, sheet: { headings, rows } };
};

/** The file as a spreadsheet program writes it after somebody edited cells of a row by their headings. */
async function edited({ headings, rows }: Sheet, change: (set: (caseId: string, heading: string, value: string) => void, rows: string[][]) => void): Promise<Uint8Array> {
  const copy = rows.map((row) => [...row]);
  change((caseId, heading, value) => {
    const row = copy.find((each) => each[1] === caseId);
    if (!row || !headings.includes(heading)) throw new Error(`no ${heading} of ${caseId}`);
    row[headings.indexOf(heading)] = value;
  }, copy);
  return writeExcelFile([headings, ...copy].map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
}

const bring = async (bytes: Uint8Array, by = coordinator): Promise<string> => (await bringSheet(by, { name: "C:\\Temp\\cases.xlsx", bytes })).sheetId;
const open = (sheetId: string) => getSheet(coordinator, sheetId, "en");
const told = async (sheetId: string) => (await open(sheetId)).cells.map(({ caseId, column, verdict, base, now, mine, problem }) => [caseId === first ? 1 : 2, column, verdict, base, now, mine, ...(problem ? [problem.code] : [])]);
const apply = async (sheetId: string, choices: Record<string, "sheet" | "record"> = {}) => {
  const { cells, seen } = await open(sheetId);
  const taken = Object.fromEntries(cells.flatMap(({ id, column }) => (choices[column] ? [[id, choices[column]]] : [])));
  return applySheet(coordinator, { sheetId, seen, take: taken, saw: {} }, {});
};
const caseOf = async (id: string) => (await store.read.select().from(cases).where(eq(cases.id, id)))[0];
const personOf = async (id: string) => (await store.read.select().from(people).where(eq(people.id, (await caseOf(id))?.personId ?? "")))[0];
const code = (run: Promise<unknown>) => run.then(() => "done", (error: { code?: string; detail?: { problems?: Record<string, { code: string }> } }) => Object.values(error.detail?.problems ?? {})[0]?.code ?? error.code);

describe("a sheet that is taken out", () => {
  it("holds what can be edited, in the reader's words, with formulas guarded and the marks that rows are known by", async () => {
    const { id, sheet } = await take();
    expect(sheet.headings.slice(0, 6)).toEqual(["sheet", "id", "version", "Reference", "Name", "Sex"]);
    const row = sheet.rows.find((each) => each[1] === second);
    expect(row?.slice(0, 3)).toEqual([id, second, "1"]);
    const cell = (heading: string) => row?.[sheet.headings.indexOf(heading)];
    expect([cell("Name"), cell("Sex"), cell("Taken"), cell("Term"), cell("Court"), cell("Place")]).toEqual(["'=Қуаныш Әбенов", "man", "2019-10-26T13:00", "10 days", "Специализированный суд", "Almaty"]);
    const made = await store.read.select().from(auditEntries).where(eq(auditEntries.action, "export.made"));
    expect(made).toHaveLength(1);
  });

  it("is for those who may export, of their own teams' cases, and fetched by its taker only", async () => {
    expect(await code(takeSheet(monitor, { filter: "", reason: "x", locale: "en", password: "" }))).toBe("forbidden");
    expect(await code(getSheetForm(viewer, {}))).toBe("forbidden");
    const { id } = await take();
    expect(await code(getSheetFile({ ...coordinator, userId: "admin" }, id))).toBe("not_found");
    expect(await code(takeSheet({ ...coordinator, teamIds: ["team-b"] }, { filter: "view=all", reason: "x", locale: "en", password: "" }))).toBe("sheet_empty");
  });
});

describe("a sheet that comes back", () => {
  it("untouched says nothing, in whatever order its rows are", async () => {
    const { sheet } = await take();
    const id = await bring(await edited(sheet, (_set, rows) => rows.reverse()));
    expect(await told(id)).toEqual([]);
  });

  it("shows each changed cell beside what it said and what the record says now, and saves all of it through the records' own forms", async () => {
    const { sheet } = await take();
    const bytes = await edited(sheet, (set) => {
      set(first, "Name", "Ерлан Сейітов");
      set(first, "Kind of detention", "Қамауда ұстау");
      set(first, "Date of birth", "1984");
      set(first, "Lawyer", "Айгүл Нұрова");
      set(first, "Term", "15 суток");
      set(first, "Released", "29.10.2019 18:00");
      set(second, "Place", "Астана");
    });
    const id = await bring(bytes);
    expect((await told(id)).map(([who, column, verdict]) => [who, column, verdict])).toEqual(
      expect.arrayContaining([[1, "name", "changed"], [1, "birth_date", "changed"], [1, "lawyer", "changed"], [1, "term", "changed"], [1, "released", "changed"], [2, "place", "changed"]]),
    );
    expect(await apply(id)).toEqual({ sheetId: id, again: false });
    expect(await caseOf(first)).toMatchObject({ lawyer: "Айгүл Нұрова", outstanding: false, termText: "P15D" });
    expect(await personOf(first)).toMatchObject({ displayName: "Ерлан Сейітов", birthDate: "1984" });
    expect(await caseOf(second)).toMatchObject({ placeId: "ast" });
    expect((await store.read.select().from(orders))[0]).toMatchObject({ term: "P15D" });
    const released = (await store.read.select().from(custodyMoments).where(eq(custodyMoments.caseId, first))).find(({ kind }) => kind === "released");
    expect(released).toMatchObject({ when: "2019-10-29T18:00" });
    const actions = (await store.read.select({ action: auditEntries.action }).from(auditEntries)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["sheet.brought", "case.updated", "person.updated", "order.updated", "moment.recorded", "sheet.applied"]));
    expect((await verifyChain(store.read)).ok).toBe(true);
    expect((await open(id)).draft).toMatchObject({ state: "applied" });
    expect(await code(applySheet(coordinator, { sheetId: id, seen: "0".repeat(64), take: {}, saw: {} }, {}))).toBe("not_found");
  });

  it("never writes over what somebody else saved meanwhile: a person chooses, cell by cell", async () => {
    const { sheet } = await take();
    const before = await getEditableCase(monitor, first);
    await updateCase(monitor, { caseId: first, ...before.values, detentionKind: "administrative_arrest", priority: "high", events: [], lawyer: "Другой адвокат", note: "Свежая заметка" } as never, { version: before.version });
    const id = await bring(await edited(sheet, (set) => {
      set(first, "Lawyer", "Айгүл Нұрова");
      set(first, "Note", "Свежая заметка");
      set(first, "Who detained", "ГУВД");
    }));
    expect(await told(id)).toEqual(expect.arrayContaining([
      [1, "lawyer", "conflict", "", "Другой адвокат", "Айгүл Нұрова"],
      [1, "note", "agreed", "", "Свежая заметка", "Свежая заметка"],
      [1, "agency", "changed", "УВД Медеуского района", "УВД Медеуского района", "ГУВД"],
    ]));
    expect(await code(apply(id))).toBe("required");
    expect(await caseOf(first)).toMatchObject({ lawyer: "Другой адвокат" });
    await apply(id, { lawyer: "record" });
    expect(await caseOf(first)).toMatchObject({ lawyer: "Другой адвокат", note: "Свежая заметка", priority: "high" });
    expect((await getEditableCase(monitor, first)).values.agency).toBe("ГУВД");
  });

  it("saves nothing when a record moved after the page was drawn, keeps what was chosen where it still applies, and shows the page anew", async () => {
    const { sheet } = await take();
    const before = await getEditableCase(monitor, first);
    const change = (values: object, version: number) => updateCase(monitor, { caseId: first, ...before.values, events: [], ...values } as never, { version });
    await change({ lawyer: "A", note: "n" }, before.version);
    const id = await bring(await edited(sheet, (set) => {
      set(first, "Lawyer", "M");
      set(first, "Note", "m");
    }));
    const drawn = await open(id);
    const idOf = (column: string) => drawn.cells.find((cell) => cell.column === column)?.id ?? "";
    await change({ lawyer: "A", note: "n2" }, before.version + 1);
    const choices = { [idOf("lawyer")]: "sheet", [idOf("note")]: "sheet" } as const;
    expect(await applySheet(coordinator, { sheetId: id, seen: drawn.seen, take: choices, saw: Object.fromEntries(drawn.cells.map(({ id: cell, print }) => [cell, print])) }, {})).toEqual({ sheetId: id, again: true });
    expect(await caseOf(first)).toMatchObject({ lawyer: "A", note: "n2" });
    const again = await open(id);
    expect(again.cells.map(({ column, now, choice }) => [column, now, choice])).toEqual([["lawyer", "A", "sheet"], ["note", "n2", undefined]]);
    expect(again.seen).not.toBe(drawn.seen);
    await applySheet(coordinator, { sheetId: id, seen: again.seen, take: choices, saw: {} }, {});
    expect(await caseOf(first)).toMatchObject({ lawyer: "M", note: "m" });
  });

  it("refuses what cannot be read with its reason, saves the rest, and takes one field of one record once", async () => {
    const { sheet } = await take();
    const id = await bring(await edited(sheet, (set) => {
      set(first, "Sex", "perhaps");
      set(first, "Taken", "last Tuesdayish");
      set(first, "Name", " ");
      set(first, "Lawyer", "=HYPERLINK(\"http://x\")");
      set(first, "Court", "Суд A");
      set(second, "Court", "Суд A");
      set(first, "Articles of law", "488");
      set(second, "Term", "5 days");
    }));
    const cells = await told(id);
    expect(cells).toEqual(expect.arrayContaining([
      [1, "sex", "refused", "man", "man", "perhaps", "unknown_option"],
      [1, "name", "refused", "Ерлан Сейтов", "Ерлан Сейтов", " ", "name_emptied"],
      [1, "lawyer", "changed", "", "", "=HYPERLINK(\"http://x\")"],
    ]));
    expect(cells.find(([, column]) => column === "taken")).toMatchObject({ 2: "refused", 6: "unreadable_date" });
    expect(cells.filter(([, column]) => column === "court")).toHaveLength(1);
    await apply(id);
    expect(await caseOf(first)).toMatchObject({ lawyer: "=HYPERLINK(\"http://x\")", termText: "P5D" });
    expect((await store.read.select().from(orders))[0]).toMatchObject({ term: "P5D" });
  });

  it("is told apart where two rows of one ruling differ", async () => {
    const { sheet } = await take();
    const id = await bring(await edited(sheet, (set) => {
      set(first, "Court", "Суд A");
      set(second, "Court", "Суд B");
    }));
    expect((await told(id)).map(([, column, verdict, , , , problem]) => [column, verdict, problem])).toEqual([["court", "refused", "sheet_rows_differ"], ["court", "refused", "sheet_rows_differ"]]);
  });

  it("says what stands for no record: new rows, foreign rows, repeated rows, missing rows and strange columns", async () => {
    const { sheet } = await take();
    const id = await bring(await edited({ ...sheet, headings: sheet.headings.map((each) => (each === "Lawyer" ? "My own column" : each)) }, (_set, rows) => {
      const [one = [], two = []] = rows.splice(0, 2);
      rows.push(one, [...one], ["", "", "", "", "Somebody new"], [sheet.rows[0]?.[0] ?? "", "another-id"], []);
      void two;
    }));
    expect((await open(id)).notes).toEqual({ added: [4], foreign: [5], twice: [3], missing: 1, unknown: ["My own column"], absent: ["lawyer"] });
  });

  it("cannot forge what it was compared with, nor touch what its author may not see", async () => {
    const { sheet } = await take();
    const bytes = await edited(sheet, (set) => set(first, "Lawyer", "M"));
    expect(await code(bring(bytes, viewer))).toBe("forbidden");
    const theirs = await bring(bytes, stranger);
    expect((await getSheet(stranger, theirs, "en")).cells).toEqual([]);
    expect(await code(getSheet(coordinator, theirs, "en"))).toBe("not_found");
    const other = "0".repeat(8) + "-0000-4000-8000-" + "0".repeat(12);
    expect(await code(bring(await edited({ ...sheet, rows: sheet.rows.map(([, ...rest]) => [other, ...rest]) }, () => undefined)))).toBe("sheet_unknown");
    expect(await code(bring(await edited({ headings: ["Name"], rows: [["x"]] }, () => undefined)))).toBe("sheet_no_ids");
    expect(await code(bring(Buffer.from("no sheet")))).toBe("unreadable");
    const id = await bring(bytes);
    await discardSheet(coordinator, { sheetId: id }, { version: 1 });
    expect((await getSheets(coordinator)).drafts.map(({ state }) => state)).toEqual(["discarded"]);
    expect((await store.read.select().from(sheetExports))[0]).toMatchObject({ rows: 2, reason: "A journey" });
  });
});
