import "server-only";
import { findEstimate, listEstimates, type EstimateRow, type OverrideRow } from "@/db/queries/estimates";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import { diffFacts, diffResult, diffVersions, orderNames, type FactChange, type FieldChange, type ResultChange, type ResultWindow, type Versions } from "@/lib/model/estimate-diff";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { requireCase } from "./case-access";
import { findHome } from "./organisation";

/** More estimates than anybody reads; a case has a handful. */
const MOST = 200;

export type SetByHand = { id: string; when: string; reason: string; author: string };
/** What one estimate became against the one before it. */
export type EstimateChange = {
  facts: FactChange[];
  result: ResultChange | null;
  versions: FieldChange[];
  override: { before: SetByHand | null; after: SetByHand | null } | null;
  /** The rulings that the changes refer to, by id. */
  orders: ReadonlyMap<string, { kind: string; date: string | null }>;
};
export type EstimateEntry = {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  cause: string;
  /** What was shown as the expected release: what was set by hand where that stood, else the answer. */
  result: ResultWindow;
  kind: string;
  countingConfirmed: boolean;
  versions: Versions;
  override: SetByHand | null;
  /** Null for the first one. */
  change: EstimateChange | null;
};

type Loaded = { estimate: EstimateRow; override: OverrideRow | null; author: string | null };

/** Every estimate of a case, newest first, each with what changed since the one before. */
export async function getEstimateHistory(actor: Actor, caseId: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", caseId);
  const loaded = await listEstimates(read, caseId, MOST + 1);
  const entries = loaded.map((each, i) => entryOf(each, loaded[i + 1], row.zone));
  return { reference: row.reference, zone: row.zone, homeZone: (await findHome())?.place.zone ?? row.zone, entries: entries.slice(0, MOST), more: loaded.length > MOST };
}

/** One estimate as it was made, with the whole stored answer and so with its reasons. */
export async function getEstimateSnapshot(actor: Actor, caseId: string, estimateId: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", caseId);
  const found = await findEstimate(read, caseId, estimateId);
  if (!found) throw new AppError("not_found");
  const home = (await findHome())?.place.zone ?? row.zone;
  return { reference: row.reference, zone: row.zone, homeZone: home, entry: entryOf(found, undefined, row.zone), answer: answerOf(found.estimate), latest: row.estimateId === estimateId };
}

/** Answers of an earlier version lack what it did not know; their readers get it empty. */
function answerOf({ answer }: EstimateRow): ReleaseEstimate {
  const told = JSON.parse(answer) as Partial<ReleaseEstimate>;
  return { limits: [], appeals: [], hypotheses: [], readings: [], stated: [], warnings: [], trace: [], over: null, ...told } as ReleaseEstimate;
}

function entryOf(loaded: Loaded, before: Loaded | undefined, zone: string): EstimateEntry {
  const { estimate } = loaded;
  const answer = answerOf(estimate);
  const override = setByHand(loaded);
  return {
    id: estimate.id,
    at: estimate.at,
    cause: estimate.cause,
    result: resultOf(answer, override, zone),
    kind: answer.kind,
    countingConfirmed: answer.countingConfirmed,
    versions: versionsOf(answer),
    override,
    change: before ? changeOf(before, loaded, zone) : null,
  };
}

function changeOf(before: Loaded, after: Loaded, zone: string): EstimateChange {
  const [was, is] = [answerOf(before.estimate), answerOf(after.estimate)];
  const hand = { before: setByHand(before), after: setByHand(after) };
  return {
    facts: diffFacts(before.estimate.facts, after.estimate.facts),
    result: diffResult(resultOf(was, hand.before, zone), resultOf(is, hand.after, zone)),
    versions: diffVersions(versionsOf(was), versionsOf(is)),
    override: hand.before?.id === hand.after?.id ? null : hand,
    orders: new Map([...orderNames(before.estimate.facts), ...orderNames(after.estimate.facts)]),
  };
}

const setByHand = ({ override, author }: Loaded): SetByHand | null => override && { id: override.id, when: override.when, reason: override.reason, author: author ?? "" };

const millis = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

function resultOf({ basis, earliest, latest }: ReleaseEstimate, override: SetByHand | null, zone: string): ResultWindow {
  return override ? { basis: "override", ...boundsOf(override.when, zone) } : { basis, earliest: millis(earliest), latest: millis(latest) };
}

const versionsOf = ({ provenance: { engine, ruleSet, ruleSetVersion, zoneData } }: ReleaseEstimate): Versions => ({ engine, rules: `${ruleSet} ${ruleSetVersion}`, zoneData });
