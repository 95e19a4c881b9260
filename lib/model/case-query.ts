import { detentionKinds } from "./vocabularies";

/** The filters that the strip of counts stands for; `all` includes those who are out. */
export const listViews = ["outstanding", "overdue", "limits", "due_today", "next7", "term_unknown", "whereabouts_unknown", "released", "all"] as const;
export type ListView = (typeof listViews)[number];

export const caseSorts = ["urgency", "recent"] as const;
export type CaseSort = (typeof caseSorts)[number];

/** What a list's address says. */
export type CaseQuery = {
  view?: ListView;
  q?: string;
  placeId?: string;
  kind?: string;
  eventId?: string;
  personId?: string;
  institutionId?: string;
  ownerId?: string;
  sort?: CaseSort;
  page?: number;
};

/** Names of the parts in an address, in the order in which they are written. */
const names = { view: "view", q: "q", placeId: "place", kind: "kind", eventId: "event", personId: "person", institutionId: "institution", ownerId: "owner", sort: "sort", page: "page" } as const satisfies Record<keyof CaseQuery, string>;
const parts = Object.keys(names) as (keyof CaseQuery)[];

export type RawQuery = Record<string, string | string[] | undefined>;

/** Further down a list nobody reads, and further up a database does not count. */
const LAST_PAGE = 2000;

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined => list.find((each) => each === value);

/** Reads an address; what it does not understand is as if it were not there. */
export function readCaseQuery(raw: RawQuery): CaseQuery {
  const value = (part: keyof CaseQuery): string | undefined => {
    const given = raw[names[part]];
    return (Array.isArray(given) ? given[0] : given)?.replace(/\p{Cc}/gu, " ").trim().slice(0, 200) || undefined;
  };
  const page = Number(value("page"));
  return compact({
    view: oneOf(listViews, value("view")),
    q: value("q"),
    placeId: value("placeId"),
    kind: oneOf(detentionKinds, value("kind")),
    eventId: value("eventId"),
    personId: value("personId"),
    institutionId: value("institutionId"),
    ownerId: value("ownerId"),
    sort: oneOf(caseSorts, value("sort")),
    page: Number.isSafeInteger(page) && page > 1 ? Math.min(page, LAST_PAGE) : undefined,
  });
}

/** The address of a list, "" for the plain one. `readCaseQuery` is its inverse. */
export function caseQueryString(query: CaseQuery): string {
  const told = parts.flatMap((part) => (query[part] === undefined || query[part] === "" ? [] : [[names[part], String(query[part])]]));
  return told.length ? `?${new URLSearchParams(told).toString()}` : "";
}

/** The same list from its first page, with some parts changed; `undefined` takes a part away. */
export function changedQuery(query: CaseQuery, change: { [part in keyof CaseQuery]?: CaseQuery[part] | undefined }): CaseQuery {
  return compact({ ...query, page: undefined, ...change });
}

function compact(query: { [part in keyof CaseQuery]?: CaseQuery[part] | undefined }): CaseQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
