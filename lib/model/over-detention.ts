/** What of a case bears on how long somebody was held too long; instants in epoch milliseconds. */
export type OverFacts = {
  outstanding: boolean;
  /** Only what is computed, or set by hand, says what is too long; a date that a source states does not. */
  expectedBasis: string;
  /** The earliest and the latest lawful reading; the latest is exclusive. */
  watchFrom: number | null;
  dueSort: number;
  overKind: string | null;
  overMinutes: number | null;
  overMinutesMost: number | null;
};

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * Whole minutes held longer than any reading allows, at least and (where known) at most; null where nobody was. Whoever is still inside is
 * counted from the latest reading to `now`, at most from the earliest one, and on top of what was already over when a term was reduced.
 * `db/queries/over-detention.ts` counts the same in SQL.
 */
export function overHeld(row: OverFacts, now: number): { kind: string; least: number; most: number | null } | null {
  const { outstanding, expectedBasis, watchFrom, dueSort, overMinutes, overMinutesMost } = row;
  const kind = row.overKind ?? "term";
  if (!outstanding) return overMinutes === null || overMinutes <= 0 ? null : { kind, least: overMinutes, most: overMinutesMost };
  if (dueSort > now || (expectedBasis !== "computed" && expectedBasis !== "override")) return null;
  const minutes = (since: number) => Math.floor((now - since) / MINUTE_MS);
  const least = minutes(endOfReading(dueSort)) + (overMinutes ?? 0);
  const most = watchFrom === null || (overMinutes !== null && overMinutesMost === null) ? null : minutes(watchFrom) + (overMinutesMost ?? 0);
  return { kind, least, most };
}

/** The end of a day stands as it is; a moment known to the minute lasts until the next one, but time is counted from it. Days end at a quarter of an hour everywhere. */
const endOfReading = (dueSort: number): number => (dueSort % QUARTER_MS === 0 ? dueSort : dueSort - MINUTE_MS);

/** The latest reading as an instant, or null where `dueSort` only says that none is known. */
export const knownReading = (dueSort: number): number | null => (dueSort < 8.64e15 ? dueSort : null);

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
