import { Temporal } from "temporal-polyfill";
import type { DateBounds } from "./uncertain-date";

/** Who is detained again within so many days of a release goes through a revolving door. */
export const REVOLVING_DAYS = 7;

/** What is known of one detention: instants, the later one exclusive, null where a side is open. */
export type DetentionFact = {
  id: string;
  /** IANA zone in which its days are counted. */
  zone: string;
  from: DateBounds;
  /** The release; null where there was none, because the person is still held or died. */
  to: DateBounds | null;
};

/** At least and at most; the same where it is certain. */
export type Between = { least: number; most: number };

export type DetentionFlags = {
  id: string;
  /** The how manieth detention it is, by the beginnings. */
  nth: Between;
  count: number;
  /** The how manieth that began within one calendar year up to its beginning. */
  withinYear: Between;
  /** Detained again soon after a release: calendar days from that release, and whether every reading of the dates says so. */
  again: { days: Between; certain: boolean } | null;
};

/** Days since 1970 of the first and the last day that a date can mean; infinite where a side is open. */
type Days = { first: number; last: number };
type Known = DetentionFact & { start: Days; end: Days | null };

/**
 * Counts a person's detentions and finds those that soon followed a release. A date that is not exactly known stands for all instants that it can
 * mean: what holds for every one of them is certain, what holds for some is possible, and a gap without an upper end says nothing.
 */
export function custodyHistory(facts: readonly DetentionFact[]): DetentionFlags[] {
  const all = facts.map(known);
  return all.map((one) => {
    const others = all.filter((other) => other !== one);
    const before = others.filter((other) => surelyBefore(other, one));
    const maybe = others.filter((other) => maybeBefore(other, one));
    return {
      id: one.id,
      nth: { least: 1 + before.length, most: 1 + maybe.length },
      count: all.length,
      withinYear: {
        least: 1 + before.filter((other) => one.start.last <= yearAfter(other.start.first)).length,
        most: 1 + maybe.filter((other) => one.start.first <= yearAfter(other.start.last)).length,
      },
      again: soonest(maybe.flatMap((other) => gapOf(other, one, before.includes(other)))),
    };
  });
}

function known(fact: DetentionFact): Known {
  const [begun, ended] = [daysOf(fact.from, fact.zone), fact.to && daysOf(fact.to, fact.zone)];
  // Nobody is released before custody begins.
  const end = ended && { first: Math.max(ended.first, begun.first), last: ended.last };
  return { ...fact, start: { first: begun.first, last: Math.min(begun.last, end?.last ?? Infinity) }, end };
}

function surelyBefore(a: DetentionFact, b: DetentionFact): boolean {
  return a.from.latest !== null && b.from.earliest !== null && a.from.latest <= b.from.earliest;
}

function maybeBefore(a: DetentionFact, b: DetentionFact): boolean {
  return a.from.earliest === null || b.from.latest === null || a.from.earliest < b.from.latest;
}

type Gap = NonNullable<DetentionFlags["again"]>;

function gapOf(before: Known, after: Known, sure: boolean): Gap[] {
  if (!before.end) return [];
  const [least, most] = [after.start.first - before.end.last, after.start.last - before.end.first];
  if (!Number.isFinite(most) || most < 0 || least > REVOLVING_DAYS) return [];
  return [{ days: { least: Math.max(0, least), most }, certain: sure && least >= 0 && most <= REVOLVING_DAYS }];
}

/** The one that is certain and closest, else the one that can be closest. */
function soonest(gaps: readonly Gap[]): Gap | null {
  const [first] = gaps.toSorted((a, b) => Number(b.certain) - Number(a.certain) || a.days.most - b.days.most || a.days.least - b.days.least);
  return first ?? null;
}

const DAY_MS = 86_400_000;

function daysOf({ earliest, latest }: DateBounds, zone: string): Days {
  return { first: earliest === null ? -Infinity : dayOf(earliest, zone), last: latest === null ? Infinity : dayOf(latest - 1, zone) };
}

function dayOf(instant: number, zone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  return Math.round(date.toZonedDateTime("UTC").epochMilliseconds / DAY_MS);
}

function yearAfter(day: number): number {
  if (!Number.isFinite(day)) return day;
  const date = Temporal.Instant.fromEpochMilliseconds(day * DAY_MS).toZonedDateTimeISO("UTC").toPlainDate().add({ years: 1 });
  return Math.round(date.toZonedDateTime("UTC").epochMilliseconds / DAY_MS);
}

export type DatedMoment = { kind: string; earliest: number | null; latest: number | null };

/**
 * When a detention began, from its moments and the rulings that ordered it: not before the seizure, where that is dated; not after anything that
 * shows the person inside. `rulings` are instants after which each was certainly given.
 */
export function beginningOf(moments: readonly DatedMoment[], rulings: readonly number[]): DateBounds {
  const seized = moments.find(({ kind, earliest, latest }) => kind === "seized" && (earliest !== null || latest !== null));
  const ends = [...(seized ? [seized] : moments).flatMap(({ latest }) => (latest === null ? [] : [latest])), ...(seized ? [] : rulings)];
  return { earliest: seized?.earliest ?? null, latest: ends.length === 0 ? null : Math.min(...ends) };
}
