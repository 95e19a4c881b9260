import { z } from "zod";
import { audienceProfiles } from "@/lib/model/destination";
import { exportKinds } from "@/lib/model/export";
import { OUT_SCHEMA, type OutAllegation, type OutCase, type OutCount, type OutEvent, type OutPerson } from "@/lib/model/outgoing";
import { custodyStatuses } from "@/lib/model/vocabularies";

/** Milliseconds since 1970 UTC; files of rows write it as ISO 8601 with the offset of the record's zone. */
export const instant = z.int();
const text = z.string();
/** Absent is null and never "", so that a cell can hold both. */
const known = z.string().min(1);
const whole = z.int();

/** A place that is told less exactly than any that has a record has no id. */
const place = z.strictObject({ id: text, nameKk: text, nameRu: text, nameEn: text });
const institution = z.strictObject({ id: known, name: text, nameKk: text, nameRu: text, nameEn: text });
const body = institution.extend({ kind: text });
const event = z.strictObject({ id: known, title: text });

export const outPerson = z.strictObject({
  id: known, version: whole, named: z.boolean(), identification: text, displayName: text, names: z.array(z.strictObject({ text, kind: text })),
  sex: text, birthDate: known.nullable(), nationality: text, occupation: text, affiliation: text, residence: text, healthRisk: text, familyContact: text,
}) satisfies z.ZodType<OutPerson>;

export const outCase = z.strictObject({
  id: known, version: whole, reference: text, person: outPerson, slot: whole.nullable(), slotCount: whole.nullable(),
  detentionKind: text, priority: text, status: z.enum(custodyStatuses), outstanding: z.boolean(), place, zone: known,
  heldAt: institution.nullable(), agency: institution.nullable(), court: institution.nullable(), event: event.nullable(),
  taken: known.nullable(), custodyFrom: instant.nullable(), custodyTo: instant.nullable(), released: known.nullable(), releaseKind: known.nullable(),
  term: known.nullable(), expectedFrom: instant.nullable(), expectedTo: instant.nullable(), expectedBasis: text, expectedKind: text,
  countingConfirmed: z.boolean(), statedDiffers: z.boolean(), overdueFrom: instant.nullable(), verdict: known.nullable(), overKind: known.nullable(),
  overMinutes: whole.nullable(), overMinutesMost: whole.nullable(), ownerName: text, lawyer: text, note: text,
}) satisfies z.ZodType<OutCase>;

export const outAllegation = z.strictObject({
  id: known, version: whole, when: known.nullable(), zone: known, whereText: text, acts: z.array(known), description: text,
  victimScope: text, victimBound: text, victimCount: whole.nullable(), victimGroup: text, caseIds: z.array(known), attributedTo: text, masked: z.boolean(), sourceId: known.nullable(),
  perpetrators: z.array(z.strictObject({ id: known, body: body.nullable(), unit: text, person: text, involvement: text })),
  injuries: text, medicalAttention: text, medicalNote: text, forcedStatement: text, verification: text, response: text,
  answer: z.strictObject({ body: body.nullable(), asked: known.nullable(), answered: known.nullable(), note: text }).nullable(),
  complaints: z.array(z.strictObject({ id: known, kind: text, body: institution.nullable(), filed: known.nullable(), answerDue: known.nullable(), outcome: text, note: text })),
  event: event.nullable(), place: place.nullable(),
}) satisfies z.ZodType<OutAllegation>;

export const outEvent = z.strictObject({
  id: known, version: whole, kind: text, title: text, start: known.nullable(), end: known.nullable(), zone: known, sites: z.array(z.strictObject({ place, spot: text })),
  organiser: text, organisers: z.array(institution), demands: text, permit: text, note: text,
}) satisfies z.ZodType<OutEvent>;

export const outCount = z.strictObject({
  id: known, version: whole, eventId: known, category: text, bound: text, figure: whole.nullable(), figureTo: whole.nullable(), comparedToId: known.nullable(),
  attributedTo: text, masked: z.boolean(), institution: institution.nullable(), sourceId: known.nullable(), asOf: known.nullable(), zone: known, places: z.array(place), note: text,
}) satisfies z.ZodType<OutCount>;

/** The schema of each kind of record; columns of files are read from it (out-columns.ts). */
export const outSchemas = { cases: outCase, people: outPerson, allegations: outAllegation, events: outEvent, counts: outCount, over_detention: outCase } as const;
export type OutKind = keyof typeof outSchemas;
export type OutRecords = { cases: OutCase; people: OutPerson; allegations: OutAllegation; events: OutEvent; counts: OutCount; over_detention: OutCase };

/** What stands in the head of a file of records; a file for outside names the organisation and never a person of the house. */
export const outHead = z.strictObject({
  schema: z.literal(OUT_SCHEMA),
  /** The number under which the house keeps in its register what left. */
  export: known,
  what: z.enum(exportKinds),
  profile: z.enum(audienceProfiles),
  recipient: text.nullable(),
  purpose: text.nullable(),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  by: text,
  /** The list that was taken as the house writes it in an address; null outside the house, where it could tell whom somebody looked for. */
  filter: text.nullable(),
});
export type OutHead = z.infer<typeof outHead>;

/** A whole JSON file: the head, the records under the name of their kind, and how many there are, which a file that broke off does not have. */
const fileOf = <K extends OutKind>(what: K) => outHead.extend({ what: z.literal(what), [what]: z.array(outSchemas[what]), count: whole });
const files = { cases: fileOf("cases"), people: fileOf("people"), allegations: fileOf("allegations"), events: fileOf("events"), counts: fileOf("counts"), over_detention: fileOf("over_detention") };

export type OutFileOf<K extends OutKind> = { head: OutHead; what: K; records: OutRecords[K][] };
export type OutFileRead = { [K in OutKind]: OutFileOf<K> }[OutKind];

/** Reads the text of a JSON export back; throws a ZodError (or a SyntaxError) for anything that is not exactly one. */
export function readOutFile(json: string): OutFileRead {
  const raw: unknown = JSON.parse(json);
  const { what } = z.object({ what: outHead.shape.what }).parse(raw);
  const { count, ...read } = files[what].parse(raw) as OutHead & { count: number } & Record<string, unknown>;
  const { [what]: records, ...head } = read as OutHead & Record<string, unknown>;
  if ((records as unknown[]).length !== count) throw new SyntaxError(`count says ${count}, the file holds ${(records as unknown[]).length}`);
  return { head: outHead.parse(head), what, records } as OutFileRead;
}
