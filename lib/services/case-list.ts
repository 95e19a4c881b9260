import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { caseMatch, listCasesAfter, pageOfCases, type CaseFilter, type CaseMatch, type ListedCase } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { CaseQuery, ListView } from "@/lib/model/case-query";
import type { RunningLimit } from "@/lib/model/case-summary";
import { custodyStatus } from "@/lib/model/custody-state";
import type { Actor } from "@/lib/model/permissions";
import type { CustodyState, CustodyStatus } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { now } from "./clock";
import { LIMIT_WATCH_MS, limitsOf } from "./clocks";
import { findHome } from "./organisation";

export const PAGE_SIZE = 50;
/** Counting stops here: "more than 1,000" is as useful and never slow. */
export const MOST_COUNTED = 1000;
const DAY_MS = 86_400_000;

export type CaseListItem = ListedCase & { status: CustodyStatus; limit?: RunningLimit | undefined };

/** The last instant of today where the organisation works, exclusive. */
export async function endOfToday(at: number): Promise<number> {
  const zone = (await findHome())?.place.zone ?? "UTC";
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).epochMilliseconds;
}

/** What an address of the list means at this instant. */
export function filterOf(query: CaseQuery, at: number, today: number): CaseFilter {
  const { view = "outstanding" } = query;
  const views: Record<ListView, CaseFilter> = {
    outstanding: { outstanding: true },
    overdue: { outstanding: true, dueBy: at },
    limits: { outstanding: true, limitWithin: [at - LIMIT_WATCH_MS, at + LIMIT_WATCH_MS] },
    due_today: { outstanding: true, notPast: at, opensBefore: today },
    next7: { outstanding: true, notPast: at, opensFrom: today, opensBefore: today + 7 * DAY_MS },
    term_unknown: { outstanding: true, notComputed: true },
    whereabouts_unknown: { outstanding: true, state: "whereabouts_unknown" },
    released: { outstanding: false },
    all: {},
  };
  const folded = foldName((query.q ?? "").slice(0, 200));
  return {
    ...views[view],
    ...(folded ? { q: folded } : {}),
    ...(query.placeId ? { placeId: query.placeId } : {}),
    ...(query.kind ? { detentionKind: query.kind } : {}),
    ...(query.eventId ? { eventId: query.eventId } : {}),
    ...(query.personId ? { personId: query.personId } : {}),
    ...(query.institutionId ? { institutionId: query.institutionId } : {}),
    ...(query.ownerId ? { ownerId: query.ownerId } : {}),
  };
}

/** Which cases a list's address means, for lists, exports and figures alike. */
export async function matchOf(actor: Actor, query: CaseQuery): Promise<CaseMatch> {
  const at = now();
  return caseMatch(actor, filterOf(query, at, await endOfToday(at)), (await store()).dialect);
}

export type CaseList = { items: CaseListItem[]; total: number; more: boolean; page: number; pages: number; now: number };

/** One page of cases in the actor's scope, with how many match (counted up to a thousand). */
export async function getCaseList(actor: Actor, query: CaseQuery): Promise<CaseList> {
  allow(actor, "case.read");
  const opened = await store();
  const at = now();
  const match = caseMatch(actor, filterOf(query, at, await endOfToday(at)), opened.dialect);
  const page = Math.max(1, Math.min(query.page ?? 1, 2000));
  const { rows, counted } = await pageOfCases(opened.read, match, { sort: query.sort ?? "urgency", limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, most: MOST_COUNTED + 1 });
  const total = Math.min(counted, MOST_COUNTED);
  const limits = await limitsOf(opened.read, rows.map((row) => row.id), at);
  return { items: rows.map((row) => ({ ...withStatus(row, at), limit: limits.get(row.id) })), total, more: counted > MOST_COUNTED, page, pages: Math.max(page, Math.ceil(total / PAGE_SIZE)), now: at };
}

export const withStatus = (row: ListedCase, at: number): CaseListItem => ({ ...row, status: custodyStatus({ ...row, state: row.state as CustodyState }, at) });

const BATCH = 250;

/** Every matching case, batch by batch in the list's order, for an export of any length. Between batches everybody else has their turn. */
export async function* streamCases(actor: Actor, query: CaseQuery): AsyncGenerator<CaseListItem[]> {
  allow(actor, "case.export");
  const opened = await store();
  const at = now();
  const match = caseMatch(actor, filterOf(query, at, await endOfToday(at)), opened.dialect);
  for (const outstanding of [true, false]) {
    let after: CaseListItem | undefined;
    do {
      const rows: ListedCase[] = await listCasesAfter(opened.read, match, after, outstanding, BATCH);
      if (rows.length) yield rows.map((row) => withStatus(row, at));
      await nextTurn();
      const last = rows.at(-1);
      after = rows.length === BATCH && last ? withStatus(last, at) : undefined;
    } while (after);
  }
}
