import type { FormAction } from "@/components/forms/use-form-action";
import type { ClaimVerdict } from "@/lib/model/claim-compare";

/** A name in every language. */
export type RecordName = { kk: string; ru: string; en: string };
/** Names behind the ids among claimed values. */
export type RecordNames = Readonly<Record<string, RecordName>>;

/** A claim as it is stored; words and speaker are empty where the source is protected from the reader. */
export type ClaimFacts = {
  id: string;
  sourceId: string;
  caseId: string | null;
  eventId: string | null;
  field: string;
  quote: string;
  start: number | null;
  end: number | null;
  valueKind: string;
  value: string;
  saidBy: string;
  followed: boolean;
  withdrawn: string | null;
  version: number;
};

/** The same beside a fact: with its source, whether others contradict it, and how it stands to the record. */
export type ComparedClaim = ClaimFacts & {
  source: { id: string; kind: string; title: string; publisher: string; published: string | null; masked: boolean };
  disputed: boolean;
  verdict: ClaimVerdict;
};

export type RecordedValues = readonly { field: string; valueKind: string; values: readonly string[] }[];
export type ClaimsOfRecord = { claims: readonly ComparedClaim[]; recorded: RecordedValues; names: RecordNames };

/** A claim on the page of its source, with what it is about as far as said. */
export type SourceClaim = ClaimFacts & { about: { reference: string | null; slot: number | null; slotCount: number | null; displayName: string | null; sex: string | null; event: string | null } };

/** The button beside a claim, for those who may press it; undefined for others and on paper. */
export type ClaimActions = { follow: FormAction; submission: string };
