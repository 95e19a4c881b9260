import { identity, index, instant, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { teams, users } from "./user";

/** A follow-up on a case: what is to be done, by when, by whom. */
export const tasks = table(
  "tasks",
  {
    ...identity(),
    caseId: text("case_id").notNull().references(() => cases.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    what: text("what").notNull(),
    /** As far as known (extended EDTF), in the case's zone; null = no date. */
    due: text("due_text"),
    dueLatest: instant("due_latest"),
    /** Nobody yet where null. */
    assigneeId: text("assignee_id").references(() => users.id),
    /** What it was made from: a hand, a hypothesis of the engine, the window of an appeal, a limit. */
    origin: text("origin").notNull().default("manual"),
    /** Names the hypothesis, appeal or limit, so that it is offered only once; empty for a hand. */
    originKey: text("origin_key").notNull().default(""),
    doneAt: instant("done_at"),
    doneById: text("done_by_id").references(() => users.id),
    /** What came of it. */
    outcome: text("outcome").notNull().default(""),
    ...versioned(),
  },
  (t) => [index("tasks_case").on(t.caseId, t.createdAt), index("tasks_due").on(t.teamId, t.doneAt, t.dueLatest), index("tasks_assignee").on(t.assigneeId, t.doneAt, t.dueLatest)],
);
