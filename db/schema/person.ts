import { identity, index, instant, integer, table, text, versioned } from "@/db/kit";
import { teams, users } from "./user";

export const people = table(
  "people",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    identification: text("identification").notNull(),
    /** Empty for an unidentified person, who is then shown by the slot of the case. */
    displayName: text("display_name").notNull(),
    sex: text("sex").notNull().default("unknown"),
    birthDate: text("birth_date"),
    nationality: text("nationality").notNull().default(""),
    occupation: text("occupation").notNull().default(""),
    affiliation: text("affiliation").notNull().default(""),
    residence: text("residence").notNull().default(""),
    healthRisk: text("health_risk").notNull().default(""),
    familyContact: text("family_contact").notNull().default(""),
    ...versioned(),
  },
  (t) => [index("people_team_name").on(t.teamId, t.displayName)],
);

export const personNames = table(
  "person_names",
  {
    ...identity(),
    personId: text("person_id").notNull().references(() => people.id),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    kind: text("kind").notNull(),
    /** `foldName(text)`, for search. */
    nameKey: text("name_key").notNull(),
  },
  (t) => [index("person_names_person").on(t.personId), index("person_names_key").on(t.nameKey, t.personId)],
);

/** What a person agreed to: one purpose, one audience. Without a row that stands, nothing may leave the house. */
export const consents = table(
  "consents",
  {
    ...identity(),
    personId: text("person_id").notNull().references(() => people.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    purpose: text("purpose").notNull(),
    audience: text("audience").notNull(),
    /** Who gave it: the person, or somebody who may speak for them. */
    givenBy: text("given_by").notNull(),
    givenByName: text("given_by_name").notNull().default(""),
    form: text("form").notNull(),
    /** Days, in the zone of the organisation. */
    given: text("given_text").notNull(),
    expires: text("expires_text"),
    expiresAt: instant("expires_at"),
    note: text("note").notNull().default(""),
    recordedById: text("recorded_by_id").references(() => users.id),
    /** From here on it no longer holds, and why. */
    withdrawnAt: instant("withdrawn_at"),
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("consents_person").on(t.personId, t.purpose, t.audience)],
);
