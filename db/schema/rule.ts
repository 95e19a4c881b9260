import { identity, index, instant, integer, table, text, uniqueIndex } from "@/db/kit";
import { users } from "./user";

/** What an organisation puts in the place of a rule of law: append-only, the highest version of a rule counts unless it was taken back. */
export const ruleOverrides = table(
  "rule_overrides",
  {
    ...identity(),
    ruleId: text("rule_id").notNull(),
    /** Version of the organisation's own rule, from 1. */
    ruleVersion: integer("rule_version").notNull(),
    /** The value as `lib/release/rules/override-values.ts` writes it; null goes back to the rule of the set. */
    value: text("value"),
    reason: text("reason").notNull(),
    source: text("source").notNull(),
    authorId: text("author_id").notNull().references(() => users.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("rule_overrides_version").on(t.ruleId, t.ruleVersion)],
);

/** A run over the open cases after rules or the engine changed. */
export const recomputeRuns = table(
  "recompute_runs",
  {
    ...identity(),
    startedById: text("started_by_id").notNull().references(() => users.id),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    /** Engine, rule sets, overrides and zone data that it ran with. */
    versions: text("versions").notNull(),
    examined: integer("examined").notNull().default(0),
    moved: integer("moved").notNull().default(0),
  },
  (t) => [index("recompute_runs_started").on(t.startedAt)],
);
