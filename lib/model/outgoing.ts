import type { NamedInstitution } from "./institution-name";
import type { CustodyStatus } from "./vocabularies";

/** The shape in which records leave the house; its number rises with every change that a reader of files could notice. docs/export-format.md describes it. */
export const OUT_SCHEMA = "erkin/1";

/*
 * Records on their way out, after `lib/services/outgoing.ts` applied the destination's profile. What must not go along is "", null or []; what is
 * told less exactly (a day instead of a minute, a city instead of a facility) stands in the same field. Dates as far as known are extended EDTF
 * text read in the record's `zone`; instants are milliseconds since 1970 UTC, ends excluded.
 */

export type OutPlace = { id: string; nameKk: string; nameRu: string; nameEn: string };

export type OutPerson = {
  /** The record's id for the house, a pseudonymous one for everybody else. */
  id: string;
  version: number;
  /** Whether the person may be named to the destination; else `displayName` is a pseudonym such as `P-7K3QXD` and nothing below tells who it is. */
  named: boolean;
  identification: string;
  displayName: string;
  names: { text: string; kind: string }[];
  sex: string;
  birthDate: string | null;
  nationality: string;
  occupation: string;
  affiliation: string;
  residence: string;
  /** Sensitive: the house only. */
  healthRisk: string;
  familyContact: string;
};

/** One custody episode as lists and exports tell it. */
export type OutCase = {
  id: string;
  version: number;
  /** The human number, such as ALA-2019-0042; a pseudonymous one outside the house. */
  reference: string;
  person: OutPerson;
  slot: number | null;
  slotCount: number | null;
  detentionKind: string;
  priority: string;
  status: CustodyStatus;
  outstanding: boolean;
  place: OutPlace;
  zone: string;
  heldAt: NamedInstitution | null;
  agency: NamedInstitution | null;
  court: NamedInstitution | null;
  event: { id: string; title: string } | null;
  taken: string | null;
  custodyFrom: number | null;
  custodyTo: number | null;
  released: string | null;
  releaseKind: string | null;
  /** ISO 8601 duration or LIFE; null where no term is known. */
  term: string | null;
  /** The window of release; `to` excluded. */
  expectedFrom: number | null;
  expectedTo: number | null;
  /** `computed`, `stated`, `override`, `none`. */
  expectedBasis: string;
  expectedKind: string;
  countingConfirmed: boolean;
  statedDiffers: boolean;
  /** Overdue from here on (the latest lawful reading); null where none is known. */
  overdueFrom: number | null;
  verdict: string | null;
  overKind: string | null;
  overMinutes: number | null;
  overMinutesMost: number | null;
  ownerName: string;
  lawyer: string;
  note: string;
};

export type OutSource = { id: string; masked: boolean; kind: string; title: string; publisher: string; author: string; url: string; language: string; published: string | null; sha256: string; reliability: string };

export type OutMoment = { id: string; version: number; kind: string; when: string | null; institution: NamedInstitution | null; releaseKind: string | null; note: string };
export type OutOrder = {
  id: string; version: number; kind: string; court: NamedInstitution | null; judge: string; date: string | null; articles: string;
  term: string | null; countFrom: string; countFromWhen: string | null; relation: string; note: string; zone: string;
};
export type OutStated = { id: string; version: number; when: string; /** "" where `masked`: a source that is not told says so. */ attributedTo: string; masked: boolean; sourceId: string | null; note: string };
export type OutAdjustment = { id: string; version: number; kind: string; from: string | null; to: string | null; days: number | null; ratio: string | null; authority: string; note: string };
export type OutClaim = { id: string; sourceId: string; field: string; quote: string; valueKind: string; value: string; saidBy: string; followed: boolean };
export type OutFile = { id: string; name: string; description: string; type: string; size: number; sha256: string; receivedAt: number | null };

export type OutAllegation = {
  id: string;
  version: number;
  when: string | null;
  zone: string;
  whereText: string;
  acts: string[];
  description: string;
  victimScope: string;
  victimBound: string;
  victimCount: number | null;
  victimGroup: string;
  caseIds: string[];
  /** Empty only where `masked`: then a source says so that is not told. */
  attributedTo: string;
  masked: boolean;
  sourceId: string | null;
  perpetrators: { id: string; body: (NamedInstitution & { kind: string }) | null; unit: string; person: string; involvement: string }[];
  injuries: string;
  medicalAttention: string;
  medicalNote: string;
  forcedStatement: string;
  verification: string;
  response: string;
  answer: { body: (NamedInstitution & { kind: string }) | null; asked: string | null; answered: string | null; note: string } | null;
  complaints: { id: string; kind: string; body: NamedInstitution | null; filed: string | null; answerDue: string | null; outcome: string; note: string }[];
  event: { id: string; title: string } | null;
  place: OutPlace | null;
};

export type OutCount = {
  id: string; version: number; eventId: string; category: string; bound: string; figure: number | null; figureTo: number | null; comparedToId: string | null;
  attributedTo: string; masked: boolean; institution: NamedInstitution | null; sourceId: string | null; asOf: string | null; zone: string; places: OutPlace[]; note: string;
};

export type OutEvent = {
  id: string; version: number; kind: string; title: string; start: string | null; end: string | null; zone: string; sites: { place: OutPlace; spot: string }[];
  organiser: string; organisers: NamedInstitution[]; demands: string; permit: string; note: string;
};

/** Everything of one case, for a dossier, an appeal or the API. Withdrawn records are not among it. */
export type OutCaseFile = {
  case: OutCase;
  moments: OutMoment[];
  orders: OutOrder[];
  adjustments: OutAdjustment[];
  stated: OutStated[];
  allegations: OutAllegation[];
  claims: OutClaim[];
  sources: OutSource[];
  files: OutFile[];
  /** Articles as in `engagedRights`. */
  rights: string[];
  events: { id: string; title: string; link: string; start: string | null; zone: string }[];
  /** The engine's stored answer with its trace and all readings (`ReleaseEstimate` of lib/release); null where dates are told less exactly, or none was computed. */
  estimate: unknown;
};
