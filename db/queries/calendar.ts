import { and, asc, eq, gt, gte, inArray, isNull, lt, sql, type SQL } from "drizzle-orm";
import { allegationCases, allegations, caseClocks, caseEvents, cases, complaints, events, LONG_WINDOW_MS, orderCases, orders, people, places, releaseEstimates, tasks } from "@/db/schema";
import type { Reader } from "@/db/store";
import { caseNaming } from "./case-naming";
import { alsoWithin, within, type Scope } from "./scope";

/** Which dates are asked for: those that touch the time from `from` to `until` (instants), of cases and tasks of one person or of everybody; `most` of each kind where a page of dates is not what is meant. */
export type CalendarRange = { from: number; until: number; ownerId?: string | undefined; most?: number | undefined };

/** More dates of one kind than this are not read for a page. */
const MOST_DATES = 500;

export const mostOf = ({ most }: Pick<CalendarRange, "most">): number => most ?? MOST_DATES;

const owned = ({ ownerId }: CalendarRange): SQL | undefined => (ownerId === undefined ? undefined : eq(cases.ownerId, ownerId));

export type WindowRow = Awaited<ReturnType<typeof windowsWhere>>[number];

const windowsWhere = (tx: Reader, scope: Scope, range: CalendarRange, when: SQL | undefined, order: typeof cases.expectedFrom | typeof cases.expectedTo) =>
  tx
    .select({
      ...caseNaming,
      zone: cases.zone,
      expectedFrom: cases.expectedFrom,
      expectedTo: cases.expectedTo,
      expectedBasis: cases.expectedBasis,
      expectedKind: cases.expectedKind,
      countingConfirmed: cases.countingConfirmed,
      dueSort: cases.dueSort,
      estimatedAt: releaseEstimates.at,
    })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(releaseEstimates, eq(releaseEstimates.id, cases.estimateId))
    .where(and(within(scope, cases.teamId), when, eq(cases.outstanding, true), owned(range)))
    .orderBy(asc(order), asc(cases.reference))
    .limit(mostOf(range) + 1);

/** Windows of release of those inside that touch the range. Three look-ups, each in its own index: what begins in it, what ends in it, and long ones around it. */
export async function listWindows(tx: Reader, scope: Scope, range: CalendarRange): Promise<WindowRow[]> {
  const { from, until } = range;
  const long = and(sql.raw(`expected_to - expected_from > ${LONG_WINDOW_MS}`), gt(cases.expectedTo, until), lt(cases.expectedFrom, from));
  const found = [
    await windowsWhere(tx, scope, range, and(gte(cases.expectedFrom, from), lt(cases.expectedFrom, until)), cases.expectedFrom),
    await windowsWhere(tx, scope, range, and(gt(cases.expectedTo, from), lt(cases.expectedTo, until)), cases.expectedTo),
    await windowsWhere(tx, scope, range, long, cases.expectedTo),
  ];
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

/** Limits that pass and times for an appeal that end in the range. */
export const listDeadlines = (tx: Reader, scope: Scope, range: CalendarRange) =>
  tx
    .select({ about: caseNaming, zone: cases.zone, kind: caseClocks.kind, ruleId: caseClocks.ruleId, orderId: caseClocks.orderId, at: caseClocks.at, estimatedAt: releaseEstimates.at })
    .from(caseClocks)
    .innerJoin(cases, eq(cases.id, caseClocks.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(releaseEstimates, eq(releaseEstimates.id, cases.estimateId))
    .where(and(within(scope, caseClocks.teamId), inArray(caseClocks.kind, ["limit", "appeal"]), gt(caseClocks.at, range.from), lt(caseClocks.at, range.until), owned(range)))
    .orderBy(asc(caseClocks.at), asc(caseClocks.caseId))
    .limit(mostOf(range) + 1);

const caseScope = (scope: Scope) => alsoWithin(scope, cases.teamId);

/** Answers to complaints that are due in the range; one row for each case that a complaint is about. */
export const listAnswers = (tx: Reader, scope: Scope, range: CalendarRange) =>
  tx
    .select({ about: caseNaming, id: complaints.id, allegationId: complaints.allegationId, kind: complaints.kind, due: complaints.due, dueLatest: complaints.dueLatest, zone: complaints.zone, updatedAt: complaints.updatedAt })
    .from(complaints)
    .innerJoin(allegations, eq(allegations.id, complaints.allegationId))
    .leftJoin(allegationCases, eq(allegationCases.allegationId, complaints.allegationId))
    .leftJoin(cases, and(eq(cases.id, allegationCases.caseId), caseScope(scope)))
    .leftJoin(people, eq(people.id, cases.personId))
    .leftJoin(places, eq(places.id, cases.placeId))
    .where(and(within(scope, complaints.teamId), eq(complaints.outcome, "pending"), gt(complaints.dueLatest, range.from), lt(complaints.dueLatest, range.until), isNull(complaints.withdrawn), isNull(allegations.withdrawn), owned(range)))
    .orderBy(asc(complaints.dueLatest), asc(complaints.id))
    .limit(mostOf(range) + 1);

/** Rulings that may have been made in the range; one row for each case. */
export const listRulings = (tx: Reader, scope: Scope, range: CalendarRange) =>
  tx
    .select({ about: caseNaming, id: orders.id, kind: orders.kind, date: orders.date, zone: orders.zone, updatedAt: orders.updatedAt })
    .from(orders)
    .innerJoin(orderCases, eq(orderCases.orderId, orders.id))
    .innerJoin(cases, and(eq(cases.id, orderCases.caseId), caseScope(scope)))
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .where(and(within(scope, orders.teamId), gte(orders.earliest, range.from), lt(orders.earliest, range.until), isNull(orders.withdrawn), owned(range)))
    .orderBy(asc(orders.earliest), asc(orders.id), asc(cases.reference))
    .limit(mostOf(range) + 1);

/** Days in court that begin in the range; one row for each case that is linked to one. */
export const listCourtDays = (tx: Reader, scope: Scope, range: CalendarRange) =>
  tx
    .select({ about: caseNaming, id: events.id, title: events.title, start: events.start, zone: events.zone, updatedAt: events.updatedAt })
    .from(events)
    .leftJoin(caseEvents, eq(caseEvents.eventId, events.id))
    .leftJoin(cases, and(eq(cases.id, caseEvents.caseId), caseScope(scope)))
    .leftJoin(people, eq(people.id, cases.personId))
    .leftJoin(places, eq(places.id, cases.placeId))
    .where(and(within(scope, events.teamId), gte(events.startEarliest, range.from), lt(events.startEarliest, range.until), eq(events.kind, "court_day"), owned(range)))
    .orderBy(asc(events.startEarliest), asc(events.id), asc(cases.reference))
    .limit(mostOf(range) + 1);

/** Open tasks that are due in the range; of a person, those that are theirs to do. */
export const listDueTasks = (tx: Reader, scope: Scope, range: CalendarRange) =>
  tx
    .select({ about: caseNaming, id: tasks.id, what: tasks.what, due: tasks.due, dueLatest: tasks.dueLatest, zone: cases.zone, updatedAt: tasks.updatedAt })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .where(and(within(scope, tasks.teamId), isNull(tasks.doneAt), gt(tasks.dueLatest, range.from), lt(tasks.dueLatest, range.until), range.ownerId === undefined ? undefined : eq(tasks.assigneeId, range.ownerId)))
    .orderBy(asc(tasks.dueLatest), asc(tasks.id))
    .limit(mostOf(range) + 1);
