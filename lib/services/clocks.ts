import "server-only";
import { listAnswers, listLimits, putClocks, type ClockRow } from "@/db/queries/clocks";
import type { Reader, Tx } from "@/db/store";
import type { RunningLimit } from "@/lib/model/case-summary";
import type { ReleaseEstimate } from "@/lib/release/estimate";

/** Limits that passed no longer ago than this, or will pass within it, ask for somebody's attention. */
export const LIMIT_WATCH_MS = 24 * 3_600_000;

/** Where nothing bounds the beginning from below, a limit may have passed at any time. */
const ANY_TIME = 0;

type Subject = { id: string; teamId: string; outstanding: boolean };

/** Writes which clocks of a case still run, with the estimate that says so: none for somebody who is out. */
export const replaceClocks = (tx: Tx, row: Subject, estimate: ReleaseEstimate): Promise<void> => putClocks(tx, row.id, clocksOf(row, estimate));

/** The rows of the clocks of a case that still run. */
export function clocksOf(row: Subject, estimate: ReleaseEstimate): ClockRow[] {
  const own = { caseId: row.id, teamId: row.teamId };
  const limits = estimate.limits
    .filter(({ state }) => state === "open")
    .map(({ rule, earliestAt, at }): ClockRow => ({ ...own, kind: "limit", ruleId: rule, orderId: "", from: earliestAt === null ? ANY_TIME : Date.parse(earliestAt), at: Date.parse(at) }));
  const appeals = estimate.appeals
    .filter(({ filed }) => filed === null)
    .map(({ rule, orderId, until }): ClockRow => ({ ...own, kind: "appeal", ruleId: rule, orderId, from: Date.parse(until), at: Date.parse(until) }));
  return row.outstanding ? [...limits, ...appeals] : [];
}

/**
 * The limit that a list tells of each of these cases: the next to pass, else the one that passed last within the time of watching. How many
 * hours until what stands in the stored answer, which also knows the organisation's own rules.
 */
export async function limitsOf(tx: Reader, caseIds: readonly string[], now: number): Promise<Map<string, RunningLimit>> {
  if (caseIds.length === 0) return new Map();
  const told = new Map<string, Awaited<ReturnType<typeof listLimits>>[number]>();
  for (const clock of await listLimits(tx, caseIds, now - LIMIT_WATCH_MS)) {
    const known = told.get(clock.caseId);
    if (!known || known.at <= now) told.set(clock.caseId, clock);
  }
  if (told.size === 0) return new Map();
  const answers = await listAnswers(tx, [...told.keys()]);
  return new Map(
    answers.flatMap(({ caseId, answer }) => {
      const clock = told.get(caseId);
      const limit = (JSON.parse(answer) as ReleaseEstimate).limits.find(({ rule }) => rule === clock?.ruleId);
      return clock && limit ? [[caseId, { hours: limit.hours, until: limit.until, from: clock.from, at: clock.at }] as const] : [];
    }),
  );
}
