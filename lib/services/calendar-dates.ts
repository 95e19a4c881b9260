import "server-only";
import { Temporal } from "temporal-polyfill";
import { listAnswers, listCourtDays, listDeadlines, listDueTasks, listRulings, listWindows, mostOf, type CalendarRange, type WindowRow } from "@/db/queries/calendar";
import type { Scope } from "@/db/queries/scope";
import type { Reader } from "@/db/store";
import type { CalendarCase, CalendarItem } from "@/lib/model/calendar";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { CalendarKind } from "@/lib/model/vocabularies";

/** A ruling or a day in court whose date is vaguer than this stands in no calendar: it would fill a month and say nothing. */
const VAGUEST_MS = 31 * 86_400_000;

/** Clocks that could have begun at any time have no earliest end. */
const nothingBefore = null;

export type Dates = { items: CalendarItem[]; more: boolean };

type Asking = { read: Reader; scope: Scope; range: CalendarRange; now: number; homeZone: string };

/** Every date of these kinds that touches a range, in the scope given; at most so many of each, and whether there are more. */
export async function datesIn(asking: Asking, kinds: readonly CalendarKind[]): Promise<Dates> {
  const readers: Record<CalendarKind, (asking: Asking) => Promise<Dates>> = { release: releases, court: court, deadline: deadlines, task: dueTasks };
  const found: Dates = { items: [], more: false };
  for (const kind of kinds) {
    const { items, more } = await readers[kind](asking);
    found.items.push(...items);
    found.more ||= more;
  }
  return found;
}

const cut = <T>(rows: readonly T[], range: CalendarRange): { kept: T[]; more: boolean } => ({ kept: rows.slice(0, mostOf(range)), more: rows.length > mostOf(range) });

async function releases({ read, scope, range, now }: Asking): Promise<Dates> {
  const { kept, more } = cut(await listWindows(read, scope, range), range);
  return { more, items: kept.map((row) => releaseOf(row, now)) };
}

const releaseOf = ({ zone, expectedFrom, expectedTo, expectedBasis, expectedKind, countingConfirmed, dueSort, estimatedAt, ...about }: WindowRow, now: number): CalendarItem => ({
  key: `release/${about.id}`,
  kind: "release",
  what: "release",
  from: expectedFrom,
  to: expectedTo,
  zone,
  modified: estimatedAt ?? 0,
  href: `/cases/${about.id}`,
  cases: [about],
  when: null,
  title: "",
  code: "",
  release: { expectedBasis, countingConfirmed, expectedKind },
  overdue: dueSort <= now,
});

async function deadlines(asking: Asking): Promise<Dates> {
  const { read, scope, range, now } = asking;
  const clocks = cut(await listDeadlines(read, scope, range), range);
  const limits = clocks.kept.map(({ about, zone, kind, ruleId, orderId, at, estimatedAt }): CalendarItem => ({
    key: `${kind}/${about.id}/${ruleId}/${orderId}`,
    kind: "deadline",
    what: kind === "limit" ? "limit" : "appeal",
    from: nothingBefore,
    to: at,
    zone,
    modified: estimatedAt ?? 0,
    href: `/cases/${about.id}`,
    cases: [about],
    when: null,
    title: "",
    code: ruleId,
    overdue: at <= now,
  }));
  const answers = cut(await listAnswers(read, scope, range), range);
  const grouped = groupedBy(answers.kept, ({ id }) => id).map(({ row, cases }): CalendarItem => ({
    ...ends(row.due, row.dueLatest, row.zone),
    key: `answer/${row.id}`,
    kind: "deadline",
    what: "answer",
    modified: row.updatedAt,
    href: `/allegations/${row.allegationId}`,
    cases,
    when: row.due,
    title: "",
    code: row.kind,
    overdue: (row.dueLatest ?? now + 1) <= now,
  }));
  return { items: [...limits, ...grouped], more: clocks.more || answers.more };
}

async function court({ read, scope, range }: Asking): Promise<Dates> {
  const rulings = cut(await listRulings(read, scope, range), range);
  const days = cut(await listCourtDays(read, scope, range), range);
  const items = [
    ...groupedBy(rulings.kept, ({ id }) => id).map(({ row, cases }) => ({ what: "ruling" as const, row, cases, when: row.date, title: "", code: row.kind, href: `/cases/${cases[0]?.id ?? ""}` })),
    ...groupedBy(days.kept, ({ id }) => id).map(({ row, cases }) => ({ what: "court_day" as const, row, cases, when: row.start, title: row.title, code: "", href: `/events/${row.id}` })),
  ];
  return {
    more: rulings.more || days.more,
    items: items.flatMap(({ what, row, cases, when, title, code, href }): CalendarItem[] => {
      const bounds = when === null ? undefined : boundsOf(when, row.zone);
      if (!bounds || bounds.earliest === null || bounds.latest === null || bounds.latest - bounds.earliest > VAGUEST_MS) return [];
      return [{ key: `${what}/${row.id}`, kind: "court", what, from: bounds.earliest, to: bounds.latest, zone: row.zone, modified: row.updatedAt, href, cases, when, title, code, overdue: false }];
    }),
  };
}

async function dueTasks({ read, scope, range, now, homeZone }: Asking): Promise<Dates> {
  const { kept, more } = cut(await listDueTasks(read, scope, range), range);
  const items = kept.map(({ about, id, what, due, dueLatest, zone, updatedAt }): CalendarItem => ({
    // A day is a working day of the organisation; an hour is read on the clock of the place.
    ...ends(due, dueLatest, due?.includes("T") ? zone : homeZone),
    key: `task/${id}`,
    kind: "task",
    what: "task",
    modified: updatedAt,
    href: `/cases/${about.id}/tasks/${id}`,
    cases: [about],
    when: due,
    title: what,
    code: "",
    overdue: dueLatest !== null && dueLatest <= now,
  }));
  return { items, more };
}

/** Something that must be done by a date: the minute where one is told, else the end of the last day that is meant. */
function ends(due: string | null, latest: number | null, zone: string): { from: number | null; to: number | null; zone: string } {
  const earliest = due === null || latest === null ? null : boundsOf(due, zone).earliest;
  const minute = earliest !== null && latest !== null && latest - earliest <= 60_000;
  return { from: minute ? earliest : nothingBefore, to: latest, zone };
}

type Naming = { [K in keyof CalendarCase]: CalendarCase[K] | null };

/** Rows of one record put together, with the cases that they name; the parts of a case that a left join did not find are null. */
function groupedBy<R extends { about: Naming }>(rows: readonly R[], keyOf: (row: R) => string): { row: R; cases: CalendarCase[] }[] {
  const groups = new Map<string, { row: R; cases: CalendarCase[] }>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? { row, cases: [] };
    groups.set(keyOf(row), group);
    if (row.about.id !== null && !group.cases.some(({ id }) => id === row.about.id)) group.cases.push(row.about as CalendarCase);
  }
  return [...groups.values()];
}

/** The instants of a month where the organisation works, with a day to spare on both sides: the day of another place begins and ends at another instant. */
export function rangeOfMonth(month: string, zone: string): { from: number; until: number } {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { from: at(first.subtract({ days: 8 })), until: at(first.add({ months: 1, days: 8 })) };
}
