import "server-only";
import { Temporal } from "temporal-polyfill";
import type { CaseMatch } from "@/db/queries/cases";
import { countHeld, flowsOfMeant, type Period } from "@/db/queries/report-figures";
import type { Reader } from "@/db/store";
import { custodyDays, type CustodyFlows } from "@/lib/model/custody-days";

const DAY_MS = 86_400_000;
/** As many days as the dashboard draws where the period has no beginning; more rows than a page of a report holds are thinned out. */
const USUAL_DAYS = 60;
const MOST_ROWS = 62;
const WEEK = 7;
const MOST_DAYS = 3700;

/** How many were in custody at the end of each day of the period up to today, oldest first; of a long period every seventh day, or every thirtieth, counted back from its last. */
export async function heldPerDay(tx: Reader, match: CaseMatch, { from, until }: Period, at: number, zone: string): Promise<{ date: string; held: number }[]> {
  const dateOf = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  const today = dateOf(at);
  const last = until === null ? today : earlier(today, dateOf(until - 1));
  const first = from === null ? last.subtract({ days: USUAL_DAYS - 1 }) : later(dateOf(from), last.subtract({ days: MOST_DAYS }));
  if (Temporal.PlainDate.compare(first, last) > 0) return [];
  const flows = await flowsBetween(tx, match, first, today, zone);
  const days = custodyDays(await countHeld(tx, match), flows, numberOf(today), numberOf(today) - numberOf(first) + 1);
  const own = days.slice(0, numberOf(last) - numberOf(first) + 1);
  const step = own.length <= MOST_ROWS ? 1 : own.length <= MOST_ROWS * WEEK ? WEEK : 30;
  return own.filter((_, i) => (own.length - 1 - i) % step === 0);
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b);
const numberOf = (day: Temporal.PlainDate): number => Math.round(Date.parse(`${day.toString()}T00:00:00Z`) / DAY_MS);

/** Both days included. Where the clocks of the zone were changed in between, each stretch is counted by its own. */
async function flowsBetween(tx: Reader, match: CaseMatch, first: Temporal.PlainDate, last: Temporal.PlainDate, zone: string): Promise<CustodyFlows> {
  const end = last.add({ days: 1 }).toZonedDateTime(zone);
  const flows = { entered: new Map<number, number>(), left: new Map<number, number>() };
  for (let at: Temporal.ZonedDateTime | null = first.toZonedDateTime(zone); at !== null && Temporal.ZonedDateTime.compare(at, end) < 0; ) {
    const changed: Temporal.ZonedDateTime | null = at.getTimeZoneTransition("next");
    const until: Temporal.ZonedDateTime = changed !== null && Temporal.ZonedDateTime.compare(changed, end) < 0 ? changed : end;
    const { entered, left } = await flowsOfMeant(tx, match, at.epochMilliseconds, until.epochMilliseconds, at.offsetNanoseconds / 1e6);
    for (const [day, count] of entered) flows.entered.set(day, (flows.entered.get(day) ?? 0) + count);
    for (const [day, count] of left) flows.left.set(day, (flows.left.get(day) ?? 0) + count);
    at = until;
  }
  return flows;
}
