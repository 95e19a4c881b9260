import { identity, index, instant, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { institutions } from "./organisation";
import { sources } from "./source";

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
  (t) => [index("custody_moments_case").on(t.caseId, t.earliest)],
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
  },
  (t) => [index("release_estimates_case").on(t.caseId, t.at)],
);
