import type { PlannedPlace } from "./place-plan";

/** The person that a row of people, or of cases, tells of. */
export type PlannedPerson = {
  name: string;
  otherNames: string[];
  sex: string;
  birthDate: string | null;
  nationality: string;
  occupation: string;
  affiliation: string;
  residence: string;
  healthRisk: string;
  familyContact: string;
};
export type PlannedOrder = { kind: string; date: string | null; term: string | null; court: string; judge: string; articles: string };
/** One custody episode as a row tells it; dates as far as known, in `zone`. */
export type PlannedCase = {
  person: PlannedPerson;
  place: PlannedPlace;
  zone: string;
  taken: string | null;
  released: string | null;
  releaseKind: string;
  agency: string;
  heldAt: string;
  detentionKind: string;
  order: PlannedOrder | null;
  stated: { when: string; by: string } | null;
  lawyer: string;
  note: string;
};
