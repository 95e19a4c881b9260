import { eventKinds } from "./vocabularies";

/** What the address of the list says; days are `YYYY-MM-DD`, both inclusive. */
export type EventQuery = { q?: string; kind?: string; placeId?: string; organiserId?: string; from?: string; to?: string; page?: number };

type RawQuery = Record<string, string | string[] | undefined>;
const LAST_PAGE = 2000;
const names = { q: "q", kind: "kind", placeId: "place", organiserId: "organiser", from: "from", to: "to", page: "page" } as const satisfies Record<keyof EventQuery, string>;
const parts = Object.keys(names) as (keyof EventQuery)[];

/** Reads an address; what it does not understand is as if it were not there. */
export function readEventQuery(raw: RawQuery): EventQuery {
  const value = (part: keyof EventQuery): string => [raw[names[part]]].flat()[0]?.replace(/\p{Cc}/gu, " ").trim().slice(0, 200) ?? "";
  const page = Number(value("page"));
  const read = {
    q: value("q"),
    kind: eventKinds.find((kind) => kind === value("kind")) ?? "",
    placeId: value("placeId"),
    organiserId: value("organiserId"),
    from: dayOf(value("from")),
    to: dayOf(value("to")),
  };
  return {
    ...Object.fromEntries(Object.entries(read).filter(([, part]) => part !== "")),
    ...(Number.isSafeInteger(page) && page > 1 ? { page: Math.min(page, LAST_PAGE) } : {}),
  };
}

/** The address of the list, "" for the plain one. `readEventQuery` is its inverse. */
export function eventQueryString(query: EventQuery): string {
  const told = parts.flatMap((part) => (query[part] === undefined || query[part] === "" ? [] : [[names[part], String(query[part])]]));
  return told.length ? `?${new URLSearchParams(told).toString()}` : "";
}

function dayOf(text: string): string {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return "";
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? text : "";
}
