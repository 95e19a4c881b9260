import { eq, like } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, caseClocks, cases, custodyMoments, importBatches, importRows, orders, people, releaseEstimates, statedReleases, teams } from "@/db/schema";
import { store } from "@/db/store";
import { textSheet } from "@/lib/documents/text-sheet";
import type { ImportDetails } from "@/lib/model/event-import";
import type { ImportKind } from "@/lib/model/import-kind";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { recordCase } from "@/lib/services/cases";
import { setImportDetails } from "@/lib/services/import-details";
import { getImportPage, getLeftOutRows } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { getImportUndo, undoImport } from "@/lib/services/import-undo";
import { importSettled, importTurn, runImport } from "@/lib/services/import-work";
import { acceptRow, setImportColumns } from "@/lib/services/imports";
import { recordMoment } from "@/lib/services/moments";
import { getPeopleList } from "@/lib/services/people";
import { recordPlace } from "@/lib/services/place-records";
import { draftEstimate } from "@/lib/services/estimates";
import { answers } from "../support/import-files";
import { csvOf } from "../support/import-rows";
import { placeValues } from "../support/matrix-records";
import { quickCase } from "../support/records";
import { admin, coordinator, freshWorld, monitor, reading } from "../support/world";

beforeEach(async () => void (await freshWorld()));

const headings = ["№", "ФИО", "Пол", "Дата задержания", "Город", "Кем задержан", "Суд", "Дата постановления", "Срок", "Вид наказания", "Освобождён", "Обещали освободить", "Примечание"];
const row = (at: number, changed: Partial<Record<(typeof headings)[number], string>> = {}): string[] => {
  const told: Record<string, string> = { "№": String(at), ФИО: `Тестова Айгүл ${at}`, Пол: "жен", "Дата задержания": "25 октября 2025 г., 14:00", Город: "Алматы", "Кем задержан": "Бостандық УП", Суд: "Специализированный суд", "Дата постановления": "26.10.2025", Срок: "15 суток", "Вид наказания": "адм. арест", ...changed };
  return headings.map((heading) => told[heading] ?? "");
};
const upload = (rows: string[][], kind: ImportKind = "cases", actor = coordinator) => startImport(actor, { name: "дела.csv", bytes: new TextEncoder().encode(csvOf(rows)), encoding: "auto", delimiter: "auto", kind });

async function drafted(rows: string[][], changed: Partial<ImportDetails> = {}, kind: ImportKind = "cases"): Promise<string> {
  const { importId } = await upload(rows, kind);
  await setImportDetails(coordinator, await answers(coordinator, importId, { sender: "Қоғам Сын", ...changed }), { version: 1 });
  await importSettled(importId);
  return importId;
}
const page = (id: string) => getImportPage(coordinator, id);
const verdicts = async (id: string) => (await page(id)).rows.map(({ verdict, problems, doubts }) => [verdict, ...problems.map(({ code }) => code), ...doubts.map(({ code }) => `?${code}`)].join(" "));
const record = async (id: string) => {
  await recordImport(coordinator, { importId: id }, { version: (await page(id)).version });
  await importSettled(id);
};
const size = async (table: typeof cases | typeof people | typeof orders | typeof custodyMoments) => (await (await reading()).select().from(table)).length;
const visible = async () => ({ cases: (await getCaseList(coordinator, { view: "all" })).total, people: (await getPeopleList(coordinator, {})).total, found: (await getCaseList(coordinator, { view: "all", q: "Тестова" })).total });

