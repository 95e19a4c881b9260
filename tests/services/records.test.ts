import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { auditEntries, auditValues, caseTexts } from "@/db/schema";
import type { EventValues } from "@/lib/model/event";
import type { PersonValues } from "@/lib/model/person";
import type { SourceValues } from "@/lib/model/source";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { recordCitation } from "@/lib/services/citations";
import { withdrawCitation } from "@/lib/services/claim-edits";
import { getEventPage } from "@/lib/services/event-page";
import { recordEvent, updateEvent } from "@/lib/services/events";
import { getPeopleList, getPersonPage, recordPerson, updatePerson } from "@/lib/services/people";
import { getSourcePage, recordSource, updateSource } from "@/lib/services/sources";
import { recordCase } from "@/lib/services/cases";
import { aCase, quickCase } from "../support/records";
import { almaty, freshWorld, monitor, reading, setNow, stranger, viewer } from "../support/world";

const person = (given: Partial<PersonValues> = {}): PersonValues => ({
  identification: "identified",
  names: [{ text: "Болат Сынақов", kind: "legal" }],
  sex: "male",
  birthDate: null,
  nationality: "",
  occupation: "",
  affiliation: "",
  residence: "",
  healthRisk: "",
  familyContact: "",
  ...given,
});

const event = (given: Partial<EventValues> = {}): EventValues => ({
  kind: "rally",
  title: "Сынақ митингі",
  start: "2019-10-26",
  end: null,
  sites: [{ placeId: almaty, spot: "Алаң" }, { placeId: "akb", spot: "" }],
  organisers: [],
  organiser: "",
  demands: "",
  permit: "unknown",
  takers: [],
  stations: [],
  participantIds: [],
  sources: [],
  note: "",
  ...given,
});

const source = (given: Partial<SourceValues> = {}): SourceValues => ({
  kind: "article",
  title: "Сынақ мақаласы",
  publisher: "",
  author: "",
  url: "",
  language: "kk",
  published: null,
  text: "Бесеуі де\n  дүйсенбіде босауы керек.",
  ...given,
});

const entriesOf = async (caseId: string): Promise<string[]> =>
  (await (await reading()).select({ action: auditEntries.action }).from(auditEntries).where(eq(auditEntries.caseId, caseId)).orderBy(auditEntries.seq)).map((row) => row.action);

beforeEach(async () => {
  await freshWorld();
  setNow("2019-11-01T03:00:00Z");
});

describe("people", () => {
  test("a slot that gets a name keeps its case, its number and its history, and is found by the name", async () => {
    const { caseIds } = await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5" }));
    const third = caseIds[2]!;
    const { row, person: before } = await getCasePage(monitor, third);
    await updatePerson(monitor, { personId: before.id, ...person({ identification: "unidentified", names: [{ text: "Берік", kind: "given_only" }] }) }, { version: 1 });
    const after = await getCasePage(monitor, third);
    expect(after.person).toMatchObject({ displayName: "Берік", identification: "partly_identified", version: 2 });
    expect(after.row).toMatchObject({ reference: row.reference, slot: 3, slotCount: 5, personId: before.id });
    expect((await getCaseList(monitor, { view: "all", q: "BERIK" })).items.map((item) => item.id)).toEqual([third]);
    expect((await entriesOf(third)).at(-1)).toBe("person.updated");
  });

  test("are found by parts of any name in any order, script and letter case, within the team", async () => {
    const names = [{ text: "Болат Сынақов", kind: "legal" as const }, { text: "Bolat Synakov", kind: "transliteration" as const }];
    const { personId } = await recordPerson(monitor, person({ names }));
    await recordPerson(monitor, person({ names: [{ text: "Өзге Біреу", kind: "legal" }] }));
    for (const q of ["сынақов болат", "SYNAK", "болат"]) expect((await getPeopleList(monitor, { q })).items.map((item) => item.id)).toEqual([personId]);
    expect((await getPeopleList(stranger, { q: "болат" })).items).toEqual([]);
  });

  test("keep health risk and family contact from viewers, and out of the history of cases", async () => {
    const caseId = await aCase();
    const { person: row } = await getCasePage(monitor, caseId);
    await updatePerson(monitor, { personId: row.id, ...person({ healthRisk: "диабет", familyContact: "анасы" }) }, { version: 1 });
    expect((await getPersonPage(monitor, row.id)).guarded).toEqual({ healthRisk: "диабет", familyContact: "анасы" });
    expect(JSON.stringify(await getPersonPage(viewer, row.id))).not.toMatch(/диабет|анасы/u);
    const told = await (await reading()).select({ after: auditValues.after }).from(auditValues).innerJoin(auditEntries, eq(auditEntries.seq, auditValues.seq)).where(eq(auditEntries.caseId, caseId));
    expect(told.map((value) => value.after)).not.toContain("диабет");
  });

  test("without a name are unidentified, and an older version is refused", async () => {
    await expect(recordPerson(monitor, person({ names: [] }))).rejects.toMatchObject({ detail: { problems: { names: { code: "required" } } } });
    const { personId } = await recordPerson(monitor, person());
    await updatePerson(monitor, { personId, ...person({ occupation: "ұстаз" }) }, { version: 1 });
    await expect(updatePerson(monitor, { personId, ...person() }, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { occupation: "ұстаз" } } } });
  });
});

