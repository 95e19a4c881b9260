import type { NamedInstitution } from "./institution-name";
import type { CustodyStatus } from "./vocabularies";

/** A limit of detention that still runs: `hours` until what must have happened; from `from` on it may have passed, at `at` it has. */
export type RunningLimit = { hours: number; until: string; from: number; at: number };

/** What any list shows of a case; instants in milliseconds since 1970 UTC, dates as far as known in the case's zone. */
export type CaseSummary = {
  id: string;
  reference: string;
  /** Empty for an unidentified person, who is then named by the slot, the place and the day. */
  personName: string;
  sex: string;
  slot: number | null;
  slotCount: number | null;
  placeKk: string;
  placeRu: string;
  placeEn: string;
  zone: string;
  status: CustodyStatus;
  outstanding: boolean;
  heldAt: NamedInstitution | null;
  lawyer: string;
  seizedText: string | null;
  custodyFrom: number | null;
  custodyTo: number | null;
  releasedText: string | null;
  verdict: string | null;
  /** ISO 8601 duration with one unit, such as P10D or PT72H. */
  termText: string | null;
  expectedFrom: number | null;
  /** Exclusive. */
  expectedTo: number | null;
  /** Overdue only from here on; beyond every date where nothing is expected. */
  dueSort: number;
  expectedBasis: string;
  expectedKind: string;
  countingConfirmed: boolean;
  statedDiffers: boolean;
  ownerName: string | null;
  /** The next limit of somebody who is inside, or the one that passed last; only where a list looked for it. */
  limit?: RunningLimit | undefined;
};
