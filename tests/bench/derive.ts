import { NEVER } from "@/db/schema";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { custodyFacts } from "@/lib/model/custody-state";
import { boundsOf } from "@/lib/model/uncertain-date";
import { estimateRelease, type CaseFacts } from "@/lib/release/estimate";
import { columnsOf } from "@/lib/release/estimate-columns";
import type { InventedStory } from "./facts";

const ORDER = "the-order";
const STATED = "the-statement";
const PLACED = ["admitted", "transferred"];

/** What the services would store beside a story in a zone; ids are filled in for each case by `frozenFor`. */
export type Derived = ReturnType<typeof derive>;

export function derive({ moments, order, stated, detentionKind }: InventedStory, zone: string) {
  const custody = custodyFacts(
    moments.map((moment, position) => ({ ...moment, institutionId: PLACED.includes(moment.kind) ? "here" : null, createdAt: position })),
    zone,
  );
  const facts: CaseFacts = {
    zone,
    jurisdiction: "KZ",
    detentionKind,
    moments: moments.map(({ kind, when }) => ({ kind, when })),
    orders: order ? [{ id: ORDER, kind: order.kind, date: order.date, term: { [order.unit]: order.amount }, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesTo: null, servedShare: null }] : [],
    stated: stated ? [{ id: STATED, when: stated }] : [],
    adjustments: [],
    overrides: [],
    observed: custody.releasedText,
  };
  const estimate = estimateRelease(facts, process.versions.tz ?? "unknown");
  const { overdueFrom, ...columns } = columnsOf(estimate);
  const { heldAtId, ...state } = custody;
  return {
    columns: {
      ...state,
      ...columns,
      dueSort: overdueFrom ?? NEVER,
    },
    isHeldSomewhere: heldAtId !== null,
    bounds: moments.map(({ when }) => (when === null ? { earliest: null, latest: null } : boundsOf(when, zone))),
    orderEarliest: order ? boundsOf(order.date, zone).earliest : null,
    facts: canonicalJson(facts as unknown as Json),
    answer: JSON.stringify(estimate),
  };
}

export const withIds = (text: string, orderId: string, statedId: string): string => text.replaceAll(ORDER, orderId).replaceAll(STATED, statedId);