describe("events", () => {
  test("hold their sites, keep the spot with its city, and rename what their cases are found by", async () => {
    const { eventId } = await recordEvent(monitor, event());
    await updateEvent(monitor, { eventId, ...event({ sites: [{ placeId: "akb", spot: "" }, { placeId: almaty, spot: "Алаң" }], title: "Басқаша атау" }) }, { version: 1 });
    const { sites, event: row } = await getEventPage(viewer, eventId);
    expect(sites.map(({ placeId, spot }) => [placeId, spot])).toEqual([["akb", ""], [almaty, "Алаң"]]);
    expect(row).toMatchObject({ title: "Басқаша атау", version: 2, zone: "Asia/Almaty" });
  });

  test("cannot end before they begin nor have participants of another team", async () => {
    await expect(recordEvent(monitor, event({ end: "2019-10-25" }))).rejects.toMatchObject({ detail: { problems: { end: { code: "end_before_start" } } } });
    const { personId } = await recordPerson(stranger, person());
    await expect(recordEvent(monitor, event({ participantIds: [personId] }))).rejects.toMatchObject({ detail: { problems: { participantIds: { code: "unknown_option" } } } });
  });
});

describe("sources", () => {
  test("keep a pasted text with its SHA-256, and capture a changed one anew", async () => {
    const { sourceId } = await recordSource(monitor, source({ text: "abc" }));
    const { source: row } = await getSourcePage(viewer, sourceId);
    expect(row.textSha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    await updateSource(monitor, { sourceId, ...source({ text: "abc", title: "Атауы" }) }, { version: 1 });
    expect((await getSourcePage(viewer, sourceId)).source).toMatchObject({ title: "Атауы", capturedAt: row.capturedAt, textSha256: row.textSha256 });
  });

  test("are quoted word for word, whatever the line breaks, and must keep what is quoted", async () => {
    const caseId = await aCase();
    const { sourceId } = await recordSource(monitor, source());
    const cite = (quote: string) => recordCitation(monitor, { caseIds: [caseId], sourceId, field: "stated_release", quote });
    await expect(cite("сейсенбіде босауы керек")).rejects.toMatchObject({ detail: { problems: { quote: { code: "quote_not_in_source" } } } });
    await cite("Бесеуі де дүйсенбіде");
    await expect(updateSource(monitor, { sourceId, ...source({ text: "Басқа мәтін" }) }, { version: 1 })).rejects.toMatchObject({ detail: { problems: { text: { code: "quote_lost" } } } });
    const [citation] = (await getSourcePage(viewer, sourceId)).claims;
    await withdrawCitation(monitor, { recordId: citation!.id, reason: "қате" });
    expect((await getSourcePage(viewer, sourceId)).claims).toMatchObject([{ caseId, withdrawn: "қате" }]);
    expect((await entriesOf(caseId)).slice(-2)).toEqual(["citation.recorded", "citation.withdrawn"]);
  });

  test("of another team cannot be cited", async () => {
    const { sourceId } = await recordSource(stranger, source());
    const citing = recordCitation(monitor, { caseIds: [await aCase()], sourceId, field: "identity", quote: "Бесеуі" });
    await expect(citing).rejects.toMatchObject({ detail: { problems: { sourceId: { code: "unknown_option" } } } });
  });
});

test("one submission of a form makes one record", async () => {
  const meta = { submission: "00000000-0000-4000-8000-000000000001" };
  const [first, again] = [await recordSource(monitor, source(), meta), await recordSource(monitor, source(), meta)];
  expect(again).toEqual(first);
  expect(await (await reading()).select().from(caseTexts)).toEqual([]);
});