describe("a file of cases", () => {
  it("becomes cases with people, moments, rulings, stated releases and estimates, as the forms would make them", async () => {
    const importId = await drafted([headings, row(1, { "Обещали освободить": "10 ноября 2025" }), row(2, { Освобождён: "9 ноября 2025" })]);
    expect(await verdicts(importId)).toEqual(["accepted", "accepted"]);
    expect(await visible()).toMatchObject({ cases: 0, people: 0 });
    await record(importId);
    const read = await reading();
    const [first, second] = await read.select().from(cases).orderBy(cases.reference);
    expect(first).toMatchObject({ state: "reported", outstanding: true, seizedText: "2025-10-25T14:00", termText: "P15D", teamId: "team-a" });
    expect(second).toMatchObject({ state: "released", outstanding: false, releasedText: "2025-11-09" });
    expect(await read.select({ kind: custodyMoments.kind, when: custodyMoments.when }).from(custodyMoments).where(eq(custodyMoments.caseId, second?.id ?? ""))).toHaveLength(2);
    expect(await read.select().from(orders)).toMatchObject([{ kind: "administrative_arrest", term: "P15D", date: "2025-10-26" }, { term: "P15D" }]);
    expect(await read.select().from(statedReleases)).toMatchObject([{ when: "2025-11-10", attributedTo: "Қоғам Сын" }]);
    expect((await getCaseList(coordinator, { view: "all", q: "айгул 1" })).items.map(({ reference }) => reference)).toContain(first?.reference);
    expect((await getCasePage(coordinator, first?.id ?? "")).row.reference).toBe(first?.reference);
  });

  it("has the estimates that any case has: computing them anew from the database changes nothing", async () => {
    const importId = await drafted([headings, row(1), row(2, { Срок: "", "Дата постановления": "", Суд: "", "Вид наказания": "" }), row(3, { "Дата задержания": "", Освобождён: "9.11.2025" }), row(4, { Освобождён: "2025-11-12", "Обещали освободить": "11.11.2025" })]);
    await record(importId);
    const read = await reading();
    const all = await read.select().from(cases);
    expect(all).toHaveLength(4);
    for (const each of all) {
      const anew = await draftEstimate(read, each);
      expect(anew.same).toBe(true);
      const { overdueFrom: _, ...columns } = anew.columns;
      expect(each).toMatchObject({ ...columns, ...anew.custody });
    }
    expect(await read.select().from(releaseEstimates)).toHaveLength(4);
    expect((await read.select().from(caseClocks)).every(({ teamId }) => teamId === "team-a")).toBe(true);
  });

  it("is a sheet as well: the same rows as XLSX", async () => {
    const { importId } = await startImport(coordinator, { name: "дела.xlsx", bytes: await textSheet([headings, row(1), row(2)]), encoding: "auto", delimiter: "auto", kind: "cases" });
    await setImportDetails(coordinator, await answers(coordinator, importId, { sender: "Қоғам Сын" }), { version: 1 });
    await record(importId);
    expect(await size(cases)).toBe(2);
    expect(await size(people)).toBe(2);
  });

  it("refuses a row in words that can be acted on, and gives it back to be corrected and fed again", async () => {
    const importId = await drafted([headings, row(1), row(2, { "Дата задержания": "31.02.2025" }), row(3, { Срок: "сколько-то" }), row(4, { Город: "Нигде" }), row(5, { "Дата задержания": "1.1.2029" }), row(6, { ФИО: "=1+1", Срок: "много" })]);
    expect(await verdicts(importId)).toEqual(["accepted", "refused impossible_date", "refused term_unreadable", "refused unknown_place", "refused date_in_future", "refused term_unreadable"]);
    await record(importId);
    const left = await getLeftOutRows(coordinator, importId);
    const again = await upload([left.headings, ...left.rows.map(({ cells }) => cells.map((cell) => ({ "31.02.2025": "28.02.2025", "сколько-то": "10 суток", Нигде: "Алматы", "1.1.2029": "1.1.2025", много: "он күн" })[cell] ?? cell))]);
    expect(again.step).toBe("ready");
    await record(again.importId);
    expect(await size(cases)).toBe(6);
    expect((await (await reading()).select({ name: people.displayName }).from(people)).map(({ name }) => name)).toContain("=1+1");
  });

  it("suggests what a misspelt word means; what somebody accepts once holds for every row and the next file", async () => {
    const { importId } = await upload([headings, row(1, { Пол: "женшна" }), row(2, { Пол: "Женшна" }), row(3, { Пол: "квадрат" })]);
    const given = await answers(coordinator, importId, { sender: "Қоғам Сын" });
    expect(given.words.filter(({ list }) => list === "sexes")).toEqual([{ list: "sexes", text: "женшна", as: "female" }, { list: "sexes", text: "квадрат", as: "" }]);
    await setImportDetails(coordinator, given, { version: 1 });
    expect(await verdicts(importId)).toEqual(["accepted", "accepted", "refused unknown_word"]);
    const next = await upload([headings, row(9, { Пол: "женшна" })]);
    expect(next.step).toBe("ready");
    expect((await upload([headings, row(10, { Пол: "мужчена" })])).step).toBe("details");
  });

  it("sets likely repeats aside, by number for good, by name, day and place until somebody takes them in", async () => {
    await recordCase(monitor, quickCase({ name: "Тестова Айгул 7", seized: "2025-10-25" }));
    const importId = await drafted([headings, row(7), row(8), row(9, { ФИО: "Тестова Айгуль 8" }), row(8)]);
    expect(await verdicts(importId)).toEqual(["aside ?like_case", "accepted", "accepted", "aside ?repeated_key"]);
    const { version } = await page(importId);
    await expect(acceptRow(coordinator, { importId, row: "5" }, { version })).rejects.toMatchObject({ code: "invalid" });
    await acceptRow(coordinator, { importId, row: "2" }, { version });
    await record(importId);
    expect((await page(importId)).counts).toMatchObject({ accepted: 3, aside: 1 });
    expect(await verdicts(await drafted([headings, row(7)]))).toEqual(["aside ?known_key"]);
  });

  it("wants columns that make a case", async () => {
    const { importId } = await upload([["a", "b"], ["1", "2"]]);
    await expect(setImportColumns(coordinator, { importId, columns: [{ field: "note" }, { field: "skip" }] }, { version: 1 })).rejects.toMatchObject({ detail: { problems: { columns: { code: "no_name_column" } } } });
    await expect(setImportColumns(coordinator, { importId, columns: [{ field: "title" }, { field: "skip" }] }, { version: 1 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a file of people", () => {
  it("becomes people; a person of the same name is set aside unless the birth says otherwise", async () => {
    const people1 = [["ФИО", "Латиницей", "Пол", "Дата рождения", "Профессия"], ["Сейтов Бекзат", "Bekzat Seitov", "м", "1.2.1990", "журналист"], ["Сейтов Бекзат", "", "м", "", ""], ["", "", "", "", "x"]];
    const importId = await drafted(people1, {}, "people");
    expect(await verdicts(importId)).toEqual(["accepted", "aside ?like_named_row", "refused required"]);
    await record(importId);
    expect((await getPeopleList(coordinator, { q: "Bekzat" })).items).toMatchObject([{ displayName: "Сейтов Бекзат", otherNames: ["Bekzat Seitov"], sex: "male" }]);
    expect(await verdicts(await drafted([people1[0] ?? [], ["Сейтов Бекзат", "", "м", "2.2.1990", ""], ["Сейтов Бекзат", "", "", "1990-02-01", ""]], {}, "people"))).toEqual(["accepted", "aside ?like_person"]);
  });
});

const many = (count: number) => [headings, ...Array.from({ length: count }, (_, at) => row(at + 1))];

describe("a large file", () => {
  it("is recorded beside the requests: nothing of it is seen before all of it", async () => {
    const importId = await drafted(many(700));
    await importSettled(importId);
    const { version, counts } = await page(importId);
    expect(counts.accepted).toBe(700);
    await recordImport(coordinator, { importId }, { version });
    const seen = new Set<string>();
    while ((await page(importId)).going) {
      seen.add(JSON.stringify(await visible()));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await importSettled(importId);
    expect([...seen].every((each) => [0, 700].includes((JSON.parse(each) as { cases: number }).cases))).toBe(true);
    expect(await visible()).toMatchObject({ cases: 700, people: 700 });
    expect((await (await reading()).select().from(importRows).where(eq(importRows.batchId, importId))).every(({ cells, subjectId }) => cells === "[]" && subjectId !== null)).toBe(true);
    const logged = await (await reading()).select({ action: auditEntries.action }).from(auditEntries).where(eq(auditEntries.action, "case.recorded"));
    expect(logged).toHaveLength(700);
  }, 120_000);

  /** The state in which a process leaves a batch that it was working on. */
  const interrupted = async (importId: string, phase: "check" | "record", written: number) => {
    const opened = await store();
    await opened.write(async (tx) => void (await tx.update(importBatches).set({ phase, done: written, runnerId: coordinator.userId }).where(eq(importBatches.id, importId))));
  };

  it("goes on after a restart in the middle of checking", async () => {
    const importId = await drafted([headings, row(1), row(2), row(2)]);
    const opened = await store();
    await opened.write(async (tx) => void (await tx.update(importRows).set({ verdict: "unread", problems: "[]" }).where(eq(importRows.batchId, importId))));
    await interrupted(importId, "check", 1);
    expect((await page(importId)).going).toMatchObject({ phase: "check" });
    await importTurn();
    expect(await verdicts(importId)).toEqual(["accepted", "accepted", "aside ?repeated_key"]);
  });

  it("goes on after a restart in the middle of recording, and records each row once", async () => {
    const importId = await drafted(many(450));
    await importSettled(importId);
    await interrupted(importId, "record", 0);
    // The process ends after its first piece: what it wrote is there, hidden, and the rest is not.
    const half = runImport(importId);
    const opened = await store();
    while (((await (await reading()).select().from(cases)).length) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await opened.write(async (tx) => void (await tx.update(importBatches).set({ phase: "" }).where(eq(importBatches.id, importId))));
    await half;
    expect((await page(importId)).state).toBe("draft");
    expect(await visible()).toEqual({ cases: 0, people: 0, found: 0 });
    await interrupted(importId, "record", 200);
    await importTurn();
    expect((await page(importId)).counts).toMatchObject({ accepted: 450 });
    expect(await visible()).toMatchObject({ cases: 450, people: 450 });
  }, 120_000);

  it("leaves nothing behind when its last piece cannot be written", async () => {
    const described = { placeId: null, code: "QAL", country: "KZ", zone: "Asia/Almaty", nameKk: "", nameRu: "", nameEn: "" };
    const known = { placeId: "ala", code: "", country: "", zone: "", nameKk: "", nameRu: "", nameEn: "" };
    const importId = await drafted([...many(450), row(451, { Город: "Қала" })], { places: [{ text: "Алматы", ...known }, { text: "Қала", ...described }] });
    await importSettled(importId);
    expect((await page(importId)).counts.accepted).toBe(451);
    // Somebody takes the code meanwhile, so that the new place of the last row cannot be made.
    await recordPlace(admin, { ...placeValues, nameKk: "Басқа", nameRu: "Другой", nameEn: "Other", code: "QAL" });
    await record(importId);
    const { failure, state, going } = await page(importId);
    expect({ failure: failure !== "", state, going }).toEqual({ failure: true, state: "draft", going: null });
    expect([await size(cases), await size(people), await size(orders)]).toEqual([0, 0, 0]);
    expect(await visible()).toEqual({ cases: 0, people: 0, found: 0 });
    expect(await (await reading()).select().from(teams).where(like(teams.id, "import-%"))).toEqual([]);
  }, 120_000);

  it("stops when whoever asked for it has lost the right", async () => {
    const importId = await drafted(many(150));
    await importSettled(importId);
    const opened = await store();
    await opened.write(async (tx) => void (await tx.update(importBatches).set({ phase: "record", runnerId: monitor.userId }).where(eq(importBatches.id, importId))));
    await importTurn();
    expect(await page(importId)).toMatchObject({ failure: "forbidden", state: "draft" });
    expect(await size(cases)).toBe(0);
  });

  it("holds five thousand rows", async () => {
    if ((await store()).dialect === "postgres") return;
    const importId = await drafted(many(5000));
    await importSettled(importId);
    await record(importId);
    expect(await visible()).toMatchObject({ people: 1000 });
    expect(await size(cases)).toBe(5000);
  }, 180_000);
});

describe("taking a file back", () => {
  const reason = "Қате файл";

  it("takes everything out of sight and deletes nothing", async () => {
    const importId = await drafted([headings, row(1), row(2)]);
    await record(importId);
    const { count, keptCount, version } = await getImportUndo(coordinator, importId);
    expect([count, keptCount]).toEqual([2, 0]);
    await undoImport(coordinator, { importId, reason }, { version });
    expect(await visible()).toEqual({ cases: 0, people: 0, found: 0 });
    expect([await size(cases), await size(people)]).toEqual([2, 2]);
    expect(await page(importId)).toMatchObject({ state: "undone", reason, counts: { accepted: 0, withdrawn: 2 } });
    expect((await page(importId)).rows.map(({ verdict, link }) => [verdict, link])).toEqual([["withdrawn", null], ["withdrawn", null]]);
    const did = (await (await reading()).select({ action: auditEntries.action }).from(auditEntries)).map(({ action }) => action);
    expect(did.filter((action) => action === "case.withdrawn")).toHaveLength(2);
    expect(did).toContain("import.undone");
    await expect(undoImport(coordinator, { importId, reason }, { version: 4 })).rejects.toMatchObject({ code: "not_found" });
    // The same rows can come in again.
    expect(await verdicts(await drafted([headings, row(1)]))).toEqual(["accepted"]);
  });

  it("keeps what somebody has changed since, and says so", async () => {
    const importId = await drafted([headings, row(1), row(2)]);
    await record(importId);
    const [first] = await (await reading()).select().from(cases).orderBy(cases.reference);
    await recordMoment(monitor, { caseIds: [first?.id ?? ""], kind: "released", when: "2025-11-09", institution: "", releaseKind: "term_served", note: "" });
    const { count, kept, version } = await getImportUndo(coordinator, importId);
    expect({ count, kept: kept.map(({ id }) => id) }).toEqual({ count: 1, kept: [first?.id] });
    await undoImport(coordinator, { importId, reason }, { version });
    expect(await visible()).toMatchObject({ cases: 1, people: 1 });
    expect((await page(importId)).counts).toMatchObject({ accepted: 1, withdrawn: 1 });
  });

  it("is for those who may bring files in, in their own team, with the version that they saw", async () => {
    const importId = await drafted([headings, row(1)]);
    await record(importId);
    const { version } = await page(importId);
    await expect(undoImport(monitor, { importId, reason }, { version })).rejects.toMatchObject({ code: "forbidden" });
    await expect(undoImport({ ...coordinator, teamIds: ["team-b"] }, { importId, reason }, { version })).rejects.toMatchObject({ code: "not_found" });
    await expect(undoImport(coordinator, { importId, reason }, { version: version - 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await visible()).toMatchObject({ cases: 1 });
  });
});
