import { Temporal } from "temporal-polyfill";
import type { NoticeKind } from "./vocabularies";

/** What a case says of its release, as its columns hold it; instants in milliseconds. */
export type WatchedCase = {
  id: string;
  zone: string;
  outstanding: boolean;
  watchFrom: number | null;
  /** Overdue only from here on; beyond every date where nothing is expected. */
  dueSort: number;
  expectedFrom: number | null;
  expectedTo: number | null;
  statedDiffers: boolean;
};

/** A fact that people are told of once; `key` names it, and another key is another fact. */
export type Fact = { kind: NoticeKind; key: string; caseId: string; taskId: string | null; about: number | null };

const dayOf = (at: number, zone: string): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** What holds of a case at an instant: due tomorrow, due today (or in its window already), overdue; and that a stated date is not the computed one. */
export function factsOfCase(row: WatchedCase, now: number): Fact[] {
  if (!row.outstanding) return [];
  const fact = (kind: NoticeKind, about: number | null, ...parts: (string | number | null)[]): Fact => ({ kind, key: [kind, row.id, ...parts].join("/"), caseId: row.id, taskId: null, about });
  const facts: Fact[] = [];
  if (row.dueSort <= now) facts.push(fact("overdue", row.dueSort, row.dueSort));
  else if (row.watchFrom !== null) {
    // The days are counted where the person is held.
    const [today, day] = [dayOf(now, row.zone), dayOf(row.watchFrom, row.zone)];
    if (Temporal.PlainDate.compare(day, today) <= 0) facts.push(fact("due_today", row.watchFrom, row.watchFrom));
    else if (day.equals(today.add({ days: 1 }))) facts.push(fact("due_tomorrow", row.watchFrom, row.watchFrom));
  }
  if (row.statedDiffers) facts.push(fact("stated_differs", row.expectedFrom ?? row.expectedTo, row.expectedFrom, row.expectedTo));
  return facts;
}

/** A legal limit of somebody inside that passes soon. */
export const limitFact = ({ caseId, ruleId, at }: { caseId: string; ruleId: string; at: number }): Fact => ({ kind: "limit", key: `limit/${caseId}/${ruleId}/${at}`, caseId, taskId: null, about: at });

/** The rule that the name of a limit speaks of; empty for any other fact. */
export const ruleOfFact = (key: string): string => /^limit\/[^/]+\/([^/]+)\//.exec(key)?.[1] ?? "";

/** A task whose day has come. */
export const taskDueFact = ({ id, caseId, dueLatest }: { id: string; caseId: string; dueLatest: number }): Fact => ({ kind: "task_due", key: `task_due/${id}/${dueLatest}`, caseId, taskId: id, about: dueLatest });

/** A task, or a case, that was given to somebody; `version` is the one that did so: given away and back is another fact. */
export const taskAssignedFact = ({ id, caseId, dueLatest }: { id: string; caseId: string; dueLatest: number | null }, version: number): Fact => ({ kind: "task_assigned", key: `task_assigned/${id}/${version}`, caseId, taskId: id, about: dueLatest });
export const caseAssignedFact = (caseId: string, version: number): Fact => ({ kind: "case_assigned", key: `case_assigned/${caseId}/${version}`, caseId, taskId: null, about: null });
