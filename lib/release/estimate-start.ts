import { isCredit } from "@/lib/model/credit";
import { ReleaseError } from "./codes";
import type { CaseFacts, EstimateOrder } from "./estimate-facts";
import type { Warnings } from "./facts";
import { boundsOfSpan } from "./spans";
import { earliestDeprivation, readEdtf } from "./start";
import type { Span, StartInput } from "./types";

export type EstimateStart = {
  /** The kind of the moment counted from, and its text as recorded. */
  used: { kind: string; when: string };
  /** The moments that bound the beginning, for the trace. */
  moments: Record<string, StartInput>;
  span: Span;
  /** False when only the ruling is known, so that the deprivation of liberty itself is not recorded. */
  recorded: boolean;
  /** True when the ruling itself says what the term is counted from. */
  written: boolean;
  /** True when the term is counted from the ruling because custody before it is credited on its own. */
  credited: boolean;
};

type Known = { kind: string; when: string; span: Span };

const deprivation = ["seized", "delivered", "sobered", "protocol"];
const inside = ["admitted", "transferred", "hospitalised"];

/** A recorded value as a span; one that cannot be read is left out with a warning, never guessed at. */
export function known(kind: string, when: string | null, zone: string, warnings: Warnings): Known[] {
  if (when === null) return [];
  try {
    return [{ kind, when, span: readEdtf(when, zone) }];
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    warnings.add("FACT_UNREADABLE");
    return [];
  }
}

/**
 * The beginning of custody. What the ruling says the term is counted from wins; for a sentence whose earlier custody is credited, the ruling; else the earliest recorded deprivation
 * of liberty; else the earlier of the ruling and the first sign of being inside. Later moments bound a vague one from
 * above. Null when nothing is recorded.
 */
export function estimateStart(facts: CaseFacts, order: EstimateOrder | null, warnings: Warnings): EstimateStart | null {
  const { zone } = facts;
  const credited = order?.kind === "sentence" && order.countFrom === "not_stated" && facts.adjustments.some(({ kind }) => isCredit(kind));
  const read = (kinds: readonly string[]): Known[] =>
    facts.moments.filter(({ kind }) => kinds.includes(kind)).flatMap(({ kind, when }) => known(kind, when, zone, warnings));
  const rulings = [...read(["ruling"]), ...known("ruling", order?.date ?? null, zone, warnings)];
  const written = order ? writtenStart(credited ? { ...order, countFrom: "ruling" } : order, rulings, read, zone, warnings) : null;
  if (written) return credited ? { ...written, recorded: true, written: false, credited } : written;
  const [held, present] = [heldOf(facts, warnings), read(inside)];
  const first = earliestDeprivation(held, zone);
  if (first) return chosen([...held, ...notEarlier([...rulings, ...present], first.start, zone)], zone, true);
  return chosen([...rulings, ...present], zone, false);
}

const heldOf = ({ moments, zone }: CaseFacts, warnings: Warnings): Known[] =>
  moments.filter(({ kind }) => deprivation.includes(kind)).flatMap(({ kind, when }) => known(kind, when, zone, warnings));

/** When liberty was taken, by the moments that prove it; null where only a ruling or a later sign of custody is recorded. */
export const deprivationOf = (facts: CaseFacts): Span | null => earliestDeprivation(heldOf(facts, new Set()), facts.zone)?.start ?? null;

function writtenStart(
  order: EstimateOrder,
  rulings: readonly Known[],
  read: (kinds: readonly string[]) => Known[],
  zone: string,
  warnings: Warnings,
): EstimateStart | null {
  if (order.countFrom === "not_stated") return null;
  const stated = known(order.countFrom, order.countFromWhen, zone, warnings);
  const recorded = order.countFrom === "ruling" ? [...known("ruling", order.date, zone, warnings), ...rulings] : read([order.countFrom]);
  const [moment] = [...stated, ...recorded];
  if (!moment) return null;
  return { ...start(moment, [moment], moment.span), recorded: order.countFrom !== "ruling", written: true, credited: false };
}

/** Moments that begin no earlier than the beginning, and so can bound it from above. */
function notEarlier(moments: readonly Known[], begin: Span, zone: string): Known[] {
  const { lo } = boundsOfSpan(begin, zone);
  return moments.filter(({ span }) => lo === null || (boundsOfSpan(span, zone).lo ?? -Infinity) >= lo);
}

function chosen(moments: readonly Known[], zone: string, recorded: boolean): EstimateStart | null {
  const result = earliestDeprivation(moments, zone);
  const moment = moments.find(({ kind, span }) => result && kind === result.startUsed && sameLower(span, result.start, zone));
  if (!result || !moment) return null;
  return { ...start(moment, moments, result.start), recorded: recorded || moment.kind !== "ruling", written: false, credited: false };
}

const sameLower = (a: Span, b: Span, zone: string): boolean => boundsOfSpan(a, zone).lo === boundsOfSpan(b, zone).lo;

function start(moment: Known, moments: readonly Known[], span: Span): Pick<EstimateStart, "used" | "moments" | "span"> {
  const named = moments.map(({ kind, when }, i): [string, StartInput] => [
    moments.findIndex((other) => other.kind === kind) === i ? kind : `${kind} ${i + 1}`,
    { precision: "edtf", edtf: when },
  ]);
  return { used: { kind: moment.kind, when: moment.when }, moments: Object.fromEntries(named), span };
}
