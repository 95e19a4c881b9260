import { asc, eq } from "drizzle-orm";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, cases, exports } from "@/db/schema";
import type { Store } from "@/db/store";
import { readOutCells } from "@/lib/exchange/out-columns";
import { readOutFile } from "@/lib/exchange/out-schema";
import { exportKinds, type ExportAsked, type ExportFormat, type ExportKind } from "@/lib/model/export";
import type { Actor } from "@/lib/model/permissions";
import { recordAllegation } from "@/lib/services/allegations";
import { recordCase } from "@/lib/services/cases";
import { consentsOf, recordConsent, withdrawConsent } from "@/lib/services/consents";
import { recordCount } from "@/lib/services/counts";
import { recordEvent } from "@/lib/services/events";
import { fatesOf } from "@/lib/services/export-fates";
import { previewExport } from "@/lib/services/export-preview";
import { getExportChoices, getExportPage, makeExport, openExport } from "@/lib/services/export-register";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { getEditableRecipient, recordRecipient, updateRecipient } from "@/lib/services/recipients";
import { recordSource } from "@/lib/services/sources";
import { allegationValues, countValues, eventValues, perpetrator, personValues, recipientValues, sourceValues } from "../support/matrix-records";
import { aCase, aRuling, quickCase } from "../support/records";
import { admin, coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";
import { bytesOf, unzipped } from "../support/zip";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-01T09:00+06:00");
});

const asked = (given: Partial<ExportAsked> = {}): ExportAsked => ({ what: "cases", format: "json", to: "public", purpose: "publication", filter: "?view=all", ...given });
const make = (given: Partial<ExportAsked> = {}, by: Actor = coordinator) => makeExport(by, { ...asked(given), reason: given.to === "internal" ? "for the archive" : "", password: "" });
const taken = async (given: Partial<ExportAsked> = {}, by: Actor = coordinator): Promise<Buffer> => bytesOf((await openExport(by, (await make(given, by)).exportId)).body);
const rowsIn = async (given: Partial<ExportAsked> = {}, by: Actor = coordinator) => readOutFile((await taken(given, by)).toString()).records;

const entries = async (action: string) => {
  const found = await store.read.select({ seq: auditEntries.seq, actor: auditEntries.actorId }).from(auditEntries).where(eq(auditEntries.action, action)).orderBy(asc(auditEntries.seq));
  return Promise.all(found.map(async ({ seq, actor }) => [actor, ...(await store.read.select({ field: auditValues.field, after: auditValues.after }).from(auditValues).where(eq(auditValues.seq, seq)).orderBy(asc(auditValues.position))).map(({ field, after }) => `${field}=${after ?? ""}`)]));
};

/** Copies of one case under other ids: recording thousands one by one would take minutes. */
async function manyCases(count: number) {
  const caseId = await aCase();
  await store.write(async (tx) => {
    const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
    if (!row) throw new Error("no case to copy");
    for (let at = 1; at < count; at += 100) {
      const copies = Array.from({ length: Math.min(100, count - at) }, (_, n) => ({ ...row, id: `copy-${at + n}`, reference: `ALA-2019-${String(at + n + 1).padStart(5, "0")}` }));
      await tx.insert(cases).values(copies);
    }
  });
}

/** Everything that a file says, unpacked: the text of CSV and JSON, every member of a workbook. */
const allTextOf = (format: ExportFormat, bytes: Buffer): string => (format === "xlsx" ? [...unzipped(bytes)].map(([name, member]) => `${name}\n${member.toString()}`).join("\n") : bytes.toString());

const canaries = { secret: "Құпиябаев", health: "Диабетканарейка", contact: "Әпкеканарейка", owner: "coordinator", lawyer: "Қорғаушыканарейка", note: "Ескертпеканарейка", source: "Куәгерканарейка", perpetrator: "Орындаушыканарейка" };

