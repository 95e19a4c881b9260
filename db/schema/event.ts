import { identity, index, instant, integer, primaryKey, table, text, versioned } from "@/db/kit";
import { institutions, places } from "./organisation";
import { people } from "./person";
import { sources } from "./source";
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
    /** What the authorities had said to it beforehand. */
    permit: text("permit").notNull().default("unknown"),
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

/** Organisations that called for an event, bodies that took people there, places where the people were brought. */
export const eventInstitutions = table(
  "event_institutions",
  {
    eventId: text("event_id").notNull().references(() => events.id),
    institutionId: text("institution_id").notNull().references(() => institutions.id),
    role: text("role").notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.institutionId, t.role] }), index("event_institutions_institution").on(t.institutionId)],
);

/** Sources that tell of an event as a whole. */
export const eventSources = table(
  "event_sources",
  {
    eventId: text("event_id").notNull().references(() => events.id),
    sourceId: text("source_id").notNull().references(() => sources.id),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.sourceId] }), index("event_sources_source").on(t.sourceId)],
);

/** The count ledger: one figure by one who counted. Never merged, never averaged. */
export const counts = table(
  "counts",
  {
    ...identity(),
    eventId: text("event_id").notNull().references(() => events.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    /** What was counted: people detained, penalised, arrested … */
    category: text("category").notNull(),
    /** How the figure is meant: exact, at least, about, more than another count. */
    bound: text("bound").notNull(),
    /** Null where only a comparison is told ("far more"). */
    figure: integer("figure"),
    /** The upper end of a range. */
    figureTo: integer("figure_to"),
    /** The count that this one compares itself with ("far more than that"). */
    comparedToId: text("compared_to_id"),
    /** Who counted; never empty. */
    attributedTo: text("attributed_to").notNull(),
    /** The body that counted, where it is one on record. */
    institutionId: text("institution_id").references(() => institutions.id),
    sourceId: text("source_id").references(() => sources.id),
    /** The day that the figure speaks of, as far as known. */
    asOf: text("as_of_text"),
    zone: text("zone").notNull(),
    note: text("note").notNull().default(""),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("counts_event").on(t.eventId, t.createdAt)],
);

/** The places that a figure speaks of; none where it speaks of the event as a whole. */
export const countPlaces = table(
  "count_places",
  {
    countId: text("count_id").notNull().references(() => counts.id),
    placeId: text("place_id").notNull().references(() => places.id),
  },
  (t) => [primaryKey({ columns: [t.countId, t.placeId] })],
);
