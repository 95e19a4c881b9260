/** What a form that records a fact takes over from a claim; the words are left out where the source is protected, so that they stay with it. */
export type ClaimPrefill = {
  id: string;
  caseId: string | null;
  field: string;
  valueKind: string;
  value: string;
  /** The name behind a value that is a record, in the reader's language; else empty. */
  valueName: string;
  /** Who says so: whom the source names, else its publisher or title. */
  saidBy: string;
  sourceId: string;
  quote: string;
};

type Values = Record<string, string>;
const when = ({ valueKind, value }: ClaimPrefill): string => (valueKind === "when" ? value : "");
const institution = ({ valueKind, value, valueName }: ClaimPrefill): string => (valueKind === "institution" ? valueName : valueKind === "name" ? value : "");

export const momentPrefill = (claim: ClaimPrefill): Values => ({ when: when(claim), institution: institution(claim), note: claim.quote });
export const orderPrefill = (claim: ClaimPrefill): Values => ({ date: claim.field === "ruling" ? when(claim) : "", court: institution(claim), note: claim.quote, ...(claim.valueKind === "term" ? { "term.amount": claim.value } : {}) });
export const statedPrefill = (claim: ClaimPrefill): Values => ({ when: when(claim), attributedTo: claim.saidBy, sourceId: claim.sourceId, note: claim.quote });
export const allegationPrefill = (claim: ClaimPrefill): Values => ({ when: when(claim), attributedTo: claim.saidBy, sourceId: claim.sourceId, description: claim.quote, agency: institution(claim) });
export const eventPrefill = (claim: ClaimPrefill): Values => ({ start: when(claim), note: claim.quote });

/** The form that records the fact of a claim about a case; null where a case has no form for it. */
export function recordHref({ id, caseId, field }: { id: string; caseId: string | null; field: string }): string | null {
  if (caseId === null) return null;
  const form: Record<string, string> = {
    custody: `/cases/${caseId}/moments/new?kind=seized`,
    release: `/cases/${caseId}/moments/new?kind=released`,
    place: `/cases/${caseId}/moments/new?kind=still_inside`,
    ruling: `/cases/${caseId}/orders/new?`,
    term: `/cases/${caseId}/orders/new?`,
    stated_release: `/cases/${caseId}/stated/new?`,
    abuse: `/allegations/new?case=${caseId}`,
    event: `/events/new?`,
  };
  const path = form[field];
  return path === undefined ? null : `${path}${path.endsWith("?") ? "" : "&"}claim=${id}`;
}
