import "server-only";
import { listCaseClaims, namesOfRecords, type ClaimRow } from "@/db/queries/claims";
import { store, type Reader } from "@/db/store";
import type { ClaimPrefill } from "@/lib/model/claim-prefill";
import { AppError } from "@/lib/model/errors";
import { namesNobody } from "@/lib/model/speaker";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { requireClaim } from "./claim-access";
import { namesRecord } from "./claim-values";

type Locale = "kk" | "ru" | "en";

const RULING: readonly string[] = ["ruling", "term"];

/** Other claims of the source about the ruling of this case; a kind of value of which it says two things is left to the person. */
async function ofSameRuling(read: Reader, claim: ClaimRow): Promise<ClaimRow[]> {
  if (claim.caseId === null || !RULING.includes(claim.field)) return [];
  const others = (await listCaseClaims(read, claim.caseId)).map((each) => each.claim).filter(({ id, sourceId, field, withdrawn }) => id !== claim.id && sourceId === claim.sourceId && withdrawn === null && RULING.includes(field));
  return others.filter(({ valueKind, value }) => others.every((other) => other.valueKind !== valueKind || other.value === value));
}

/** What a form takes over from the claim that sent the person to it; undefined where there is no such claim any more or it is not theirs. */
export async function findClaimPrefill(actor: Actor, id: string | undefined, locale: Locale): Promise<ClaimPrefill | undefined> {
  allow(actor, "source.write");
  if (id === undefined) return undefined;
  const { read } = await store();
  try {
    const { claim, source } = await requireClaim(read, actor, id);
    const beside = await ofSameRuling(read, claim);
    const names = await namesOfRecords(read, actor, [claim, ...beside].flatMap(({ valueKind, value }) => (namesRecord(valueKind) ? [value] : [])));
    const open = source.confidentiality !== "protected";
    return {
      id,
      caseId: claim.caseId,
      eventId: claim.eventId,
      field: claim.field,
      valueKind: claim.valueKind,
      value: claim.value,
      valueName: names[claim.value]?.[locale] ?? "",
      saidBy: namesNobody(claim.saidBy) ? "" : claim.saidBy || source.author || source.publisher || source.title,
      sourceId: source.id,
      quote: open ? claim.quote : "",
      beside: beside.map(({ field, valueKind, value }) => ({ field, valueKind, value, valueName: names[value]?.[locale] ?? "" })),
    };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
