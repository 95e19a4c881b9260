import { identity, index, instant, integer, primaryKey, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { institutions } from "./organisation";
import { sources } from "./source";
import { teams, users } from "./user";

export const custodyMoments = table(
  "custody_moments",
  {
    ...identity(),
    caseId: text("case_id").notNull().references(() => cases.id),
    kind: text("kind").notNull(),
    /** As far as known (extended EDTF), in the case's zone; null = unknown. */
    when: text("when_text"),
    earliest: instant("earliest"),
    latest: instant("latest"),
    institutionId: text("institution_id").references(() => institutions.id),
    releaseKind: text("release_kind"),
    note: text("note").notNull().default(""),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("custody_moments_case").on(t.caseId, t.earliest), index("custody_moments_institution").on(t.institutionId)],
);

/** What a source says about the release. */
export const statedReleases = table(
  "stated_releases",
  {
    ...identity(),
    caseId: text("case_id").notNull().references(() => cases.id),
    when: text("when_text").notNull(),
    /** Who says so; never empty. */
    attributedTo: text("attributed_to").notNull(),
    sourceId: text("source_id").references(() => sources.id),
    note: text("note").notNull().default(""),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("stated_releases_case").on(t.caseId)],
);

/** Time that shortens a term (custody that counts towards it) or that does not count (escape, suspension). */
export const adjustments = table(
  "adjustments",
  {
    ...identity(),
    caseId: text("case_id").notNull().references(() => cases.id),
    kind: text("kind").notNull(),
    /** Days or minutes, in the case's zone; both empty where only a number of days is known. */
    from: text("from_text"),
    to: text("to_text"),
    days: integer("days"),
    /** How many days of the term one day stands for, such as 3/2; only for credits. */
    ratio: text("ratio"),
    authority: text("authority").notNull().default(""),
    note: text("note").notNull().default(""),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("adjustments_case").on(t.caseId)],
);

/** Append-only: what the engine answered, from which frozen facts. */
export const releaseEstimates = table(
  "release_estimates",
  {
    ...identity(),
    caseId: text("case_id").notNull().references(() => cases.id),
    at: instant("at").notNull(),
    /** Frozen inputs and the whole answer with its trace, as JSON snapshots: evidence, never queried. */
    facts: text("facts").notNull(),
    answer: text("answer").notNull(),
    /** Why it was made: the facts changed, or the rules or the engine did. */
    cause: text("cause").notNull().default("facts"),
    /** The person's own date that stood in place of the answer; null where the answer itself counts. */
    overrideId: text("override_id"),
  },
  (t) => [index("release_estimates_case").on(t.caseId, t.at)],
);

/** A person's own date with a reason. It stands only as long as the facts that it was made on. */
export const releaseOverrides = table(
  "release_overrides",
  {
    ...identity(),
    caseId: text("case_id").notNull().references(() => cases.id),
    when: text("when_text").notNull(),
    reason: text("reason").notNull(),
    authorId: text("author_id").notNull().references(() => users.id),
    /** The frozen facts that it was made on. */
    facts: text("facts").notNull(),
    /** Why it no longer stands: withdrawn, replaced, the facts changed, or that end was dismissed; null while it does. */
    ended: text("ended"),
    endedAt: instant("ended_at"),
    ...versioned(),
  },
  (t) => [index("release_overrides_case").on(t.caseId, t.createdAt)],
);

/** Clocks that still run: limits of detention whose next step is not recorded, and windows for an appeal. Derived with the estimate. */
export const caseClocks = table(
  "case_clocks",
  {
    caseId: text("case_id").notNull().references(() => cases.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    ruleId: text("rule_id").notNull(),
    /** The order whose appeal it is; empty for a limit. */
    orderId: text("order_id").notNull().default(""),
    /** From here on it may have passed; `at` is when it has passed on every reading. */
    from: instant("from_at").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.ruleId, t.orderId] }), index("case_clocks_next").on(t.teamId, t.kind, t.at, t.caseId, t.from)],
);