/** One person who agreed to be named, one who did not, with everything that must not leave. */
async function guardedWorld() {
  const { personId: openId } = await recordPerson(monitor, { ...personValues, names: [{ text: "Айгүл Ашықова", kind: "legal" }] });
  const { personId: secretId } = await recordPerson(monitor, { ...personValues, names: [{ text: `Болат ${canaries.secret}`, kind: "legal" }] });
  for (const personId of [openId, secretId]) await updatePerson(monitor, { ...personValues, names: [{ text: personId === openId ? "Айгүл Ашықова" : `Болат ${canaries.secret}`, kind: "legal" }], personId, healthRisk: canaries.health, familyContact: canaries.contact }, { version: 1 });
  const openCase = await aCase({ who: "known", name: "", personId: openId });
  const secretCase = await aCase({ who: "known", name: "", personId: secretId });
  for (const caseId of [openCase, secretCase]) await aRuling([caseId], { term: "P5D" });
  const { eventId } = await recordEvent(monitor, { ...eventValues, title: `Picket for ${canaries.secret}`, note: canaries.note });
  const { sourceId } = await recordSource(monitor, { ...sourceValues, kind: "relative", title: canaries.source, confidentiality: "protected" });
  await recordAllegation(monitor, { ...allegationValues([secretCase], { perpetrators: [perpetrator({ person: canaries.perpetrator })], injuries: canaries.health, medicalNote: canaries.health, forcedStatement: canaries.note }), attributedTo: canaries.source, description: `${canaries.secret} was beaten`, sourceId });
  await recordCount(monitor, { ...countValues, eventId, attributedTo: canaries.source, note: canaries.note, sourceId });
  await recordConsent(monitor, { personId: openId, purpose: "publication", audiences: ["public"], givenBy: "person", givenByName: "", form: "written", given: "2019-10-22", expires: null, note: "" });
  return { openId, secretId, openCase, secretCase };
}

