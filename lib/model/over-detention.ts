/** What of a case bears on how long somebody was held too long; instants in epoch milliseconds. */
export type OverFacts = {
  outstanding: boolean;
  expectedFrom: number | null;
  /** Exclusive: from here on every reading is past. */
  expectedTo: number | null;
  overKind: string | null;
  overMinutes: number | null;
  overMinutesMost: number | null;
};

const MINUTE_MS = 60_000;

/**
 * Whole minutes held longer than any reading allows, at least and (where known) at most; null where nobody was. Whoever is still inside is
 * counted from the latest reading to `now`, at most from the earliest one; `db/queries/over-detention.ts` counts the same in SQL.
 */
export function overHeld(row: OverFacts, now: number): { kind: string; least: number; most: number | null } | null {
  if (!row.outstanding) return row.overMinutes === null || row.overMinutes <= 0 ? null : { kind: row.overKind ?? "term", least: row.overMinutes, most: row.overMinutesMost };
  if (row.expectedTo === null || row.expectedTo > now) return null;
  const minutes = (since: number) => Math.floor((now - since) / MINUTE_MS);
  return { kind: row.overKind ?? "term", least: minutes(row.expectedTo), most: row.expectedFrom === null ? null : minutes(row.expectedFrom) };
}

/** `late`: released after the latest reading; `inside`: still held past it. */
export const overViews = ["all", "late", "inside"] as const;
export type OverView = (typeof overViews)[number];

/** What the address of the page says; days are `YYYY-MM-DD`, both inclusive: of the release, or of now for those still inside. */
export type OverQuery = { view?: OverView; from?: string; to?: string; page?: number };

type RawQuery = Record<string, string | string[] | undefined>;
const LAST_PAGE = 2000;

/** Reads an address; what it does not understand is as if it were not there. */
export function readOverQuery(raw: RawQuery): OverQuery {
  const value = (name: string): string => [raw[name]].flat()[0]?.trim() ?? "";
  const view = overViews.find((each) => each !== "all" && each === value("view"));
  const [from, to] = [dayOf(value("from")), dayOf(value("to"))];
  const page = Number(value("page"));
  return {
    ...(view ? { view } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(Number.isSafeInteger(page) && page > 1 ? { page: Math.min(page, LAST_PAGE) } : {}),
  };
}

/** The address of the page, "" for the plain one. `readOverQuery` is its inverse. */
export function overQueryString({ view, from, to, page }: OverQuery): string {
  const told = Object.entries({ view: view === "all" ? undefined : view, from, to, page }).flatMap(([name, part]) => (part === undefined ? [] : [[name, String(part)]]));
  return told.length ? `?${new URLSearchParams(told).toString()}` : "";
}

function dayOf(text: string): string | undefined {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}
