import { identity, index, integer, table, text, versioned } from "@/db/kit";
import { teams } from "./user";

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
  (t) => [index("person_names_person").on(t.personId), index("person_names_key").on(t.nameKey)],
);
