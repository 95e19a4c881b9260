import type { InputContext } from "@/lib/model/fields";
import { boundsOf, checkUncertainDate, type DateBounds } from "@/lib/model/uncertain-date";
import { plainDate } from "@/lib/model/uncertain-date-plain";
import { parseTyped } from "@/lib/model/uncertain-date-typed";
import { remembering } from "./remembering";

/** A typed date of a cell. `lent`: it has no year of its own; `code`: why it is refused. */
export type ReadDate = { when: string | null; lent: boolean; code: string | null };

/** The day that a date begins with; only days are compared, not months or years. */
export const dayOf = (when: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(when ?? "")?.[0] ?? null;

/** Weeks before somebody was taken in which a date of the same row that has no year can lie: a ruling may be older than the day on which it is carried out. */
const DAYS_BEFORE = 30;
const DAY_MS = 86_400_000;
const MOST_DATES = 20_000;

/** The day from which on dates lie that have no year of their own, counted when one of them asks; undefined where nobody knows it. */
export type YearFrom = () => string | undefined;

/** For the other dates of a row: from when the person was taken. */
export function spanAfter(taken: string | null, zone: string): YearFrom {
  let counted: { day: string | undefined } | undefined;
  return () => {
    if (counted) return counted.day;
    const first = taken === null ? null : boundsOf(taken, zone).earliest;
    counted = { day: first === null ? undefined : dayAt(first - DAYS_BEFORE * DAY_MS) };
    return counted.day;
  };
}

/** `yearFrom` is asked for only where the text has no year of its own. */
export function readDate(typed: string, zone: string, context: InputContext, yearFrom?: YearFrom): ReadDate {
  const read = readerOf(context, zone, undefined)(typed);
  const from = read.lent ? yearFrom?.() : undefined;
  return from === undefined ? read : readerOf(context, zone, from)(typed);
}

/** Whether all that a date can mean lies after that instant. Of one that begins a good day before, nobody has to ask the zone. */
export function isAfter(when: string | null, zone: string, instant: number): boolean {
  if (when === null || when < dayAt(instant - 2 * DAY_MS)) return false;
  const { earliest } = boundsOf(when, zone);
  return earliest !== null && earliest > instant;
}

/** Whether the one has ended, in all that it can mean, before the other can have begun. */
export function endsBefore(when: string | null, other: string | null, zone: string): boolean {
  const [day, later] = [dayOf(when), dayOf(other)];
  if (when === null || other === null || (day !== null && later !== null && day > later)) return false;
  const [end, start]: [DateBounds, DateBounds] = [boundsOf(when, zone), boundsOf(other, zone)];
  return end.latest !== null && start.earliest !== null && end.latest < start.earliest;
}

/** The dates of a file repeat, and reading one costs more than the rest of its row. */
const readers = new WeakMap<InputContext, Map<string, (typed: string) => ReadDate>>();
const MOST_READERS = 500;

function readerOf(context: InputContext, zone: string, yearFrom: string | undefined): (typed: string) => ReadDate {
  const known = readers.get(context) ?? new Map<string, (typed: string) => ReadDate>();
  if (known.size === 0) readers.set(context, known);
  const key = yearFrom === undefined ? zone : `${zone} ${yearFrom}`;
  const there = known.get(key);
  if (there) return there;
  if (known.size >= MOST_READERS) known.clear();
  const reader = remembering(yearFrom === undefined ? MOST_DATES : MOST_DATES / MOST_READERS, (typed) => freshDate(typed, zone, { ...context, yearFrom }));
  known.set(key, reader);
  return reader;
}

function freshDate(typed: string, zone: string, context: InputContext): ReadDate {
  const refused = (code: string): ReadDate => ({ when: null, lent: false, code });
  const read = parseTyped(typed, context);
  if (!read.ok) return refused(read.code === "unreadable" ? "unreadable_date" : read.code);
  if (read.value === null) return { when: null, lent: false, code: null };
  const wrong = checkUncertainDate(read.value, zone);
  if (wrong && wrong !== "ambiguous_time") return refused(wrong);
  return { when: read.value, lent: isLent(typed, read.value, context), code: null };
}

/** A date that another day of reading would put into another year has none of its own. */
function isLent(typed: string, read: string, context: InputContext): boolean {
  const plain = plainDate(typed);
  if (plain !== undefined) return plain.year === undefined;
  const earlier = parseTyped(typed, { ...context, yearFrom: "1990-01-01" });
  return !earlier.ok || earlier.value !== read;
}

const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
