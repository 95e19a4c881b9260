import { z } from "zod";
import type { NamedInstitution } from "@/lib/model/institution-name";
import type * as out from "@/lib/model/outgoing";
import { custodyStatuses } from "@/lib/model/vocabularies";

/** The schemas of `lib/model/outgoing.ts` that every answer is described by; a type that differs in either direction does not compile. */
export const components = new Map<string, z.ZodType>();

/** Names a schema, so that the document holds it once. */
export function described<T extends z.ZodType>(id: string, schema: T): T {
  const named = schema.meta({ id });
  components.set(id, named);
  return named;
}

const text = z.string();
const maybe = text.nullable();
/** A date as far as known: extended EDTF text, read in the record's zone. */
const when = text.nullable().describe("A date as far as known: extended EDTF text such as 2019-10-26, 2019-10-26T16:00~ or 2019-10, read in the record's `zone`; null where it is not known or not told");
const instant = z.int().nullable().describe("Milliseconds since 1970 UTC; null where it is not known or not told");
const figure = z.number().nullable();
const version = z.int().describe("Rises with every change of the record itself");

const names = { id: text, name: text, nameKk: text, nameRu: text, nameEn: text };
export const outInstitution = described("Institution", z.strictObject(names));
const outBody = described("Body", z.strictObject({ ...names, kind: text }));
export const outPlace = described("Place", z.strictObject({ id: text, nameKk: text, nameRu: text, nameEn: text }));
const institution = outInstitution.nullable();
const titled = z.strictObject({ id: text, title: text }).nullable();

export const outPerson = described(
  "Person",
  z.strictObject({
    id: text, version,
    named: z.boolean().describe("False where a pseudonym stands in the place of the name"),
    identification: text, displayName: text, names: z.array(z.strictObject({ text, kind: text })), sex: text, birthDate: when, nationality: text, occupation: text,
    affiliation: text, residence: text, healthRisk: text, familyContact: text,
  }),
);

export const outCase = described(
  "Case",
  z.strictObject({
    id: text, version, reference: text, person: outPerson, slot: figure, slotCount: figure, detentionKind: text, priority: text, status: z.enum(custodyStatuses), outstanding: z.boolean(),
    place: outPlace, zone: text.describe("IANA zone of the place"), heldAt: institution, agency: institution, court: institution, event: titled,
    taken: when, custodyFrom: instant, custodyTo: instant, released: when, releaseKind: maybe,
    term: maybe.describe("ISO 8601 duration, or LIFE; null where no term is known"),
    expectedFrom: instant, expectedTo: instant, expectedBasis: text, expectedKind: text, countingConfirmed: z.boolean(), statedDiffers: z.boolean(), overdueFrom: instant, verdict: maybe,
    overKind: maybe, overMinutes: figure, overMinutesMost: figure, ownerName: text, lawyer: text, note: text,
  }),
);

export const outSource = described(
  "Source",
  z.strictObject({
    id: text, masked: z.boolean().describe("A source that is not told"), kind: text, title: text, publisher: text, author: text, url: text, language: text, published: when, sha256: text, reliability: text,
  }),
);
const outMoment = described("Moment", z.strictObject({ id: text, version, kind: text, when, institution, releaseKind: maybe, note: text }));
const outOrder = described(
  "Order",
  z.strictObject({
    id: text, version, kind: text, court: institution, judge: text, date: when, articles: text, term: maybe, countFrom: text, countFromWhen: when, relation: text, note: text, zone: text,
  }),
);
const outStated = described("StatedRelease", z.strictObject({ id: text, version, when: text, attributedTo: text, masked: z.boolean(), sourceId: maybe, note: text }));
const outAdjustment = described("Adjustment", z.strictObject({ id: text, version, kind: text, from: when, to: when, days: figure, ratio: maybe, authority: text, note: text }));
const outClaim = described("Claim", z.strictObject({ id: text, sourceId: text, field: text, quote: text, valueKind: text, value: text, saidBy: text, followed: z.boolean() }));
const outFile = described("File", z.strictObject({ id: text, name: text, description: text, type: text, size: z.number(), sha256: text, receivedAt: instant }));

