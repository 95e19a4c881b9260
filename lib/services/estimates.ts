import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertEstimate, latestEstimate, listCountingMoments, listOrders, listStated } from "@/db/queries/custody";
import { cases, NEVER } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { custodyFacts } from "@/lib/model/custody-state";
import type { TermUnit } from "@/lib/model/term";
import type { CountFrom, MomentKind } from "@/lib/model/vocabularies";
import { estimateRelease, type CaseFacts, type ReleaseEstimate } from "@/lib/release/estimate";
import { realNow } from "./clock";
import type { Log } from "./write";

type CaseRow = typeof cases.$inferSelect;

/** The facts of a case as the engine takes them: what counts, without what was taken back. */
export async function loadFacts(tx: Reader, row: Pick<CaseRow, "id" | "zone" | "detentionKind">): Promise<{ facts: CaseFacts; custody: ReturnType<typeof custodyFacts>; termText: string | null }> {
  const moments = await listCountingMoments(tx, row.id);
  const orders = (await listOrders(tx, row.id)).map(({ order }) => order).filter((order) => order.withdrawn === null);
  const stated = (await listStated(tx, row.id)).map((each) => each.stated).filter((each) => each.withdrawn === null);
  const custody = custodyFacts(moments.map((moment) => ({ ...moment, kind: moment.kind as MomentKind })), row.zone);
  const facts: CaseFacts = {
    zone: row.zone,
    jurisdiction: "KZ",
    detentionKind: row.detentionKind,
    moments: moments.map(({ kind, when }) => ({ kind: kind as MomentKind, when })),
    orders: orders.map((order) => ({
      id: order.id,
      kind: order.kind,
      date: order.date,
      term: order.termAmount === null ? null : { [order.termUnit as TermUnit]: order.termAmount },
      countFrom: order.countFrom as CountFrom,
      countFromWhen: order.countFromWhen,
    })),
    stated: stated.map(({ id, when }) => ({ id, when })),
    observed: custody.releasedText,
  };
  const governing = orders.findLast((order) => order.termAmount !== null);
  return { facts, custody, termText: governing ? durationOf(governing.termAmount ?? 0, governing.termUnit as TermUnit) : null };
}

const durationOf = (amount: number, unit: TermUnit): string => (unit === "h" ? `PT${amount}H` : `P${amount}${unit.toUpperCase()}`);

/**
 * Recomputes a case inside the transaction that changed it: custody state, expected release and the columns that lists are read from. The
 * estimate is appended with its frozen facts whenever they changed; what moved goes into the history.
 */
export async function refreshEstimate(tx: Tx, log: Log, caseId: string): Promise<void> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("a case that is being changed must exist");
  const { facts, custody, termText } = await loadFacts(tx, row);
  const estimate = estimateRelease(facts, process.versions.tz ?? "unknown");
  const frozen = canonicalJson(facts as unknown as Json);
  const before = await latestEstimate(tx, caseId);
  const estimateId = before?.facts === frozen ? before.id : randomUUID();
  if (estimateId !== before?.id) await insertEstimate(tx, { id: estimateId, caseId, at: realNow(), facts: frozen, answer: JSON.stringify(estimate) });
  const derived = { ...custody, termText, ...expectedColumns(estimate), estimateId };
  await tx.update(cases).set(derived).where(eq(cases.id, caseId));
  const [was, is] = [windowText(row.expectedFrom, row.expectedTo), windowText(derived.expectedFrom, derived.expectedTo)];
  if (was !== is) await log("release.recomputed", { subject: ["estimate", estimateId], caseId, changes: [{ field: "expectedRelease", before: was, after: is }] });
}

function expectedColumns(estimate: ReleaseEstimate) {
  const millis = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  const expectedTo = millis(estimate.latest);
  return {
    expectedFrom: millis(estimate.earliest),
    expectedTo,
    expectedBasis: estimate.basis,
    expectedKind: estimate.kind,
    countingConfirmed: estimate.countingConfirmed,
    statedDiffers: estimate.stated.some((stated) => stated.agrees === false),
    verdict: estimate.observed?.verdict ?? null,
    dueSort: expectedTo ?? NEVER,
  };
}

/** A window as it stands in the history: two instants, UTC. */
const windowText = (from: number | null, to: number | null): string | null =>
  from === null && to === null ? null : `${from === null ? ".." : new Date(from).toISOString()}/${to === null ? ".." : new Date(to).toISOString()}`;
