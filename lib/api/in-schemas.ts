import { z } from "zod";
import { listViews } from "@/lib/model/case-query";
import { MOST_LINKS } from "@/lib/model/case-event";
import { MOST_NAMES } from "@/lib/model/person";
import { caseEventLinks, detentionKinds, identifications, momentKinds, nameKinds, priorities, releaseKinds, sexes } from "@/lib/model/vocabularies";
import { described, outAllegation, outCase, outCount, outEvent, outPerson, outPlace } from "./out-schemas";

/* What programs send. The forms' own schemas read it once more and have the last word; a test compares the names of the fields. */

const line = (most: number) => z.string().max(most).optional();
const date = z.string().max(200).optional().describe("A date as far as known: EDTF such as 2019-10-26, 2019-10-26T16:00 or 2019-10; empty for unknown");
const id = z.string().regex(/^[0-9a-z-]{1,64}$/);

/** A new case, as the quick form has it. */
export const newCase = z.strictObject({
  who: z.enum(["named", "known", "unnamed"]).optional().describe("A new person with a name, a person already recorded, or people without a name"),
  name: line(200),
  personId: id.optional(),
  count: z.int().min(1).max(200).optional().describe("How many people without a name; each gets a case"),
  sex: z.enum(sexes).optional(),
  seized: date,
  placeId: id,
  agency: line(200),
  heldAt: line(200),
  detentionKind: z.enum(detentionKinds).optional(),
});

/** What is changed on a case; what is left out stays. */
export const caseChange = z.strictObject({
  detentionKind: z.enum(detentionKinds).optional(),
  priority: z.enum(priorities).optional(),
  placeId: id.optional(),
  agency: line(200),
  heldAt: line(200),
  events: z.array(z.strictObject({ eventId: id, siteId: id.nullable().optional(), link: z.enum(caseEventLinks) })).max(MOST_LINKS).optional().describe("Takes the place of all links"),
  ownerId: id.nullable().optional(),
  lawyer: line(200),
  note: line(4000),
});

export const newMoment = z.strictObject({ kind: z.enum(momentKinds), when: date, institution: line(200), releaseKind: z.enum(releaseKinds).optional(), note: line(2000) });

export const newPerson = z.strictObject({
  identification: z.enum(identifications).optional(),
  names: z.array(z.strictObject({ text: z.string().min(1).max(200), kind: z.enum(nameKinds).optional() })).max(MOST_NAMES).optional(),
  sex: z.enum(sexes).optional(),
  birthDate: date,
  nationality: line(100),
  occupation: line(200),
  affiliation: line(200),
  residence: line(200),
  healthRisk: line(2000),
  familyContact: line(1000),
});

export const MOST_ITEMS = 200;
const paging = {
  cursor: z.string().max(200).optional().describe("`next` of the page before; the other parts must stay the same"),
  limit: z.int().min(1).max(MOST_ITEMS).optional().describe("50 without it"),
};
const updatedSince = (what: string) => z.iso.datetime({ offset: true }).optional().describe(`Only ${what} about which something was recorded, changed or withdrawn since`);
export const peopleQuery = z.strictObject({ ...paging, updated_since: updatedSince("people") });
export const allegationsQuery = z.strictObject({ ...paging, updated_since: updatedSince("allegations") });
export const eventsQuery = z.strictObject({ ...paging, updated_since: updatedSince("events") });
const word = z.string().max(200).optional();
export const casesQuery = z.strictObject({
  ...paging,
  view: z.enum(listViews).optional().describe("As the filters of the list of cases; `all` without it"),
  q: word.describe("Words that a case is found by"),
  place: id.optional(),
  kind: z.enum(detentionKinds).optional(),
  event: id.optional(),
  person: id.optional(),
  institution: id.optional(),
  owner: id.optional(),
  updated_since: updatedSince("cases"),
});

/** The page of a list: `next` is null on the last one. */
const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ data: z.array(item), next: z.string().nullable().describe("Give it as `cursor` for the next page") });
export const casePage = pageOf(outCase);
export const personPage = pageOf(outPerson);
export const allegationPage = pageOf(outAllegation);
export const eventPage = pageOf(outEvent);
export const placePage = pageOf(outPlace);
export const countPage = pageOf(outCount);

export const casesRecorded = z.strictObject({ caseIds: z.array(z.string()) });
export const personRecorded = z.strictObject({ personId: z.string() });
export const caseChanged = z.strictObject({ id: z.string() });

export const releaseRequest = z.looseObject({ cases: z.array(z.unknown()).max(1000).describe("Cases of the engine's contract; see docs/release-engine.md") });
export const releaseAnswers = z.strictObject({ answers: z.array(z.unknown()).describe("One answer for each case, in the same order") });

/** RFC 9457. */
export const problem = described("Problem", z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("What went wrong, for programs"),
  problems: z.record(z.string(), z.string()).optional().describe("A code for each field that was refused"),
}));
