import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertEstimate, latestEstimate, listAdjustments, listCountingMoments, listOrders, listStated } from "@/db/queries/custody";
import { cases, NEVER, places } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { custodyFacts } from "@/lib/model/custody-state";
import { TERM_NOT_KNOWN, termOf } from "@/lib/model/ordered-term";
import type { AdjustmentKind, CountFrom, MomentKind, OrderRelation } from "@/lib/model/vocabularies";
import { estimateRelease, type CaseFacts } from "@/lib/release/estimate";
import { columnsOf } from "@/lib/release/estimate-columns";
import { realNow } from "./clock";
import { replaceClocks } from "./clocks";
import { overriddenColumns, settleOverride, whatIsOver } from "./override-effect";
import type { Log } from "./write";

type CaseRow = typeof cases.$inferSelect;
type CaseKey = Pick<CaseRow, "id" | "zone" | "detentionKind" | "placeId">;

export type LoadedFacts = {
  facts: CaseFacts;
  custody: ReturnType<typeof custodyFacts>;
  /** The court of each order that counts. */
  courts: ReadonlyMap<string, string | null>;
};

/** The facts of a case as the engine takes them: what counts, without what was taken back. */
export async function loadFacts(tx: Reader, row: CaseKey): Promise<LoadedFacts> {
  const moments = await listCountingMoments(tx, row.id);
  const orders = (await listOrders(tx, row.id)).filter(({ order }) => order.withdrawn === null);
  const stated = (await listStated(tx, row.id)).map((each) => each.stated).filter((each) => each.withdrawn === null);
  const adjusted = (await listAdjustments(tx, row.id)).filter((each) => each.withdrawn === null);
  const custody = custodyFacts(moments.map((moment) => ({ ...moment, kind: moment.kind as MomentKind })), row.zone);
  const [place] = await tx.select({ country: places.country }).from(places).where(eq(places.id, row.placeId));
  const facts: CaseFacts = {
    zone: row.zone,
    jurisdiction: place?.country ?? "",
    detentionKind: row.detentionKind,
    moments: moments.map(({ kind, when }) => ({ kind: kind as MomentKind, when })),
    orders: orders.map(({ order, ownTerm }) => ({
      id: order.id,
      kind: order.kind,
      date: order.date,
      term: ownTerm === TERM_NOT_KNOWN ? null : termOf(ownTerm ?? order.term),
      countFrom: order.countFrom as CountFrom,
      countFromWhen: order.countFromWhen,
      relation: order.relation as OrderRelation,
      relatesTo: order.relatesToId,
      servedShare: order.servedShare,
    })),
    adjustments: adjusted.map(({ id, kind, from, to, days, ratio }) => ({ id, kind: kind as AdjustmentKind, from, to, days, ratio })),
    overrides: [],
    stated: stated.map(({ id, when }) => ({ id, when })),
    observed: custody.releasedText,
  };
  return { facts, custody, courts: new Map(orders.map(({ order }) => [order.id, order.courtId])) };
}

export const zoneData = (): string => process.versions.tz ?? "unknown";

/**
 * Recomputes a case inside the transaction that changed it: custody state, expected release and the columns that lists are read from. The
 * estimate is appended with its frozen facts whenever they changed; what moved goes into the history.
 */
export async function refreshEstimate(tx: Tx, log: Log, caseId: string): Promise<void> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("a case that is being changed must exist");
  const { facts, custody, courts } = await loadFacts(tx, row);
  const estimate = estimateRelease(facts, zoneData());
  const frozen = canonicalJson(facts as unknown as Json);
  const before = await latestEstimate(tx, caseId);
  const override = await settleOverride(tx, log, caseId, frozen);
  const overrideId = override?.id ?? null;
  const sameFacts = before?.facts === frozen;
  const estimateId = sameFacts && before.overrideId === overrideId ? before.id : randomUUID();
  // Later than the one before even within the same millisecond, because the newest counts.
  const at = Math.max(realNow(), (before?.at ?? 0) + 1);
  if (estimateId !== before?.id) await insertEstimate(tx, { id: estimateId, caseId, at, facts: frozen, answer: JSON.stringify(estimate), cause: sameFacts ? "override" : "facts", overrideId });
  const { overdueFrom, ...columns } = { ...columnsOf(estimate), ...whatIsOver(estimate, custody.outstanding), ...(override ? overriddenColumns(override, facts.observed, row.zone) : {}) };
  const derived = {
    ...custody,
    ...columns,
    lastHeldAtId: custody.heldAtId ?? row.lastHeldAtId,
    courtId: courts.get(estimate.governingOrder ?? "") ?? null,
    dueSort: overdueFrom ?? NEVER,
    estimateId,
  };
  await tx.update(cases).set(derived).where(eq(cases.id, caseId));
  await replaceClocks(tx, { ...row, outstanding: custody.outstanding }, estimate);
  const [was, is] = [windowText(row.expectedFrom, row.expectedTo), windowText(derived.expectedFrom, derived.expectedTo)];
  if (was !== is) await log("release.recomputed", { subject: ["estimate", estimateId], caseId, changes: [{ field: "expectedRelease", before: was, after: is }] });
}

/** A window as it stands in the history: two instants, UTC. */
const windowText = (from: number | null, to: number | null): string | null =>
  from === null && to === null ? null : `${from === null ? ".." : new Date(from).toISOString()}/${to === null ? ".." : new Date(to).toISOString()}`;
