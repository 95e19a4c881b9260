import type { ClaimSubject } from "@/lib/model/claim";
import { param } from "@/lib/web/pages";

type Changed = { claimId: string; sourceId: string; caseId: string | null; eventId: string | null };
type Query = Record<string, string | string[] | undefined>;

/** What was chosen last, so that the next claims are about the same; it travels in the address. */
export function subjectQuery({ caseIds, eventId }: ClaimSubject): Record<string, string> {
  return { ...(caseIds.length > 0 ? { about: caseIds.join(",") } : {}), ...(eventId === null ? {} : { event: eventId }) };
}

export function readSubject(query: Query): ClaimSubject {
  const isId = (id: string) => /^[0-9a-z-]{1,64}$/.test(id);
  const event = param(query["event"]) ?? "";
  return { caseIds: (param(query["about"]) ?? "").split(",").filter(isId).slice(0, 100), eventId: isId(event) ? event : null };
}

/** Back to the text, with how many claims were recorded. */
export const readingPath = (input: ClaimSubject & { sourceId: string }, taken: number): string => `/sources/${input.sourceId}/read?${new URLSearchParams({ ...subjectQuery(input), taken: String(taken) }).toString()}`;

/** To the claim where it stands in the list of its source. */
export const claimPath = ({ sourceId, claimId }: Changed): string => `/sources/${sourceId}#claim-${claimId}`;

/** To what the claim is about, else to its source. */
export const aboutPath = (claim: Changed): string => (claim.caseId !== null ? `/cases/${claim.caseId}#sources` : claim.eventId !== null ? `/events/${claim.eventId}#claims` : claimPath(claim));
