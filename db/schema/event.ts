import { identity, index, instant, primaryKey, table, text, versioned } from "@/db/kit";
import { places } from "./organisation";
import { people } from "./person";
import { teams } from "./user";

export const events = table(
  "events",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    start: text("start_text"),
    startEarliest: instant("start_earliest"),
    end: text("end_text"),
    zone: text("zone").notNull(),
    organiser: text("organiser").notNull().default(""),
    demands: text("demands").notNull().default(""),
    note: text("note").notNull().default(""),
    ...versioned(),
  },
  (t) => [index("events_team_start").on(t.teamId, t.startEarliest)],
);

/** One event can have sites in several cities. */
export const eventSites = table(
  "event_sites",
  {
    ...identity(),
    eventId: text("event_id").notNull().references(() => events.id),
    placeId: text("place_id").notNull().references(() => places.id),
    /** The spot within the place, such as "Republic Square". */
    spot: text("spot").notNull().default(""),
  },
  (t) => [index("event_sites_event").on(t.eventId)],
);

export const eventParticipants = table(
  "event_participants",
  {
    eventId: text("event_id").notNull().references(() => events.id),
    personId: text("person_id").notNull().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.personId] }), index("event_participants_person").on(t.personId)],
);
