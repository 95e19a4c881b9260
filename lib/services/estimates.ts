import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertEstimate, latestEstimate, listAdjustments, listCountingMoments, listOrders, listStated, type AdjustmentRow, type OrderRow, type StatedRow } from "@/db/queries/custody";
import type { OverrideRow } from "@/db/queries/estimates";
import { cases, NEVER, places, type releaseEstimates } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { custodyFacts } from "@/lib/model/custody-state";
import { TERM_NOT_KNOWN, termOf } from "@/lib/model/ordered-term";
import type { AdjustmentKind, CountFrom, MomentKind, OrderRelation } from "@/lib/model/vocabularies";
import { estimateRelease, type CaseFacts, type ReleaseEstimate } from "@/lib/release/estimate";
import { columnsOf } from "@/lib/release/estimate-columns";
import { realNow } from "./clock";
import { replaceClocks } from "./clocks";
import { activeOverride, overriddenColumns, settleOverride, whatIsOver } from "./override-effect";
import { activeOverrides } from "./rule-overrides";
import type { Log } from "./write";

type CaseRow = typeof cases.$inferSelect;
type EstimateRow = typeof releaseEstimates.$inferSelect;
type CaseKey = Pick<CaseRow, "id" | "zone" | "detentionKind" | "placeId">;

export type LoadedFacts = {
  facts: CaseFacts;
  custody: ReturnType<typeof custodyFacts>;
  /** The court of each order that counts. */
  courts: ReadonlyMap<string, string | null>;
};

type Told = {
  moments: readonly Pick<Awaited<ReturnType<typeof listCountingMoments>>[number], "kind" | "when" | "institutionId" | "releaseKind" | "createdAt">[];
  orders: readonly { order: Pick<OrderRow, "id" | "kind" | "date" | "term" | "countFrom" | "countFromWhen" | "relation" | "relatesToId" | "servedShare" | "courtId">; ownTerm: string | null }[];
  stated: readonly Pick<StatedRow, "id" | "when">[];
  adjustments: readonly Pick<AdjustmentRow, "id" | "kind" | "from" | "to" | "days" | "ratio">[];
};

/** The facts of a case as the engine takes them: what counts, without what was taken back. */
export async function loadFacts(tx: Reader, row: CaseKey): Promise<LoadedFacts> {
  const moments = await listCountingMoments(tx, row.id);
  const orders = (await listOrders(tx, row.id)).filter(({ order }) => order.withdrawn === null);
  const stated = (await listStated(tx, row.id)).map((each) => each.stated).filter((each) => each.withdrawn === null);
  const adjusted = (await listAdjustments(tx, row.id)).filter((each) => each.withdrawn === null);
  const [place] = await tx.select({ country: places.country }).from(places).where(eq(places.id, row.placeId));
  const country = place?.country ?? "";
  return factsOf(row, { moments, orders, stated, adjustments: adjusted }, country, await activeOverrides(tx, country));
}

/** The same from rows that are at hand, in the order in which they would be read. */
export function factsOf(row: Pick<CaseKey, "zone" | "detentionKind">, { moments, orders, stated, adjustments }: Told, country: string, overrides: CaseFacts["overrides"]): LoadedFacts {
  const custody = custodyFacts(moments.map((moment) => ({ ...moment, kind: moment.kind as MomentKind })), row.zone);
  const facts: CaseFacts = {
    zone: row.zone,
    jurisdiction: country,
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
    adjustments: adjustments.map(({ id, kind, from, to, days, ratio }) => ({ id, kind: kind as AdjustmentKind, from, to, days, ratio })),
    overrides,
    stated: stated.map(({ id, when }) => ({ id, when })),
    observed: custody.releasedText,
  };
  return { facts, custody, courts: new Map(orders.map(({ order }) => [order.id, order.courtId])) };
}

