import { allegedActs, authorityResponses, verifications } from "./vocabularies";

/** What the address of the list of allegations says; days are `YYYY-MM-DD`, both inclusive, of when it is alleged to have begun. */
export type AllegationQuery = { q?: string; act?: string; agencyId?: string; verification?: string; response?: string; placeId?: string; eventId?: string; from?: string; to?: string; page?: number };

const names = { q: "q", act: "act", agencyId: "agency", verification: "verification", response: "response", placeId: "place", eventId: "event", from: "from", to: "to", page: "page" } as const satisfies Record<keyof AllegationQuery, string>;
const parts = Object.keys(names) as (keyof AllegationQuery)[];
const LAST_PAGE = 2000;

type RawQuery = Record<string, string | string[] | undefined>;

/** Reads an address; what it does not understand is as if it were not there. */
export function readAllegationQuery(raw: RawQuery): AllegationQuery {
  const value = (part: keyof AllegationQuery): string => ([raw[names[part]]].flat()[0] ?? "").replace(/\p{Cc}/gu, " ").trim().slice(0, 200);
  const oneOf = (list: readonly string[], part: keyof AllegationQuery) => list.find((each) => each === value(part));
  const page = Number(value("page"));
  const read = {
    q: value("q") || undefined,
    act: oneOf(allegedActs, "act"),
    agencyId: idOf(value("agencyId")),
    verification: oneOf(verifications, "verification"),
    response: oneOf(authorityResponses, "response"),
    placeId: idOf(value("placeId")),
    eventId: idOf(value("eventId")),
    from: dayOf(value("from")),
    to: dayOf(value("to")),
    page: Number.isSafeInteger(page) && page > 1 ? Math.min(page, LAST_PAGE) : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, told]) => told !== undefined)) as AllegationQuery;
}

/** The address of the list, "" for the plain one. `readAllegationQuery` is its inverse. */
export function allegationQueryString(query: AllegationQuery): string {
  const told = parts.flatMap((part) => (query[part] === undefined || query[part] === "" ? [] : [[names[part], String(query[part])]]));
  return told.length ? `?${new URLSearchParams(told).toString()}` : "";
}

const idOf = (text: string): string | undefined => (/^[0-9a-z-]{1,64}$/.test(text) ? text : undefined);

function dayOf(text: string): string | undefined {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}
