import "server-only";
import type { PlannedCase } from "@/lib/exchange/case-plan";
import { remembering } from "@/lib/exchange/remembering";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { MomentKind } from "@/lib/model/vocabularies";
import type { CaseFacts } from "@/lib/release/estimate";
import { foldName } from "@/lib/names/fold";
import { realNow } from "./clock";
import { clocksOf } from "./clocks";
import { batchIds } from "./import-ids";
import { factsOf, firstEstimate, type LoadedFacts } from "./estimates";

/** Stand for the institutions of a row until these are on record. */
const [AGENCY, HELD, COURT] = ["\u0001agency", "\u0001held", "\u0001court"];
/** Stand for the ids of the one ruling and the one stated release that a row can have. */
const [ORDER, STATED] = ["\u0001order", "\u0001stated"];

export type Overrides = CaseFacts["overrides"];
export type Institutions = { agency: string | null; heldAt: string | null; court: string | null };
export type CaseDraft = ReturnType<typeof draftCase>;
/** What rows share: estimates by their facts, and the ids of their batch. */
export type Shared = { dialect: "sqlite" | "postgres"; estimates: Map<string, ReturnType<typeof firstEstimate>>; nextId: () => string };

export const sharedDrafts = (dialect: Shared["dialect"]): Shared => ({ dialect, estimates: new Map(), nextId: batchIds() });

/**
 * What a planned case comes to, worked out before anything is written: its moments, ruling and stated release with their ids, and its first
 * estimate, computed by the functions that read all this from storage else. Institutions come in by `withInstitutions`.
 */
export function draftCase(plan: PlannedCase, place: { zone: string; country: string }, overrides: Overrides, shared: Shared) {
  const at = realNow();
  const stamp = { createdAt: at, updatedAt: at };
  const { zone, country } = place;
  const moments = momentsOf(plan).map((moment) => ({ id: shared.nextId(), ...moment, ...boundsIn(moment.when, zone), note: "", ...stamp }));
  const order = plan.order && {
    ...{ id: shared.nextId(), kind: plan.order.kind, courtId: names(plan.order.court) ? COURT : null, judge: plan.order.judge, date: plan.order.date, earliest: boundsIn(plan.order.date, zone).earliest },
    ...{ articles: plan.order.articles, term: plan.order.term, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesToId: null, servedShare: null, zone, note: "", ...stamp },
  };
  const stated = plan.stated && { id: shared.nextId(), when: plan.stated.when, attributedTo: plan.stated.by, note: "", ...stamp };
  const told = { moments: stored(moments, shared.dialect), orders: order ? [{ order, ownTerm: null }] : [], stated: stated ? [stated] : [], adjustments: [] };
  const estimate = estimateOf(factsOf({ zone, detentionKind: plan.detentionKind }, told, country, overrides), shared, order?.id, stated?.id);
  return { zone, country, overrides, stamp, moments, order, stated, ...estimate };
}

/** The draft with the ids of its institutions in the place of what stood for them. */
export function withInstitutions({ moments, order, derived, ...draft }: CaseDraft, { agency, heldAt, court }: Institutions) {
  const ids = new Map<string | null, string | null>([[AGENCY, agency], [HELD, heldAt], [COURT, court]]);
  const named = (id: string | null): string | null => ids.get(id) ?? null;
  return {
    ...draft,
    moments: moments.map((moment) => ({ ...moment, institutionId: named(moment.institutionId) })),
    order: order && { ...order, courtId: named(order.courtId) },
    derived: { ...derived, heldAtId: named(derived.heldAtId), lastHeldAtId: named(derived.lastHeldAtId), courtId: named(derived.courtId) },
  };
}

/** Those who were taken together stand together; an estimate is some thirty kilobytes. */
const MOST_ESTIMATES = 500;

/** The estimate of a case, computed once for all rows whose facts differ in nothing but ids: a crowd is taken, sentenced and due together. */
function estimateOf(loaded: LoadedFacts, shared: Shared, orderId = "", statedId = "") {
  const { facts, custody, courts } = loaded;
  const { estimates } = shared;
  const bare: LoadedFacts = {
    custody,
    courts: new Map([...courts].map(([, courtId]) => [ORDER, courtId])),
    facts: { ...facts, orders: facts.orders.map((each) => ({ ...each, id: ORDER })), stated: facts.stated.map((each) => ({ ...each, id: STATED })) },
  };
  const key = JSON.stringify([bare.facts, custody, [...bare.courts]]);
  const known = estimates.get(key) ?? firstEstimate(bare);
  if (estimates.size >= MOST_ESTIMATES) estimates.clear();
  estimates.set(key, known);
  const named = (text: string) => text.replaceAll(JSON.stringify(ORDER), JSON.stringify(orderId)).replaceAll(JSON.stringify(STATED), JSON.stringify(statedId));
  const { estimate, derived, window } = known;
  const clocks = clocksOf({ id: "", teamId: "", outstanding: derived.outstanding }, estimate).map((clock) => ({ ...clock, orderId: clock.orderId === ORDER ? orderId : clock.orderId }));
  return { derived, window, clocks, answer: named(known.answer), frozen: named(known.frozen) };
}

type Moment = { kind: MomentKind; when: string | null; institutionId: string | null; releaseKind: string | null };

/** What a row tells of custody, as the quick form would record it: taken, held somewhere, let go. */
function momentsOf({ taken, released, releaseKind, agency, heldAt }: PlannedCase): Moment[] {
  return [
    { kind: "seized", when: taken, institutionId: names(agency) ? AGENCY : null, releaseKind: null },
    ...(names(heldAt) ? [{ kind: "admitted" as const, when: null, institutionId: HELD, releaseKind: null }] : []),
    ...(released !== null || releaseKind !== "unknown" ? [{ kind: "released" as const, when: released, institutionId: null, releaseKind }] : []),
  ];
}

const MOST_WORDS = 20_000;

/** Whether a word names anything: a dash does not. */
const names = remembering(MOST_WORDS, (word) => foldName(word) !== "");

const boundsIn = (when: string | null, zone: string): { earliest: number | null; latest: number | null } => (when === null ? { earliest: null, latest: null } : boundsOf(when, zone));

/** Moments in the order in which they would be read: one without a bound comes first in SQLite and last in PostgreSQL. */
function stored<M extends { id: string; earliest: number | null }>(moments: readonly M[], dialect: "sqlite" | "postgres"): M[] {
  const open = dialect === "sqlite" ? -Infinity : Infinity;
  const key = ({ earliest }: M) => earliest ?? open;
  return [...moments].sort((a, b) => (key(a) === key(b) ? (a.id < b.id ? -1 : 1) : key(a) < key(b) ? -1 : 1));
}
