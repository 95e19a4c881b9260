import type { OutAllegation, OutCase, OutPerson } from "@/lib/model/outgoing";

/*
 * One invented record of each kind with every fact filled in: what becomes of it on its way out shows what becomes of each fact (lib/services/export-fates.ts).
 */

const body = { id: "example-body", name: "body", nameKk: "", nameRu: "", nameEn: "" };
const place = { id: "example-place", nameKk: "place", nameRu: "", nameEn: "" };
const event = { id: "example-event", title: "event" };
const at = Date.UTC(2019, 9, 21, 10, 17);

export const examplePerson: OutPerson = {
  id: "example-person", version: 1, named: true, identification: "identified", displayName: "name", names: [{ text: "name", kind: "legal" }], sex: "female",
  birthDate: "1990-02-03", nationality: "nationality", occupation: "occupation", affiliation: "affiliation", residence: "residence", healthRisk: "health", familyContact: "family",
};

export const exampleCase: OutCase = {
  id: "example-case", version: 1, reference: "ALA-2019-0001", person: examplePerson, slot: 1, slotCount: 2, detentionKind: "administrative_arrest", priority: "high", status: "in_custody", outstanding: true,
  place, zone: "UTC", heldAt: body, agency: body, court: body, event, taken: "2019-10-21T10:17", custodyFrom: at, custodyTo: at + 3_600_000, released: "2019-10-31T10:17", releaseKind: "term_served",
  term: "P10D", expectedFrom: at, expectedTo: at + 60_000, expectedBasis: "computed", expectedKind: "instant", countingConfirmed: true, statedDiffers: true, overdueFrom: at, verdict: "late", overKind: "term",
  overMinutes: 61, overMinutesMost: 62, ownerName: "owner", lawyer: "lawyer", note: "note",
};

export const exampleAllegation: OutAllegation = {
  id: "example-allegation", version: 1, when: "2019-10-21T10:17", zone: "UTC", whereText: "where", acts: ["beating"], description: "description", victimScope: "these", victimBound: "exact", victimCount: 2, victimGroup: "group",
  caseIds: ["example-case"], attributedTo: "source", masked: false, sourceId: "example-source", perpetrators: [{ id: "example-perpetrator", body: { ...body, kind: "police" }, unit: "unit", person: "person", involvement: "direct" }],
  injuries: "injuries", medicalAttention: "given", medicalNote: "medical note", forcedStatement: "statement", verification: "alleged", response: "denied",
  answer: { body: { ...body, kind: "police" }, asked: "2019-10-22", answered: "2019-10-23", note: "note" }, complaints: [{ id: "example-complaint", kind: "prosecutor", body, filed: "2019-10-22", answerDue: "2019-10-23", outcome: "pending", note: "note" }], event, place,
};
