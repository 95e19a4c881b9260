import { countOf } from "./claim-count";
import { countBounds } from "./vocabularies";

/** What a form that records a fact takes over from a claim; the words are left out where the source is protected, so that they stay with it. */
export type ClaimPrefill = {
  id: string;
  caseId: string | null;
  eventId: string | null;
  field: string;
  valueKind: string;
  value: string;
  /** The name behind a value that is a record, in the reader's language; else empty. */
  valueName: string;
  /** Who says so: whom the source names, else its author, publisher or title; empty where it only says "he", which somebody has to say by name. */
  saidBy: string;
  sourceId: string;
  quote: string;
  /** What the same source says besides of the same ruling, where it says one thing only. */
  beside: readonly { field: string; valueKind: string; value: string; valueName: string }[];
};

type Said = Pick<ClaimPrefill, "field" | "valueKind" | "value" | "valueName">;

type Values = Record<string, string>;
const when = ({ valueKind, value }: Said): string => (valueKind === "when" ? value : "");
const institution = ({ valueKind, value, valueName }: Said): string => (valueKind === "institution" ? valueName : valueKind === "name" ? value : "");
const rulingWhen = (said: Said): string => (said.field === "ruling" ? when(said) : "");
const term = ({ valueKind, value }: Said): string => (valueKind === "term" ? value : "");

export const momentPrefill = (claim: ClaimPrefill): Values => ({ when: when(claim), institution: institution(claim), note: claim.quote });
/** The date, the court and the term of a ruling: from the claim itself, and from what the same source says besides. */
export function orderPrefill(claim: ClaimPrefill): Values {
  const first = (read: (said: Said) => string): string => [claim, ...claim.beside].map(read).find(Boolean) ?? "";
  const length = first(term);
  return { date: first(rulingWhen), court: first(institution), note: claim.quote, ...(length ? { "term.amount": length } : {}) };
}
export const statedPrefill = (claim: ClaimPrefill): Values => ({ when: when(claim), attributedTo: claim.saidBy, sourceId: claim.sourceId, note: claim.quote });
export const allegationPrefill = (claim: ClaimPrefill): Values => ({ when: when(claim), attributedTo: claim.saidBy, sourceId: claim.sourceId, description: claim.quote, agency: institution(claim) });
export const eventPrefill = (claim: ClaimPrefill): Values => ({ start: when(claim), note: claim.quote });


/** Who counted, what, as it was told. A bound that the ledger has no word for ("at most") takes its figure along only in the quote, so that it is not read as exact. */
export function countPrefill(claim: ClaimPrefill): Values {
  const count = claim.valueKind === "count" ? countOf(claim.value) : null;
  const bound = countBounds.find((each) => each === count?.bound);
  return { attributedTo: claim.saidBy, sourceId: claim.sourceId, note: claim.quote, asOf: when(claim), ...(bound ? { bound, figure: count?.figure === null ? "" : String(count?.figure ?? "") } : {}) };
}

type Recordable = { id: string; caseId: string | null; eventId: string | null; field: string; valueKind: string };

/** The form that records the fact of a claim; null where there is none for it. */
export function recordHref({ id, caseId, eventId, field, valueKind }: Recordable): string | null {
  if (eventId !== null) {
    if (valueKind === "count") return `/events/${eventId}/counts/new?claim=${id}`;
    if (field === "abuse") return `/allegations/new?event=${eventId}&claim=${id}`;
    return valueKind === "when" || valueKind === "place" ? `/events/${eventId}/edit` : null;
  }
  if (caseId === null) return null;
  if (field === "place") return `/cases/${caseId}/edit`;
  const form: Record<string, string> = {
    custody: `/cases/${caseId}/moments/new?kind=seized`,
    release: `/cases/${caseId}/moments/new?kind=released`,
    ruling: `/cases/${caseId}/orders/new?`,
    term: `/cases/${caseId}/orders/new?`,
    stated_release: `/cases/${caseId}/stated/new?`,
    abuse: `/allegations/new?case=${caseId}`,
    event: `/events/new?`,
  };
  const path = form[field];
  return path === undefined ? null : `${path}${path.endsWith("?") ? "" : "&"}claim=${id}`;
}
