import { detentionKinds, orderKinds, releaseKinds, sexes } from "./vocabularies";

/** What the rows of a file become. */
export const importKinds = ["cases", "people", "events"] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column can hold, by what its file holds. */
export const targetsOf = {
  events: ["skip", "external_id", "title", "kind", "start", "year", "place", "spot", "demands", "organiser", "permit", "note", "sources", "stations", "count", "count_by"],
  cases: [
    "skip", "external_id", "name", "other_name", "sex", "birth_date", "nationality", "occupation", "affiliation", "taken", "released", "release_kind", "place", "agency", "held_at",
    "detention_kind", "order_kind", "order_date", "term", "court", "judge", "articles", "stated_release", "stated_by", "lawyer", "note",
  ],
  people: ["skip", "external_id", "name", "other_name", "sex", "birth_date", "nationality", "occupation", "affiliation", "residence", "health_risk", "family_contact"],
} as const;
export type ImportTarget = (typeof targetsOf)[ImportKind][number];
export const allTargets = [...new Set<ImportTarget>([...targetsOf.events, ...targetsOf.cases, ...targetsOf.people])] as [ImportTarget, ...ImportTarget[]];

/** Several columns can be one of these; every other one has one column at most. */
export const manyColumns: ReadonlySet<ImportTarget> = new Set(["skip", "demands", "note", "sources", "stations", "count", "other_name"]);

/** Without these columns a file cannot be what it is taken for: at least one of them. */
export const neededTargets: Record<ImportKind, readonly ImportTarget[]> = { events: ["title"], cases: ["name", "taken"], people: ["name"] };

/** Columns whose cells are values of a list. */
export const listTargets = { sex: "sexes", detention_kind: "detention_kinds", order_kind: "order_kinds", release_kind: "release_kinds" } as const;
export type WordTarget = keyof typeof listTargets;
export const wordLists = ["sexes", "detention_kinds", "order_kinds", "release_kinds"] as const;
export type WordList = (typeof wordLists)[number];
export const listValues = { sexes, detention_kinds: detentionKinds, order_kinds: orderKinds, release_kinds: releaseKinds } as const satisfies Record<WordList, readonly string[]>;

/** How much of a file is taken. */
export const MOST_IMPORT_BYTES = 64_000_000;
export const MOST_IMPORT_ROWS = 100_000;
/** Events are written in one transaction, which holds up others as long as it takes. */
export const MOST_EVENT_ROWS = 5_000;
