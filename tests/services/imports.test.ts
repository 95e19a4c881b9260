import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, counts, eventInstitutions, events, eventSources, importBatches, importRows, institutions, places, sources } from "@/db/schema";
import { getEventPage } from "@/lib/services/event-page";
import { recordEvent } from "@/lib/services/events";
import { setImportDetails } from "@/lib/services/import-details";
import { getImportPage, getLeftOutRows } from "@/lib/services/import-preview";
import { importSettled } from "@/lib/services/import-work";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { discardImport, getImportColumns, getImportList, setImportColumns } from "@/lib/services/imports";
import { csvText, returnedCsv } from "@/lib/exchange/csv";
import { REASON_HEADING } from "@/lib/exchange/csv-read";
import type { ImportDetails } from "@/lib/model/event-import";
import { answers, columnsOf, fileOf } from "../support/import-files";
import { listOf, type ListRow } from "../support/import-rows";
import { recordPlace } from "@/lib/services/place-records";
import { eventValues, placeValues } from "../support/matrix-records";
import { admin, almaty, coordinator, freshWorld, monitor, reading } from "../support/world";

beforeEach(async () => void (await freshWorld()));

const otherCoordinator = { ...coordinator, userId: "stranger", teamIds: ["team-b"] };
const sender = "Қоғам Сын";
const versionOf = async (id: string) => (await getImportPage(coordinator, id)).version;

/** A file up to the preview. */
async function drafted(rows: readonly ListRow[], changed: Partial<ImportDetails> = {}, actor = coordinator): Promise<string> {
  const { importId } = await startImport(actor, fileOf(listOf(rows)));
  await setImportDetails(actor, await answers(actor, importId, { sender, ...changed }), { version: 1 });
  return importId;
}
const imported = async (rows: readonly ListRow[], changed: Partial<ImportDetails> = {}, actor = coordinator): Promise<string> => {
  const importId = await drafted(rows, changed, actor);
  await recordImport(actor, { importId }, { version: 2 });
  return importId;
};
const countRows = async () => {
  const read = await reading();
  const size = async (table: typeof events | typeof counts | typeof sources | typeof institutions | typeof places | typeof importRows) => (await read.select().from(table)).length;
  return { events: await size(events), counts: await size(counts), sources: await size(sources), institutions: await size(institutions), places: await size(places), rows: await size(importRows) };
};
const verdicts = async (id: string) => (await getImportPage(coordinator, id)).rows.map(({ verdict, problems, doubts }) => [verdict, ...problems.map(({ code }) => code), ...doubts.map(({ code }) => `?${code}`)].join(" "));

