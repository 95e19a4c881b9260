import { sql } from "drizzle-orm";
import { flag, identity, index, instant, integer, primaryKey, serial, table, text, uniqueIndex, versioned } from "@/db/kit";
import { events, eventSites } from "./event";
import { institutions, places } from "./organisation";
import { people } from "./person";
import { teams, users } from "./user";

/** Windows of release that are longer than this have an index of their own; shorter ones begin or end in whatever month they touch. */
export const LONG_WINDOW_MS = 2_000_000_000;

/** Sorts a case without an expected release behind all others. */
export const NEVER = 8_640_000_000_000_000;

export const cases = table(
  "cases",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    ownerId: text("owner_id").references(() => users.id),
    reference: text("reference").notNull(),
    personId: text("person_id").notNull().references(() => people.id),
    /** Shared by the cases that were entered in one step. */
    groupId: text("group_id"),
    /** "3 of 5": which of the men, women or people that were entered in one step. */
    slot: integer("slot"),
    slotCount: integer("slot_count"),
    detentionKind: text("detention_kind").notNull(),
    priority: text("priority").notNull().default("normal"),
    placeId: text("place_id").notNull().references(() => places.id),
    /** Zone of the place: every wall-clock time on the case is read in it. */
    zone: text("zone").notNull(),
    heldAtId: text("held_at_id").references(() => institutions.id),
    agencyId: text("agency_id").references(() => institutions.id),
    /** The event that a list names, derived from `case_events`: where the person was taken before what was still to come or long past. */
    eventId: text("event_id").references(() => events.id),
    eventLink: text("event_link").notNull().default("at"),
    lawyer: text("lawyer").notNull().default(""),
    note: text("note").notNull().default(""),

    // Derived inside write(), so that the dashboard is an index read. "Overdue" is a comparison with now, never stored.
    state: text("state").notNull(),
    outstanding: flag("outstanding").notNull(),
    seizedText: text("seized_text"),
    custodyFrom: instant("custody_from"),
    custodyTo: instant("custody_to"),
    releasedText: text("released_text"),
    releaseKind: text("release_kind"),
    /** Where the person was held last, also after the release; the court of the order that governs. */
    lastHeldAtId: text("last_held_at_id").references(() => institutions.id),
    courtId: text("court_id").references(() => institutions.id),
    /** The term of the order that governs, as in `orders.term`; null = not known. */
    termText: text("term_text"),
    expectedFrom: instant("expected_from"),
    expectedTo: instant("expected_to"),
    /** The earliest lawful reading: from here on the person may be due. */
    watchFrom: instant("watch_from"),
    expectedBasis: text("expected_basis").notNull().default("none"),
    expectedKind: text("expected_kind").notNull().default("unknown"),
    countingConfirmed: flag("counting_confirmed").notNull().default(true),
    statedDiffers: flag("stated_differs").notNull().default(false),
    verdict: text("verdict"),
    /** Held longer than any reading allows: what was over (term, annulment, reduced_term), and minutes at least and at most. */
    overKind: text("over_kind"),
    overMinutes: integer("over_minutes"),
    overMinutesMost: integer("over_minutes_most"),
    /** The latest lawful reading: only from here on overdue. NEVER where none is known. The order of urgency. */
    dueSort: instant("due_sort").notNull().default(NEVER),
    estimateId: text("estimate_id"),
    ...versioned(),
  },
  (t) => [
    uniqueIndex("cases_reference").on(t.reference),
    index("cases_person").on(t.personId, t.seizedText),
    index("cases_event").on(t.eventId),
    index("cases_group").on(t.groupId),
    index("cases_held_at").on(t.heldAtId),
    index("cases_last_held_at").on(t.lastHeldAtId),
    index("cases_agency").on(t.agencyId),
    // Covering indexes: counts, the order of urgency and what is grouped by place are read from these alone.
    index("cases_urgency").on(t.teamId, t.outstanding, t.dueSort, t.reference, t.watchFrom, t.state, t.expectedBasis, t.detentionKind, t.ownerId),
    index("cases_place").on(t.teamId, t.outstanding, t.placeId, t.dueSort, t.reference, t.watchFrom, t.state, t.expectedBasis),
    index("cases_recent").on(t.teamId, t.createdAt, t.reference),
    index("cases_custody_from").on(t.teamId, t.custodyFrom),
    index("cases_custody_to").on(t.teamId, t.custodyTo),
    index("cases_over").on(t.teamId, t.overMinutes),
    // What a calendar looks up: windows that begin or end in a month, and the few that are so long that they may do neither.
    index("cases_expected_from").on(t.teamId, t.expectedFrom),
    index("cases_expected_to").on(t.teamId, t.expectedTo),
    index("cases_long_windows").on(t.teamId, t.expectedTo).where(sql`expected_to - expected_from > ${sql.raw(String(LONG_WINDOW_MS))}`),
    index("cases_watch_from").on(t.teamId, t.watchFrom),
    index("cases_stated_differs").on(t.teamId, t.statedDiffers, t.outstanding),
  ],
);

/** Everything a case is found by, folded (`foldName`): names, reference, place, court. The integer key is what full-text search points at. */
export const caseTexts = table(
  "case_texts",
  {
    seq: serial("seq"),
    caseId: text("case_id").notNull().references(() => cases.id),
    body: text("body").notNull(),
  },
  (t) => [uniqueIndex("case_texts_case").on(t.caseId)],
);

/** How a case belongs to events: detained at one, on the eve of another, penalised for an earlier one. */
export const caseEvents = table(
  "case_events",
  {
    caseId: text("case_id").notNull().references(() => cases.id),
    eventId: text("event_id").notNull().references(() => events.id),
    link: text("link").notNull(),
    /** The site of the event where the person was taken, where it is known. */
    siteId: text("site_id").references(() => eventSites.id),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.eventId, t.link] }), index("case_events_event").on(t.eventId)],
);

/** Human rights that a case engages, as articles of treaties. */
export const caseRights = table(
  "case_rights",
  {
    caseId: text("case_id").notNull().references(() => cases.id),
    right: text("article").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.right] })],
);