/** What is stored of a case that is new, computed from facts that are at hand: its first estimate, and the columns that lists read. */
export function firstEstimate({ facts, custody, courts }: LoadedFacts) {
  const estimate = estimateRelease(facts, zoneData());
  const { overdueFrom, ...columns } = { ...columnsOf(estimate), ...whatIsOver(estimate, custody.outstanding) };
  return {
    estimate,
    frozen: canonicalJson(facts as unknown as Json),
    answer: JSON.stringify(estimate),
    derived: { ...custody, ...columns, lastHeldAtId: custody.heldAtId, courtId: courts.get(estimate.governingOrder ?? "") ?? null, dueSort: overdueFrom ?? NEVER },
    window: windowText(columns.expectedFrom, columns.expectedTo),
  };
}

export const zoneData = (): string => process.versions.tz ?? "unknown";

export type EstimateDraft = LoadedFacts & {
  estimate: ReleaseEstimate;
  /** What lists read: of the answer, or of a date set by hand that stands in its place. */
  columns: ReturnType<typeof columnsOf>;
  frozen: string;
  answer: string;
  override: OverrideRow | undefined;
  before: EstimateRow | undefined;
  same: boolean;
};

/** What a case would come to now; `same` where neither its facts, the answer to them nor a date set by hand differ from the latest estimate. */
export async function draftEstimate(tx: Reader, row: CaseKey): Promise<EstimateDraft> {
  const loaded = await loadFacts(tx, row);
  const estimate = estimateRelease(loaded.facts, zoneData());
  const [frozen, answer] = [canonicalJson(loaded.facts as unknown as Json), JSON.stringify(estimate)];
  const override = await activeOverride(tx, row.id, frozen);
  const before = await latestEstimate(tx, row.id);
  const columns = { ...columnsOf(estimate), ...whatIsOver(estimate, loaded.custody.outstanding), ...(override ? overriddenColumns(override, loaded.facts.observed, row.zone) : {}) };
  return { ...loaded, estimate, columns, frozen, answer, override, before, same: before?.facts === frozen && before.answer === answer && before.overrideId === (override?.id ?? null) };
}

/**
 * Recomputes a case inside the transaction that changed it: custody state, expected release and the columns that lists are read from. The
 * estimate is appended with its frozen facts whenever they or the answer changed; what moved goes into the history. `update`: nothing about the
 * case changed, but rules, engine or zone data may have.
 */
export async function refreshEstimate(tx: Tx, log: Log, caseId: string, occasion: "change" | "update" = "change"): Promise<{ appended: boolean; moved: boolean }> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("a case that is being changed must exist");
  const draft = await draftEstimate(tx, row);
  await settleOverride(tx, log, caseId, draft.frozen);
  const { estimate, custody, courts, before, same, override } = draft;
  const { overdueFrom, ...columns } = draft.columns;
  const estimateId = same && before ? before.id : randomUUID();
  if (!same) {
    // Later than the one before even within the same millisecond, because the newest counts.
    const at = Math.max(realNow(), (before?.at ?? 0) + 1);
    await insertEstimate(tx, { id: estimateId, caseId, at, facts: draft.frozen, answer: draft.answer, cause: causeOf(draft, occasion), overrideId: override?.id ?? null });
  }
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
  return { appended: !same, moved: was !== is };
}

/** Why an estimate is made anew: what is known changed, a date was set by hand, the rules changed (an own value or a rule set), or the engine with its zone data. */
function causeOf({ facts, frozen, answer, estimate, before }: EstimateDraft, occasion: "change" | "update"): "facts" | "rules" | "engine" | "override" {
  if (!before) return "facts";
  if (before.facts === frozen && before.answer === answer) return "override";
  const was = JSON.parse(before.facts) as CaseFacts;
  const known = (of: CaseFacts) => canonicalJson({ ...of, overrides: [] } as unknown as Json);
  if (occasion === "change" && known(was) !== known(facts)) return "facts";
  const rules = ({ overrides }: CaseFacts, { ruleSet, ruleSetVersion }: ReleaseEstimate["provenance"]) => JSON.stringify([overrides, ruleSet, ruleSetVersion]);
  return rules(was, (JSON.parse(before.answer) as ReleaseEstimate).provenance) === rules(facts, estimate.provenance) ? "engine" : "rules";
}

/** A window as it stands in the history: two instants, UTC. */
const windowText = (from: number | null, to: number | null): string | null =>
  from === null && to === null ? null : `${from === null ? ".." : new Date(from).toISOString()}/${to === null ? ".." : new Date(to).toISOString()}`;