describe("a list of events", () => {
  it("is recorded with its counts, stations, organisers and links, each attributed to whoever made the list", async () => {
    const importId = await imported([
      { event_title: "Марш", event_type: "в движении", organizer_name: "Комитет «Сын, Ғана»,Бірлік", ovd: "Бостандық,Медеу,Алмалы", detentions: "1 204", links: "https://example.org/a,b, https://t.me/example/1", agreement: "согласовано", description: "Екі сағат" },
      { event_title: "Пикет" },
    ]);
    const { rows } = await getImportPage(coordinator, importId);
    expect(rows.map(({ row, verdict, link }) => [row, verdict, link?.name])).toEqual([[2, "accepted", "Марш"], [3, "accepted", "Пикет"]]);
    const { event } = await getEventPage(coordinator, rows[0]?.link?.id ?? "");
    expect(event).toMatchObject({ kind: "march", start: "2019-11-04", permit: "permitted", note: "description: Екі сағат" });
    const read = await reading();
    expect(await read.select().from(counts).where(eq(counts.eventId, event.id))).toMatchObject([{ figure: 1204, bound: "exact", category: "detained", attributedTo: sender, withdrawn: null }]);
    const bodies = await read.select({ name: institutions.name, kind: institutions.kind, role: eventInstitutions.role, placeId: institutions.placeId }).from(eventInstitutions).innerJoin(institutions, eq(institutions.id, eventInstitutions.institutionId)).where(eq(eventInstitutions.eventId, event.id));
    expect(bodies.map(({ name, kind, role }) => `${role} ${kind} ${name}`).sort()).toEqual(["held_at police Алмалы", "held_at police Бостандық", "held_at police Медеу", "organiser movement Бірлік", "organiser movement Комитет «Сын, Ғана»"]);
    expect(bodies.filter(({ role }) => role === "held_at").every(({ placeId }) => placeId === almaty)).toBe(true);
    const told = await read.select({ url: sources.url, kind: sources.kind, title: sources.title }).from(eventSources).innerJoin(sources, eq(sources.id, eventSources.sourceId)).where(eq(eventSources.eventId, event.id));
    expect(told.map(({ url, kind }) => `${kind} ${url}`).sort()).toEqual(["article https://example.org/a,b", "other ", "post https://t.me/example/1"]);
    expect(told.find(({ url }) => url === "")?.title).toContain("events.csv");
  });

  it("leaves an entry for each event and each count, and one for the whole", async () => {
    const importId = await imported([{}, {}]);
    const all = await (await reading()).select({ action: auditEntries.action, subject: auditEntries.subjectId }).from(auditEntries);
    const did = (action: string) => all.filter((entry) => entry.action === action).length;
    expect([did("event.recorded"), did("count.recorded"), did("import.recorded"), did("import.begun")]).toEqual([2, 2, 1, 1]);
    expect(all.find(({ action }) => action === "import.recorded")?.subject).toBe(importId);
  });

  it("writes nothing before it is recorded, and nothing of what is refused", async () => {
    const importId = await drafted([{}, { detentions: "жүздеген" }, { date: "31.02.2019" }, { region: "Жоқ қала" }, { event_title: "" }]);
    expect(await countRows()).toMatchObject({ events: 0, counts: 0, sources: 0, institutions: 0 });
    expect(await verdicts(importId)).toEqual(["accepted", "refused not_a_figure", "refused impossible_date", "refused unknown_place", "refused required"]);
    await recordImport(coordinator, { importId }, { version: 2 });
    expect(await countRows()).toMatchObject({ events: 1, counts: 1, rows: 5 });
    expect((await getImportPage(coordinator, importId)).counts).toEqual({ accepted: 1, aside: 0, refused: 4, withdrawn: 0 });
  });

  it("shows a contradiction as a doubt and mends nothing", async () => {
    const importId = await drafted([{ year: "2019", date: "2017-01-04", description: "полиция задержала более 1 373 участников", detentions: "1373", ovd: "Бостандық,Медеу,Бостандық" }]);
    expect(await verdicts(importId)).toEqual(["accepted ?year_differs ?repeated_station ?figure_worded"]);
    await recordImport(coordinator, { importId }, { version: 2 });
    const [event] = await (await reading()).select().from(events);
    expect(event).toMatchObject({ start: "2017-01-04" });
    expect(event?.note).toContain("year: 2019");
    expect((await getImportPage(coordinator, importId)).rows[0]?.doubts.map(({ code }) => code)).toEqual(["year_differs", "repeated_station", "figure_worded"]);
  });

  it("sets doubtful rows aside where somebody wants that", async () => {
    expect(await verdicts(await drafted([{ year: "2018" }, {}], { doubtful: "aside" }))).toEqual(["aside ?year_differs", "accepted"]);
  });
});

