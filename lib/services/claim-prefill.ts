import "server-only";
import { namesOfRecords } from "@/db/queries/claims";
import { store } from "@/db/store";
import type { ClaimPrefill } from "@/lib/model/claim-prefill";
import { AppError } from "@/lib/model/errors";
import { namesNobody } from "@/lib/model/speaker";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { requireClaim } from "./claim-access";
import { namesRecord } from "./claim-values";

type Locale = "kk" | "ru" | "en";

/** What a form takes over from the claim that sent the person to it; undefined where there is no such claim any more or it is not theirs. */
export async function findClaimPrefill(actor: Actor, id: string | undefined, locale: Locale): Promise<ClaimPrefill | undefined> {
  allow(actor, "source.write");
  if (id === undefined) return undefined;
  const { read } = await store();
  try {
    const { claim, source } = await requireClaim(read, actor, id);
    const names = namesRecord(claim.valueKind) ? await namesOfRecords(read, actor, [claim.value]) : {};
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
    };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