describe("taking records out", () => {
  it("gives every row that the list would show, those inside first", async () => {
    await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5", seized: "2019-10-25" }));
    await aCase();
    expect((await rowsIn({ to: "internal" })).length).toBe(6);
    expect((await rowsIn({ to: "internal", filter: "?view=outstanding&q=болат" })).length).toBe(1);
  });

  it("leaves its entries: who takes what, for whom and why before the first row, how many at the end", async () => {
    await aCase();
    const { exportId } = await make({ filter: "?view=all&q=%D0%B1" });
    expect(await entries("export.made")).toEqual([["coordinator", "what=cases", "format=json", "profile=public", "recipient=public", "purpose=publication", "filter=?view=all&q=%D0%B1"]]);
    expect(await entries("export.finished")).toEqual([]);
    await bytesOf((await openExport(coordinator, exportId)).body);
    expect(await entries("export.finished")).toEqual([["coordinator", "rows=1", "complete=true"]]);
    expect(await getExportPage(coordinator, exportId)).toMatchObject({ rows: 1, complete: true });
  });

  it("tells everybody the day on which it was made, and not the hour, neither in itself nor around its members", async () => {
    await aCase();
    const head = async (given: Parameters<typeof make>[0]) => (JSON.parse((await bytesOf((await openExport(coordinator, (await make(given)).exportId)).body)).toString()) as { madeAt: string }).madeAt;
    expect(await head({})).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
    expect(await head({ to: "internal" })).not.toMatch(/T00:00:00\.000Z$/);
    const bytes = await bytesOf((await openExport(coordinator, (await make({ format: "xlsx" })).exportId)).body);
    const directory = Buffer.from("504b0102", "hex");
    const times: number[] = [];
    for (let at = bytes.indexOf(directory); at >= 0; at = bytes.indexOf(directory, at + 4)) times.push(bytes.readUInt16LE(at + 12));
    expect(new Set(times)).toEqual(new Set([0]));
  });

  it.each(["csv", "xlsx", "json", "uwazi"] as const)("as %s that broke off says so", async (format) => {
    await manyCases(300);
    const { exportId } = await make({ format });
    const reader = (await openExport(coordinator, exportId)).body.getReader();
    await reader.read();
    if (format !== "xlsx") await reader.read();
    await reader.cancel();
    const [finished] = await entries("export.finished");
    if (finished) expect(finished.at(-1)).toBe("complete=false");
    expect((await getExportPage(coordinator, exportId)).complete).toBe(false);
  });

  it("in full asks for a reason; outside it asks for a purpose; a closed recipient gets nothing", async () => {
    await expect(makeExport(coordinator, { ...asked({ to: "internal" }), reason: "", password: "" })).rejects.toMatchObject({ detail: { problems: { reason: { code: "required" } } } });
    await expect(makeExport(coordinator, { ...asked({ purpose: "" }), reason: "", password: "" })).rejects.toMatchObject({ detail: { problems: { purpose: { code: "required" } } } });
    const { recipientId } = await recordRecipient(coordinator, recipientValues);
    const { exportId } = await make({ to: recipientId });
    const { version } = await getEditableRecipient(coordinator, recipientId);
    await updateRecipient(coordinator, { ...recipientValues, closed: "yes", recipientId }, { version });
    await expect(make({ to: recipientId })).rejects.toMatchObject({ detail: { problems: { to: { code: "recipient_closed" } } } });
    await expect(openExport(coordinator, exportId)).rejects.toMatchObject({ code: "invalid" });
  });

  it("in full asks for the password of whoever has a session", async () => {
    await expect(make({ to: "internal" }, { ...coordinator, sessionHash: "a".repeat(64) })).rejects.toMatchObject({ detail: { problems: { password: { code: "password_needed" } } } });
    expect(await entries("export.made")).toEqual([]);
  });

  it("is refused to a monitor, a viewer and others, and leaves nothing", async () => {
    await aCase();
    for (const by of [monitor, viewer, stranger]) {
      await expect(make({}, by)).rejects.toMatchObject({ code: "forbidden" });
      await expect(previewExport(by, asked())).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await entries("export.made")).toEqual([]);
    const { exportId } = await make();
    await expect(openExport({ ...coordinator, userId: "admin", role: "admin" }, exportId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("never holds rows of another team", async () => {
    await aCase();
    const other = { ...coordinator, teamIds: ["team-b"] };
    expect(readOutFile((await taken({ to: "internal" }, other)).toString()).records).toEqual([]);
    expect((await getExportChoices(other)).last).toEqual([]);
  });

  it("is limited to what a person can mean to do", async () => {
    for (let n = 0; n < 15; n++) await make();
    await expect(make()).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("what leaves", () => {
  const formats = ["csv", "xlsx", "json"] as const;
  const kinds: readonly ExportKind[] = exportKinds;
  const files = [...formats.flatMap((format) => kinds.map((what) => [what, format] as const)), ["cases", "uwazi"] as const];

  it.each(files)("%s as %s hold nothing that may not leave, on the bytes", async (what, format) => {
    const { secretCase, secretId } = await guardedWorld();
    const { recipientId } = await recordRecipient(coordinator, recipientValues);
    for (const [to, purpose] of [["public", "publication"], [recipientId, "advocacy"]] as const) {
      const text = allTextOf(format, await taken({ what, format, to, purpose }));
      for (const [kind, word] of Object.entries(canaries)) expect(text, `${to}: ${kind}`).not.toContain(word);
      for (const id of [secretCase, secretId]) expect(text, to).not.toContain(id);
      expect(text.includes("Ашықова"), to).toBe(to === "public" && (what === "cases" || what === "people" || what === "over_detention"));
    }
  });

  it("counts of one event are those of no other, and figures from one to four stay here", async () => {
    const { eventId } = await recordEvent(monitor, eventValues);
    const other = await recordEvent(monitor, { ...eventValues, title: "Another rally" });
    await recordCount(monitor, { ...countValues, eventId, figure: 4 });
    await recordCount(monitor, { ...countValues, eventId, bound: "range", figure: 3, figureTo: 9 });
    await recordCount(monitor, { ...countValues, eventId, figure: 5 });
    await recordCount(monitor, { ...countValues, eventId: other.eventId, figure: 77 });
    const figures = async (given: Partial<ExportAsked>) => (await rowsIn({ what: "counts", ...given })).map((row) => ("figure" in row ? [row.figure, row.figureTo].join() : "")).sort();
    const filter = `?event=${eventId}`;
    expect(await figures({ to: "internal", filter })).toEqual(["3,9", "4,", "5,"]);
    expect(await figures({ to: "internal", filter: "" })).toEqual(["3,9", "4,", "5,", "77,"]);
    expect(await figures({ filter })).toEqual([",", ",", "5,"]);
    expect(await previewExport(coordinator, asked({ what: "counts", filter }))).toMatchObject({ count: 3, event: eventValues.title });
    expect(await previewExport({ ...coordinator, teamIds: ["team-b"] }, asked({ what: "counts", filter }))).toMatchObject({ count: 0, event: "" });
  });

  it("in full has it all, and the file says in whose hands", async () => {
    await guardedWorld();
    const text = (await taken({ what: "people", to: "internal" })).toString();
    for (const word of [canaries.secret, canaries.health, canaries.contact]) expect(text).toContain(word);
    expect(readOutFile(text).head).toMatchObject({ schema: "erkin/1", profile: "internal", by: "coordinator", recipient: null });
    expect(readOutFile((await taken({ what: "people" })).toString()).head).toMatchObject({ profile: "public", by: "Erkin test", filter: null });
  });

  it("a consent that is taken back between preview and file takes the name away at once (K37)", async () => {
    const { openId } = await guardedWorld();
    expect(await previewExport(coordinator, asked())).toMatchObject({ count: 2, people: { named: 1, unnamed: 1 } });
    const { exportId } = await make();
    const { consents } = await consentsOf(monitor, openId);
    await withdrawConsent(monitor, { consentId: consents[0]?.id ?? "", when: null, reason: "fear" });
    for (const format of formats) expect(allTextOf(format, await taken({ format }))).not.toContain("Ашықова");
    expect((await bytesOf((await openExport(coordinator, exportId)).body)).toString()).not.toContain("Ашықова");
  });

  it("pseudonyms stay the same for one recipient and differ between two", async () => {
    await guardedWorld();
    const { recipientId: first } = await recordRecipient(coordinator, recipientValues);
    const { recipientId: second } = await recordRecipient(coordinator, { ...recipientValues, name: "Another invented partner" });
    const ids = async (to: string) => readOutFile((await taken({ to, purpose: "advocacy" })).toString()).records.map(({ id }) => id);
    const [once, again, others] = [await ids(first), await ids(first), await ids(second)];
    expect(once).toEqual(again);
    expect(once.filter((id) => others.includes(id))).toEqual([]);
  });

  it("has no order but that of the pseudonyms, batch after batch, whatever the list's is (K37)", async () => {
    await guardedWorld();
    await manyCases(600);
    const { recipientId } = await recordRecipient(coordinator, recipientValues);
    const { recipientId: second } = await recordRecipient(coordinator, { ...recipientValues, name: "Another invented partner" });
    const inside = await rowsIn({ to: "internal" }, admin);
    for (const [to, purpose] of [["public", "publication"], [recipientId, "advocacy"], [second, "advocacy"]] as const) {
      const ids = (await rowsIn({ to, purpose })).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      expect(new Set(ids).size).toBe(inside.length);
      for (const what of ["people", "allegations", "events", "over_detention"] as const) {
        const others = (await rowsIn({ what, to, purpose, filter: "" }, what === "people" || what === "events" ? admin : coordinator)).map(({ id }) => id);
        expect(others.length, what).toBeGreaterThan(0);
        expect(others, what).toEqual([...others].sort());
      }
    }
    expect(await previewExport(coordinator, asked())).toMatchObject({ count: inside.length });
    expect((await rowsIn({ filter: "?view=outstanding" })).length).toBe(inside.filter((row) => "outstanding" in row && row.outstanding).length);
    expect((await rowsIn({ what: "people", filter: "?q=нетуникого" })).length).toBe(0);
  });

  it("the preview tells of each fact what becomes of it in the file", async () => {
    await guardedWorld();
    const { recipientId } = await recordRecipient(coordinator, recipientValues);
    for (const what of kinds) {
      const [full] = await rowsIn({ what, to: "internal" }, admin);
      for (const [to, profile] of [["public", "public"], [recipientId, "partner"]] as const) {
        const [told] = await rowsIn({ what, to, purpose: "advocacy" });
        for (const { path, else: fate } of fatesOf(what, profile)) {
          const at = (record: unknown) => JSON.stringify(path.reduce<unknown>((of, part) => (of as Record<string, unknown> | null)?.[part], record));
          // Whether a source is told is itself told.
          if (fate === "goes" && path[0] !== "masked") expect(at(told), `${what} ${to} ${path.join(".")}`).toBe(at(full));
          if (fate === "withheld") expect(["null", '""', "[]", '"unknown"', '"unidentified"'], `${what} ${to} ${path.join(".")}`).toContain(at(told));
        }
      }
    }
  });

  it("cells that a spreadsheet could run are guarded in CSV and XLSX, and read back as they were (K25)", async () => {
    const evil = ["=1+1", "  @SUM(A1)", "+1", "-2", "|x", "%y", "＝1", "'=1"];
    for (const name of evil) await recordPerson(monitor, { ...personValues, names: [{ text: name, kind: "alias" }] });
    const names = (await rowsIn({ what: "people", to: "internal" })).map((row) => ("displayName" in row ? row.displayName : "")).sort();
    const csv = parse((await taken({ what: "people", format: "csv", to: "internal" })).toString(), { bom: true }) as string[][];
    const [keys = [], ...rows] = csv;
    const column = keys.indexOf("displayName");
    expect(rows.every((row) => row[column]?.startsWith("'"))).toBe(true);
    expect(rows.map((row) => readOutCells("people", keys, row).displayName).sort()).toEqual(names);
    const sheet = await readSheet(await taken({ what: "people", format: "xlsx", to: "internal" }), 1, { trim: false });
    const [header = [], , ...body] = sheet;
    expect(body.every((row) => String(row[header.indexOf("displayName")]).startsWith("'"))).toBe(true);
    expect(body.map((row) => readOutCells("people", header.map(String), row.map((cell) => (cell === null ? "" : String(cell)))).displayName).sort()).toEqual(names);
  });

  it("thousands of cases pass through in batches: the first bytes come before the rest is read", async () => {
    await manyCases(2100);
    for (const format of ["csv", "xlsx", "json"] as const) {
      const { exportId } = await make({ format });
      const reader = (await openExport(coordinator, exportId)).body.getReader();
      const { value } = await reader.read();
      expect(value?.length).toBeGreaterThan(0);
      expect((await store.read.select({ rows: exports.rows }).from(exports).where(eq(exports.id, exportId)))[0]?.rows).toBeNull();
      for (let next = await reader.read(); !next.done; next = await reader.read());
      expect((await getExportPage(coordinator, exportId)).rows).toBe(2100);
    }
  });
});
