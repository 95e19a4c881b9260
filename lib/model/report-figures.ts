import type { TermFigures } from "./term-figures";
import type { NamedInstitution } from "./institution-name";
import type { EventOutcome } from "./event-outcome";
import type { OutPlace } from "./outgoing";

export type CountOf<Key> = { key: Key; count: number };
/** Minutes too long: at least; at most, of those where it is known; and of how many it is not. */
export type OverFigures = { count: number; least: number; most: number; mostUnknown: number };
/** Terms that one court ordered for one kind of detention; null = the court is not known. */
export type CourtTerms = { court: NamedInstitution | null; kind: string; terms: TermFigures };

/** What the statistics of a filter and a period are made of. Counts are of detentions (cases) unless said otherwise. */
export type AnnexFigures = {
  /** Days, both included; null = open. */
  from: string | null;
  to: string | null;
  /** Detentions that began in the period. */
  begun: { total: number; people: number; kinds: CountOf<string>[]; places: CountOf<OutPlace>[]; sexes: CountOf<string>[]; outcomes: CountOf<EventOutcome>[] };
  courts: CourtTerms[];
  /** Those who went out in the period. */
  left: CountOf<EventOutcome>[];
  /** Released in the period after every reading; still held past every reading, null where now lies outside the period. */
  late: OverFigures;
  inside: OverFigures | null;
  /** In custody at the end of these days (YYYY-MM-DD), oldest first. */
  days: { date: string; held: number }[];
  /** What could not be counted: no beginning known, of these still held, released on an unknown day, and counted by a rule that is not confirmed. */
  missing: { undated: number; undatedHeld: number; releasedUndated: number; unconfirmed: number };
  /** By which engine and rule sets terms were counted. */
  rules: { engine: string; sets: { set: string; version: string }[] };
};
