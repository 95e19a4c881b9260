import "server-only";
import type { ClaimRow } from "@/db/queries/claims";
import type { CaseRow } from "@/db/queries/cases";
import { findEvent, type EventRow } from "@/db/queries/events";
import { findCitation, findSource, type SourceRow } from "@/db/queries/sources";
import type { Reader } from "@/db/store";
import type { ClaimSubject } from "@/lib/model/claim";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { requireCase, requireCases } from "./case-access";

export type Claimed = { claim: ClaimRow; source: SourceRow; about: CaseRow | undefined; event: EventRow | undefined };

/** A claim that counts, of a source and of a case or an event that the actor may change. */
export async function requireClaim(tx: Reader, actor: Actor, id: string): Promise<Claimed> {
  const claim = await findCitation(tx, id);
  const source = claim && (await findSource(tx, actor, claim.sourceId));
  if (!source || claim.withdrawn !== null) throw new AppError("not_found");
  allow(actor, "source.write", source);
  const about = claim.caseId === null ? undefined : await requireCase(tx, actor, "case.write", claim.caseId);
  const event = claim.eventId === null ? undefined : await requireEvent(tx, actor, claim.eventId);
  return { claim, source, about, event };
}

async function requireEvent(tx: Reader, actor: Actor, id: string): Promise<EventRow> {
  const row = await findEvent(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.write", row);
  return row;
}

export type Subject = { cases: readonly CaseRow[]; event: EventRow | undefined };

/** What claims of a source shall be about: cases, or an event, of the team that the source belongs to; neither while it is not said yet. */
export async function requireSubject(tx: Reader, actor: Actor, source: SourceRow, { caseIds, eventId }: ClaimSubject): Promise<Subject> {
  if (caseIds.length > 0 && eventId !== null) throw refuse("eventId", "cases_or_event");
  const cases = caseIds.length === 0 ? [] : await requireCases(tx, actor, "case.write", caseIds);
  if (cases.some((row) => row.teamId !== source.teamId)) throw refuse("sourceId", "unknown_option");
  const event = eventId === null ? undefined : await findEvent(tx, actor, eventId);
  if (eventId !== null && event?.teamId !== source.teamId) throw refuse("eventId", "unknown_option");
  if (event) allow(actor, "event.write", event);
  return { cases, event };
}

/** A source whose claims the actor may record. */
export async function requireClaimSource(tx: Reader, actor: Actor, id: string): Promise<SourceRow> {
  const source = await findSource(tx, actor, id);
  if (!source) throw new AppError("not_found");
  allow(actor, "source.write", source);
  return source;
}