export const outAllegation = described(
  "Allegation",
  z.strictObject({
    id: text, version, when, zone: text, whereText: text, acts: z.array(text), description: text, victimScope: text, victimBound: text, victimCount: figure, victimGroup: text,
    caseIds: z.array(text), attributedTo: text, masked: z.boolean(), sourceId: maybe,
    perpetrators: z.array(z.strictObject({ id: text, body: outBody.nullable(), unit: text, person: text, involvement: text })),
    injuries: text, medicalAttention: text, medicalNote: text, forcedStatement: text, verification: text, response: text,
    answer: z.strictObject({ body: outBody.nullable(), asked: when, answered: when, note: text }).nullable(),
    complaints: z.array(z.strictObject({ id: text, kind: text, body: institution, filed: when, answerDue: when, outcome: text, note: text })),
    event: titled, place: outPlace.nullable(),
  }),
);

export const outCount = described(
  "Count",
  z.strictObject({
    id: text, version, eventId: text, category: text, bound: text, figure, figureTo: figure, comparedToId: maybe, attributedTo: text, masked: z.boolean(), institution, sourceId: maybe,
    asOf: when, zone: text, places: z.array(outPlace), note: text,
  }),
);

export const outEvent = described(
  "Event",
  z.strictObject({
    id: text, version, kind: text, title: text, start: when, end: when, zone: text, sites: z.array(z.strictObject({ place: outPlace, spot: text })), organiser: text,
    organisers: z.array(outInstitution), demands: text, permit: text, note: text,
  }),
);

export const outCaseFile = described(
  "CaseFile",
  z.strictObject({
    case: outCase, moments: z.array(outMoment), orders: z.array(outOrder), adjustments: z.array(outAdjustment), stated: z.array(outStated),
    allegations: z.array(outAllegation).describe("Empty for a token without allegations:read"),
    claims: z.array(outClaim), sources: z.array(outSource), files: z.array(outFile), rights: z.array(text),
    events: z.array(z.strictObject({ id: text, title: text, link: text, start: when, zone: text })),
    estimate: z.unknown().describe("The engine's stored answer with its trace and all readings; null where none was computed or it is not told"),
  }),
);

export const outEventFile = described(
  "EventFile",
  z.strictObject({
    event: outEvent,
    cases: z.array(z.strictObject({ case: outCase, link: text, site: figure.describe("Which of the event's sites, counted from 0") })).describe("Empty for a token without cases:read"),
    counts: z.array(outCount),
    allegations: z.array(outAllegation).describe("Empty for a token without allegations:read"),
    sources: z.array(outSource),
  }),
);

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Described = [
  Same<z.infer<typeof outInstitution>, NamedInstitution>,
  Same<z.infer<typeof outPerson>, out.OutPerson>,
  Same<z.infer<typeof outCase>, out.OutCase>,
  Same<z.infer<typeof outSource>, out.OutSource>,
  Same<z.infer<typeof outMoment>, out.OutMoment>,
  Same<z.infer<typeof outOrder>, out.OutOrder>,
  Same<z.infer<typeof outStated>, out.OutStated>,
  Same<z.infer<typeof outAdjustment>, out.OutAdjustment>,
  Same<z.infer<typeof outClaim>, out.OutClaim>,
  Same<z.infer<typeof outFile>, out.OutFile>,
  Same<z.infer<typeof outAllegation>, out.OutAllegation>,
  Same<z.infer<typeof outCount>, out.OutCount>,
  Same<z.infer<typeof outEvent>, out.OutEvent>,
  Same<z.infer<typeof outCaseFile>, out.OutCaseFile>,
];
export const asTheTypes: Described = [true, true, true, true, true, true, true, true, true, true, true, true, true, true];
