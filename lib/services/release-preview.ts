import "server-only";
import { findOrder } from "@/db/queries/custody";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import { ids, inputOf, optionalId } from "@/lib/model/fields";
import { orderFields, ownTerms as ownTermRows, type OrderValues } from "@/lib/model/order";
import { TERM_NOT_KNOWN, termOf } from "@/lib/model/ordered-term";
import type { Actor } from "@/lib/model/permissions";
import { estimateRelease, type ReleaseEstimate } from "@/lib/release/estimate";
import { allow } from "./allow";
import { requireCases } from "./case-access";
import { now } from "./clock";
import { loadFacts, zoneData } from "./estimates";
import { checkOrder } from "./orders";

/** A ruling as typed so far; `orderId` when it corrects a recorded one. */
export const orderPreviewInput = inputOf({ orderId: optionalId(), caseIds: ids({ required: true }), ...orderFields, ownTerms: ownTermRows });

export type PreviewedCase = { reference: string; zone: string; estimate: ReleaseEstimate };
/** What each case would be expected to come to; `now` is the instant that "in 3 days" is counted from. */
export type OrderPreview = { now: number; cases: PreviewedCase[] };

const MOST_PREVIEWED = 10;

/** The expected release as it would be with this ruling; reads only. Throws as recording the ruling would. */
export async function previewOrder(actor: Actor, { caseIds, orderId, ownTerms, ...typed }: OrderValues & { orderId: string | null }): Promise<OrderPreview> {
  const { read } = await store();
  const rows = await requireCases(read, actor, "case.write", caseIds);
  const replaced = orderId === null ? undefined : await findOrder(read, orderId);
  if (orderId !== null && !replaced) throw new AppError("not_found");
  allow(actor, "order.write", replaced ?? rows[0]);
  const zone = replaced?.zone ?? rows[0].zone;
  await checkOrder(read, actor, typed, zone, orderId);
  const draft = {
    id: orderId ?? "typed",
    kind: typed.kind,
    date: typed.date,
    countFrom: typed.countFrom,
    countFromWhen: typed.countFrom === "written" ? typed.countFromWhen : null,
    relation: typed.relation,
    relatesTo: typed.relatesToId,
    servedShare: typed.servedShare,
  };
  const cases: PreviewedCase[] = [];
  for (const row of rows.slice(0, MOST_PREVIEWED)) {
    const { facts } = await loadFacts(read, row);
    const own = ownTerms.find(({ caseId }) => caseId === row.id)?.term ?? typed.term;
    const orders = [...facts.orders.filter((order) => order.id !== orderId), { ...draft, term: own === TERM_NOT_KNOWN ? null : termOf(own) }];
    cases.push({ reference: row.reference, zone: row.zone, estimate: estimateRelease({ ...facts, orders }, zoneData()) });
  }
  return { now: now(), cases };
}