describe("all or nothing", () => {
  it("rolls everything back when one row cannot be written", async () => {
    const importId = await drafted([{}, { region: "Қала", ovd: "Медеу" }], { places: [{ text: "Алматы", placeId: almaty, code: "", country: "", zone: "", nameKk: "", nameRu: "", nameEn: "" }, { text: "Қала", placeId: null, code: "QAL", country: "KZ", zone: "Asia/Almaty", nameKk: "", nameRu: "", nameEn: "" }] }, admin);
    // Somebody takes the code meanwhile, so that the new place cannot be made.
    await recordPlace(admin, { ...placeValues, nameKk: "Басқа", nameRu: "Другой", nameEn: "Other", code: "QAL" });
    const before = await countRows();
    await expect(recordImport(admin, { importId }, { version: 2 })).rejects.toMatchObject({ code: "invalid" });
    expect(await countRows()).toEqual(before);
    expect((await getImportPage(admin, importId)).state).toBe("draft");
  });

  it("records once, however often the form is sent", async () => {
    const importId = await drafted([{}, {}]);
    const submission = "a".repeat(64);
    await Promise.allSettled([recordImport(coordinator, { importId }, { version: 2, submission }), recordImport(coordinator, { importId }, { version: 2, submission }), recordImport(coordinator, { importId }, { version: 2 })]);
    expect(await recordImport(coordinator, { importId }, { version: 2 })).toEqual({ importId });
    expect(await countRows()).toMatchObject({ events: 2, counts: 2, rows: 2 });
  });

  it("refuses a mapping or a recording made from an older version", async () => {
    const { importId } = await startImport(coordinator, fileOf(listOf([{}])));
    const given = await answers(coordinator, importId, { sender });
    await setImportDetails(coordinator, given, { version: 1 });
    await expect(setImportDetails(coordinator, given, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(setImportDetails(coordinator, given, {})).rejects.toMatchObject({ code: "stale_version" });
    await expect(recordImport(coordinator, { importId }, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await countRows()).toMatchObject({ events: 0 });
  });

  it("does not record before the questions are answered, nor when no row is accepted", async () => {
    const { importId } = await startImport(coordinator, fileOf(listOf([{}])));
    await expect(recordImport(coordinator, { importId }, { version: 1 })).rejects.toMatchObject({ code: "invalid" });
    const none = await drafted([{ region: "Жоқ қала" }]);
    await expect(recordImport(coordinator, { importId: none }, { version: await versionOf(none) })).rejects.toMatchObject({ code: "invalid" });
  });

  it("keeps the text only until it is recorded or thrown away, and the cells of what was left out", async () => {
    const importId = await imported([{}, { detentions: "көп" }]);
    const thrown = await drafted([{}]);
    await discardImport(coordinator, { importId: thrown }, {});
    const kept = await (await reading()).select({ content: importBatches.content, state: importBatches.state }).from(importBatches);
    expect(kept.map(({ content, state }) => `${state}${content}`).sort()).toEqual(["discarded", "recorded"]);
    const { rows } = await getLeftOutRows(coordinator, importId);
    expect(rows).toMatchObject([{ row: 3, verdict: "refused", problems: [{ code: "not_a_figure" }] }]);
    expect(rows[0]?.cells).toContain("көп");
    await expect(getImportColumns(coordinator, thrown)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is here already", () => {
  it("is set aside by the number of its row, also when its words changed", async () => {
    await imported([{ event_id: "7", event_title: "Пикет" }]);
    const again = await drafted([{ event_id: "7", event_title: "Басқа атау" }, { event_id: "8", event_title: "Шеру" }], { similar: "record" });
    expect(await verdicts(again)).toEqual(["aside ?known_key", "accepted"]);
    expect((await getImportPage(coordinator, again)).rows[0]?.link).toBeTruthy();
  });

  it("is not the row of the same number in somebody else’s list", async () => {
    await imported([{ event_id: "7", event_title: "Пикет" }]);
    expect(await verdicts(await drafted([{ event_id: "7", event_title: "Шеру" }], { sender: "Басқа ұйым" }))).toEqual(["accepted"]);
  });

  it("is set aside where day, place and title are like an event on record, unless somebody says otherwise", async () => {
    await recordEvent(monitor, { ...eventValues, title: "Одиночный пикет у акимата", start: "2019-11-04T12:00" });
    const row = { event_title: "одиночный пикет у акимата" };
    expect(await verdicts(await drafted([row]))).toEqual(["aside ?like_event"]);
    expect(await verdicts(await drafted([row], { similar: "record" }))).toEqual(["accepted ?like_event"]);
    expect(await verdicts(await drafted([{ ...row, date: "2019-11-05" }, { ...row, region: "Шымкент" }]))).toEqual(["accepted", "accepted"]);
  });

  it("is found within one file too; two numbers of one sender are two events", async () => {
    const same = { event_title: "Пикет в поддержку политзаключенных" };
    expect(await verdicts(await drafted([{ ...same, event_id: "1" }, { ...same, event_id: "2" }, { ...same, event_id: "1" }, { ...same, event_id: "-" }]))).toEqual(["accepted", "accepted", "aside ?repeated_key", "aside ?like_row"]);
  });
});

describe("places and stations", () => {
  const place = (text: string, more: object) => ({ text, placeId: null, code: "", country: "", zone: "", nameKk: "", nameRu: "", nameEn: "", ...more });

  it("are never made up: a word is a known place, or a new one that somebody describes", async () => {
    const rows = [{ region: "Ленинград" }, { region: "Питер" }];
    const described = [place("Ленинград", { code: "led", country: "ru", zone: "Europe/Moscow", nameEn: "Saint Petersburg" }), place("Питер", { code: "LED", country: "RU", zone: "Europe/Moscow", nameEn: "Saint Petersburg" })];
    expect(await verdicts(await drafted(rows))).toEqual(["refused unknown_place", "refused unknown_place"]);
    await expect(drafted(rows, { places: [place("Питер", { code: "ALA", country: "RU", zone: "Europe/Moscow" })] }, admin)).rejects.toMatchObject({ detail: { problems: { "places.0.code": { code: "duplicate_name" } } } });
    await expect(drafted(rows, { places: [place("Питер", { code: "LED", country: "RU", zone: "Moscow" })] }, admin)).rejects.toMatchObject({ detail: { problems: { "places.0.zone": { code: "unknown_option" } } } });
    const before = await countRows();
    await imported(rows, { places: described }, admin);
    expect((await countRows()).places).toBe(before.places + 1);
    const [made] = await (await reading()).select().from(places).where(eq(places.code, "LED"));
    expect(made).toMatchObject({ nameRu: "Ленинград", nameEn: "Saint Petersburg", country: "RU", zone: "Europe/Moscow" });
    const next = await startImport(coordinator, fileOf(listOf([{ region: "Питер", event_id: "9" }])));
    expect(next.step).toBe("ready");
    expect(await verdicts(next.importId)).toEqual(["accepted"]);
  });

  it("keep stations of one name in two cities apart", async () => {
    const importId = await imported([{ ovd: "Орталық", event_id: "1" }, { ovd: "Орталық", region: "Шымкент", event_id: "2" }, { ovd: "Орталық", region: "Шымкент", event_id: "3" }]);
    expect((await getImportPage(coordinator, importId)).rows.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([[], ["station_elsewhere"], ["station_elsewhere"]]);
    const known = await (await reading()).select({ name: institutions.name, placeId: institutions.placeId }).from(institutions);
    expect(known.map(({ name, placeId }) => `${name} ${placeId}`).sort()).toEqual(["Орталық (Шымкент) shy", "Орталық ala"]);
  });
});

describe("the mapping", () => {
  it("wants a title, and one column for what can only be one", async () => {
    const { importId } = await startImport(coordinator, fileOf([["a", "b"], ["1", "2"]]));
    await expect(setImportColumns(coordinator, columnsOf(importId, ["title", "title"]), { version: 1 })).rejects.toMatchObject({ detail: { problems: { "columns.1.field": { code: "column_twice" } } } });
    await expect(setImportColumns(coordinator, columnsOf(importId, ["skip", "note"]), { version: 1 })).rejects.toMatchObject({ detail: { problems: { columns: { code: "no_title_column" } } } });
    await expect(setImportColumns(coordinator, columnsOf(importId, ["title", "note", "note"]), { version: 1 })).rejects.toMatchObject({ code: "invalid" });
    await setImportColumns(coordinator, columnsOf(importId, ["title", "note"]), { version: 1 });
    await setImportDetails(coordinator, await answers(coordinator, importId, { kind: "rally", placeId: almaty }), { version: 2 });
    expect(await verdicts(importId)).toEqual(["accepted ?no_date"]);
  });

  it("is remembered for the next file with the same headings, within the team", async () => {
    await imported([{ event_type: "сход", event_id: "1" }], { kinds: [{ text: "Сход", as: "rally" }], countedBy: "Сын бюросы" });
    const next = await startImport(coordinator, fileOf(listOf([{ event_type: "сход", event_id: "2" }, { event_type: "беседа", event_id: "3" }])));
    expect(next.step).toBe("ready");
    const { rows: found, draft } = await getImportPage(coordinator, next.importId);
    expect(draft?.remembered).toBe(true);
    expect(found.map(({ verdict, plan }) => (plan?.kind === "events" ? `${verdict} ${plan.event.kind} ${plan.event.counts[0]?.attributedTo}` : verdict))).toEqual(["accepted rally Сын бюросы", "refused"]);
    expect((await startImport(otherCoordinator, fileOf(listOf([{}])))).step).toBe("columns");
  });

  it("asks who made the list where numbers or figures hang on it", async () => {
    await expect(drafted([{}], { sender: "" })).rejects.toMatchObject({ detail: { problems: { sender: { code: "required" } } } });
  });
});

it("a file of refused rows comes back corrected, with its mapping remembered and its reasons passed over", async () => {
  const first = await imported([{ event_id: "1" }, { event_id: "2", detentions: "көп", event_title: "=1+1" }]);
  const { headings, rows } = await getLeftOutRows(coordinator, first);
  const text = csvText([[...headings, REASON_HEADING], ...rows.map(({ cells }) => [...cells, "detentions: …"])]).replace("көп", "40+");
  const { importId, step } = await startImport(coordinator, { name: "corrected.csv", bytes: new TextEncoder().encode(`\uFEFF${text}`), encoding: "auto", delimiter: "auto" });
  expect(step).toBe("ready");
  await recordImport(coordinator, { importId }, { version: 1 });
  const all = await (await reading()).select({ title: events.title, figure: counts.figure, bound: counts.bound }).from(counts).innerJoin(events, eq(events.id, counts.eventId));
  expect(all).toContainEqual({ title: "=1+1", figure: 40, bound: "at_least" });
});

it.each(["semicolon", "tab", "comma"] as const)("rows refused of a file with a %s between its cells go back in as they came out", async (delimiter) => {
  const sheet = (rows: string[][]) => new TextEncoder().encode(returnedCsv(rows, delimiter));
  const bytes = sheet(listOf([{ event_id: "1", ovd: "Бөлім 1, Бөлім 2; Бөлім 3" }, { event_id: "2", detentions: "көп", event_title: 'Пикет, "алаң"; қала' }]));
  const { importId } = await startImport(coordinator, { name: "тізім.csv", bytes, encoding: "auto", delimiter });
  await setImportDetails(coordinator, await answers(coordinator, importId, { sender }), { version: 1 });
  await recordImport(coordinator, { importId }, { version: 2 });
  const left = await getLeftOutRows(coordinator, importId);
  expect(left.delimiter).toBe(delimiter);
  const corrected = returnedCsv([[...left.headings, REASON_HEADING], ...left.rows.map(({ cells }) => [...cells, "detentions: …"])], delimiter).replace("көп", "40");
  const again = await startImport(coordinator, { name: "corrected.csv", bytes: new TextEncoder().encode(corrected), encoding: "auto", delimiter: "auto" });
  expect(again.step).toBe("ready");
  expect((await getImportPage(coordinator, again.importId)).counts).toEqual({ accepted: 1, aside: 0, refused: 0, withdrawn: 0 });
});

it("another team sees nothing of it: neither the file nor that an event is here already", async () => {
  const importId = await imported([{ event_id: "1", event_title: "Пикет Кенаров" }]);
  await expect(getImportPage(otherCoordinator, importId)).rejects.toMatchObject({ code: "not_found" });
  await expect(getLeftOutRows(otherCoordinator, importId)).rejects.toMatchObject({ code: "not_found" });
  expect((await getImportList(otherCoordinator)).items).toEqual([]);
  const theirs = await drafted([{ event_id: "1", event_title: "Пикет Кенаров" }], {}, otherCoordinator);
  expect((await getImportPage(otherCoordinator, theirs)).counts).toEqual({ accepted: 1, aside: 0, refused: 0, withdrawn: 0 });
});

it("a file that is no table is refused by what is wrong with it", async () => {
  const file = (text: string) => ({ name: "x.csv", bytes: new TextEncoder().encode(text), encoding: "auto" as const, delimiter: "auto" as const });
  const refusal = (text: string) => startImport(coordinator, file(text)).then(() => "taken", (error: { detail: { problems: { file: { code: string } } } }) => error.detail.problems.file.code);
  expect([await refusal(""), await refusal("a,b\n"), await refusal('a,b\n"1,2\n'), await refusal("a\n" + "1\n".repeat(5001)), await refusal("a," .repeat(101)), await refusal("a\u0000b,c\u0000\nd,e\u0000,f")]).toEqual(["empty", "no_rows", "unclosed_quote", "too_many_rows", "too_many_columns", "not_text"]);
  await expect(startImport(coordinator, file(`a;b\n1;"2\n${"3;4\n".repeat(300)}`))).rejects.toMatchObject({ detail: { problems: { file: { code: "unclosed_quote", params: { line: 2, cell: 2 } } } } });
});

it("many hundred rows are recorded after the answer, all of them, and asking again meanwhile changes nothing", async () => {
  // The database in memory that stands in for PostgreSQL is many times slower than either engine, and has one line that reads wait for as well.
  const patient = (await freshWorld()).dialect === "postgres";
  const many = patient ? 150 : 600;
  const rows = Array.from({ length: many }, (_, at) => ({ event_id: String(at), event_title: `Пикет ${at} өтті`, date: `2019-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`, region: ["Алматы", "Астана", "Шымкент"][at % 3] ?? "", detentions: String(at % 40), ovd: `Бөлім ${at % 7},Бөлім ${at % 5}`, links: `https://example.org/${at}, https://example.org/x/${at}`, organizer_name: at % 9 === 0 ? "Бірлік" : "" }));
  const importId = await drafted(rows);
  await importSettled(importId);
  expect((await getImportPage(coordinator, importId)).counts).toEqual({ accepted: many, aside: 0, refused: 0, withdrawn: 0 });
  await recordImport(coordinator, { importId }, { version: 2 });
  if (!patient) expect((await getImportPage(coordinator, importId)).going).toEqual({ phase: "record", done: expect.any(Number) as number, total: many });
  expect(await recordImport(coordinator, { importId }, { version: 2 })).toEqual({ importId });
  await importSettled(importId);
  expect(await countRows()).toMatchObject({ events: many, counts: many, rows: many, sources: 2 * many + 1 });
}, 120_000);
