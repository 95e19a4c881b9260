import { choice, date, id, ids, inputOf, line, long, rows, type ValuesOf } from "./fields";
import { eventKinds, permits } from "./vocabularies";

/** Kinds of institutions that call for events. */
export const organiserKinds = ["movement", "ngo", "media", "agency"] as const;

/** What an institution has to do with an event. */
export const eventRoles = ["organiser", "took_people", "held_at"] as const;
export type EventRole = (typeof eventRoles)[number];

export const MOST_SITES = 30;
export const MOST_BODIES = 20;
/** The people of one large rally are brought to a hundred stations. */
export const MOST_STATIONS = 300;
export const MOST_SOURCES = 50;

const bodies = (max: number) => rows({ name: line(300) }, { key: "name", max });

export const eventFields = {
  kind: choice(eventKinds),
  title: line(300, { required: true }),
  start: date(),
  end: date(),
  /** Every city in which it happened, each with its own spot, such as "Republic Square". */
  sites: rows({ placeId: id(), spot: line(200) }, { key: ["placeId", "spot"], max: MOST_SITES, required: true }),
  /** Organisations on record that called for it. */
  organisers: rows({ name: line(300), kind: choice(organiserKinds, { fallback: "movement" }) }, { key: "name", max: MOST_BODIES }),
  /** Whoever else called for it, in words. */
  organiser: line(300),
  demands: long(2000),
  permit: choice(permits, { fallback: "unknown" }),
  /** Bodies that took people there. */
  takers: bodies(MOST_BODIES),
  /** Places that people were brought to. */
  stations: bodies(MOST_STATIONS),
  participantIds: ids(),
  /** Sources that tell of the event as a whole. */
  sources: rows({ sourceId: id() }, { key: "sourceId", max: MOST_SOURCES }),
  note: long(4000),
};
export const eventInput = inputOf(eventFields);
export const eventEditInput = inputOf({ eventId: id(), ...eventFields });
export type EventValues = ValuesOf<typeof eventFields>;
