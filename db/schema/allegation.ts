import { identity, index, instant, integer, primaryKey, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { events } from "./event";
import { institutions, places } from "./organisation";
import { sources } from "./source";
import { teams, users } from "./user";

export const allegations = table("allegations", {
  ...identity(),
  teamId: text("team_id").notNull().references(() => teams.id),
  when: text("when_text"),
  earliest: instant("earliest"),
  zone: text("zone").notNull(),
  whereText: text("where_text").notNull().default(""),
  description: text("description").notNull().default(""),
  victimScope: text("victim_scope").notNull(),
  /** Victims who are no cases: how many as far as told ("about 12"), and who in words. */
  victimBound: text("victim_bound").notNull().default("unknown"),
  victimCount: integer("victim_count"),
  victimGroup: text("victim_group").notNull().default(""),
  /** The event at which it is alleged to have happened, and the place, where no case says so. */
  eventId: text("event_id").references(() => events.id),
  placeId: text("place_id").references(() => places.id),
  /** Who alleges it; never empty. */
  attributedTo: text("attributed_to").notNull(),
  sourceId: text("source_id").references(() => sources.id),
  injuries: text("injuries").notNull().default(""),
  medicalAttention: text("medical_attention").notNull().default("unknown"),
  medicalNote: text("medical_note").notNull().default(""),
  /** What the person is said to have been made to say or sign. */
  forcedStatement: text("forced_statement").notNull().default(""),
  /** As the newest review holds, and as the newest answer that counts says; both kept here for lists. */
  verification: text("verification").notNull().default("alleged"),
  response: text("response").notNull().default("not_asked"),
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

/** Who is alleged to have done it: a body, a unit of it, a person named or described, and how far each took part. */
export const allegationPerpetrators = table(
  "allegation_perpetrators",
  {
    ...identity(),
    allegationId: text("allegation_id").notNull().references(() => allegations.id),
    position: integer("position").notNull(),
    institutionId: text("institution_id").references(() => institutions.id),
    unit: text("unit").notNull().default(""),
    person: text("person").notNull().default(""),
    involvement: text("involvement").notNull().default("unknown"),
  },
  (t) => [index("allegation_perpetrators_allegation").on(t.allegationId, t.position), index("allegation_perpetrators_institution").on(t.institutionId)],
);

/** What an authority was asked and what it answered, over time; the newest that counts is the one that the sentence tells. */
export const allegationResponses = table(
  "allegation_responses",
  {
    ...identity(),
    allegationId: text("allegation_id").notNull().references(() => allegations.id),
    institutionId: text("institution_id").references(() => institutions.id),
    asked: text("asked_text"),
    answer: text("answer").notNull(),
    answered: text("answered_text"),
    answeredEarliest: instant("answered_earliest"),
    note: text("note").notNull().default(""),
    sourceId: text("source_id").references(() => sources.id),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("allegation_responses_allegation").on(t.allegationId, t.createdAt)],
);

/** Append-only: how far an allegation was held to be borne out, by whom, on what ground. */
export const allegationReviews = table(
  "allegation_reviews",
  {
    ...identity(),
    allegationId: text("allegation_id").notNull().references(() => allegations.id),
    at: instant("at").notNull(),
    byId: text("by_id").references(() => users.id),
    verification: text("verification").notNull(),
    ground: text("ground").notNull().default(""),
    sourceId: text("source_id").references(() => sources.id),
  },
  (t) => [index("allegation_reviews_allegation").on(t.allegationId, t.at)],
);

/** A complaint about what is alleged: to whom, when, until when it must be answered, what came of it. */
export const complaints = table(
  "complaints",
  {
    ...identity(),
    allegationId: text("allegation_id").notNull().references(() => allegations.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    institutionId: text("institution_id").references(() => institutions.id),
    filedBy: text("filed_by").notNull().default(""),
    filed: text("filed_text"),
    /** The number that the body gave it. */
    number: text("number").notNull().default(""),
    due: text("due_text"),
    dueLatest: instant("due_latest"),
    outcome: text("outcome").notNull().default("pending"),
    answered: text("answered_text"),
    note: text("note").notNull().default(""),
    zone: text("zone").notNull(),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("complaints_allegation").on(t.allegationId), index("complaints_due").on(t.teamId, t.outcome, t.dueLatest)],
);
