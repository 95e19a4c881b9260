import { boundsOf } from "./uncertain-date";
import type { CustodyState, MomentKind } from "./vocabularies";

export type MomentFact = {
  kind: MomentKind;
  when: string | null;
  institutionId: string | null;
  releaseKind: string | null;
  createdAt: number;
};

export type CustodyFacts = {
  state: CustodyState;
  outstanding: boolean;
  heldAtId: string | null;
  seizedText: string | null;
  releasedText: string | null;
  releaseKind: string | null;
  /** Instants in milliseconds: the earliest known moment of custody, and the end of it. */
  custodyFrom: number | null;
  custodyTo: number | null;
};

const INSIDE: readonly MomentKind[] = ["delivered", "sobered", "protocol", "ruling", "admitted", "transferred", "still_inside"];
const BEGINS: readonly MomentKind[] = ["seized", "delivered", "sobered", "protocol", "ruling", "admitted"];
const ENDS: readonly MomentKind[] = ["released", "died"];
const PLACED: readonly MomentKind[] = ["delivered", "admitted", "transferred", "hospitalised", "still_inside"];

/**
 * Derives where a person stands from the moments recorded, read in their own order. A moment without a date stands where its kind does: what
 * begins custody with the seizure and before everything else, a transfer or a lost contact after it but before a dated release, a release last. Never typed by anyone.
 */
export function custodyFacts(moments: readonly MomentFact[], zone: string): CustodyFacts {
  const facts: CustodyFacts = { state: "reported", outstanding: true, heldAtId: null, seizedText: null, releasedText: null, releaseKind: null, custodyFrom: null, custodyTo: null };
  for (const moment of momentsInOrder(moments, zone)) {
    Object.assign(facts, after(moment.kind));
    if (moment.kind === "seized") facts.seizedText ??= moment.when;
    if (PLACED.includes(moment.kind) && moment.institutionId) facts.heldAtId = moment.institutionId;
    if (moment.kind === "released") Object.assign(facts, { releasedText: moment.when, releaseKind: moment.releaseKind ?? "unknown", custodyTo: moment.at, heldAtId: null });
    else if (moment.kind === "died") facts.custodyTo = moment.at;
    else if (moment.at !== null) facts.custodyFrom = Math.min(facts.custodyFrom ?? moment.at, moment.at);
    if (facts.outstanding) Object.assign(facts, { releasedText: null, releaseKind: null, custodyTo: null });
  }
  return facts;
}

function after(kind: MomentKind): Pick<CustodyFacts, "state" | "outstanding"> | undefined {
  if (kind === "released") return { state: "released", outstanding: false };
  if (kind === "died") return { state: "died", outstanding: false };
  if (kind === "contact_lost") return { state: "whereabouts_unknown", outstanding: true };
  if (kind === "hospitalised") return { state: "in_hospital", outstanding: true };
  if (kind === "seized") return { state: "reported", outstanding: true };
  return INSIDE.includes(kind) ? { state: "in_custody", outstanding: true } : undefined;
}

type Ordered = Pick<MomentFact, "kind" | "when" | "createdAt">;

/** Moments in the order in which they happened as far as known, each with its first possible instant. */
export function momentsInOrder<M extends Ordered>(moments: readonly M[], zone: string): (M & { at: number | null })[] {
  const placed = moments.map((moment) => {
    const bounds = moment.when === null ? undefined : boundsOf(moment.when, zone);
    return { ...moment, at: bounds?.earliest ?? bounds?.latest ?? null };
  });
  const out = Math.min(...placed.flatMap(({ kind, at }) => (ENDS.includes(kind) && at !== null ? [at] : [])));
  const seized = Math.min(...placed.flatMap(({ kind, at }) => (kind === "seized" && at !== null ? [at] : [])));
  const begun = Number.isFinite(seized) ? seized : -Infinity;
  const key = ({ kind, at }: { kind: MomentKind; at: number | null }): number => at ?? (BEGINS.includes(kind) ? (kind === "seized" ? -Infinity : begun) : ENDS.includes(kind) ? Infinity : Math.min(out - 1, Number.MAX_VALUE));
  const rank = (kind: MomentKind): number => (kind === "seized" ? 0 : 1);
  return placed.sort((a, b) => compare(key(a), key(b)) || rank(a.kind) - rank(b.kind) || a.createdAt - b.createdAt);
}

// A difference would be NaN between two infinities.
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Where an outstanding case stands at `now`: the stored state, "due" from the earliest lawful reading on, "overdue" only after the latest (`dueSort`). */
export function custodyStatus(row: { state: CustodyState; outstanding: boolean; watchFrom: number | null; dueSort: number }, now: number): CustodyState | "due" | "overdue" {
  if (!row.outstanding) return row.state;
  if (row.dueSort <= now) return "overdue";
  return row.watchFrom !== null && row.watchFrom <= now ? "due" : row.state;
}
