import { identity, index, instant, integer, primaryKey, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { institutions } from "./organisation";
import { sources } from "./source";
import { teams } from "./user";

export const allegations = table("allegations", {
  ...identity(),
  teamId: text("team_id").notNull().references(() => teams.id),
  when: text("when_text"),
  earliest: instant("earliest"),
  zone: text("zone").notNull(),
  whereText: text("where_text").notNull().default(""),
  description: text("description").notNull().default(""),
  victimScope: text("victim_scope").notNull(),
  /** Who alleges it; never empty. */
  attributedTo: text("attributed_to").notNull(),
  sourceId: text("source_id").references(() => sources.id),
  agencyId: text("agency_id").references(() => institutions.id),
  perpetrator: text("perpetrator").notNull().default(""),
  injuries: text("injuries").notNull().default(""),
  verification: text("verification").notNull().default("alleged"),
  response: text("response").notNull().default("not_asked"),
  responseWhen: text("response_when"),
  responseNote: text("response_note").notNull().default(""),
  /** Why it was taken back; null while it counts. */
  withdrawn: text("withdrawn"),
  ...versioned(),
});

export const allegationActs = table(
  "allegation_acts",
  {
    allegationId: text("allegation_id").notNull().references(() => allegations.id),
    position: integer("position").notNull(),
    act: text("act").notNull(),
  },
  (t) => [primaryKey({ columns: [t.allegationId, t.act] })],
);

/** The cases among which the victims are; the allegation's scope says whether all or some of them. */
export const allegationCases = table(
  "allegation_cases",
  {
    allegationId: text("allegation_id").notNull().references(() => allegations.id),
    caseId: text("case_id").notNull().references(() => cases.id),
  },
  (t) => [primaryKey({ columns: [t.allegationId, t.caseId] }), index("allegation_cases_case").on(t.caseId)],
);
