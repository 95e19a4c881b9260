import { termText } from "@/lib/model/ordered-term";
import { boundsOf } from "@/lib/model/uncertain-date";
import { iso } from "./clock";
import { checkTerm } from "./facts";
import { ReleaseError } from "./codes";
import { compute } from "./compute";
import { isHoursOnly, monthsOf, daysOf } from "./conventions";
import { compareWithObserved, compareWithStated } from "./estimate-compare";
import type { CaseFacts, Reading, ReleaseEstimate } from "./estimate-facts";
import { estimateLimits } from "./estimate-limits";
import { governingOrder } from "./estimate-orders";
import type { Governing } from "./estimate-orders";
import { estimateStart, known } from "./estimate-start";
import type { EstimateStart } from "./estimate-start";
import type { Warnings } from "./facts";
import { provenance } from "./provenance";
import { inForce } from "./rules/rule";
import type { Counting, RuleEntry } from "./rules/rule";
import { ruleSetOf } from "./rules/registry";
import { boundsOfSpan, hullOf, minute } from "./spans";
import { Trace } from "./trace";
import type { Convention, Span, Term } from "./types";
import { assertZoneData } from "./zone-check";

export type { CaseFacts, EstimateOrder, ReleaseEstimate } from "./estimate-facts";

type Headline = Pick<ReleaseEstimate, "basis" | "convention" | "countingConfirmed" | "countingRule" | "readings"> & { span: Span | null; trace: Trace };

/**
 * The expected release of a case. Order of precedence: computed from the governing order; else what sources state; else
 * nothing. For a minute-exact beginning the country's default convention is the headline; otherwise, while the counting
 * rule is not confirmed, the window over its readings. Throws only `ZONE_DATA_STALE` and `TZ_INVALID`.
 */
export function estimateRelease(facts: CaseFacts, zoneData: string): ReleaseEstimate {
  assertZoneData();
  const warnings: Warnings = new Set();
  const { zone } = facts;
  const rules = ruleSetOf(facts.jurisdiction);
  const governing = governingOrder(facts.orders, zone);
  const begin = estimateStart(facts, governing?.order ?? null, warnings);
  const headline = computed(facts, governing, begin, warnings) ?? fromSources(facts, warnings);
  const { span } = headline;
  const bounds = span && boundsOfSpan(span, zone);
  const latest = bounds?.hi == null ? null : bounds.closed ? bounds.hi + minute : bounds.hi;
  const stated = compareWithStated(facts, headline.basis === "computed" ? span : null, warnings);
  return {
    basis: headline.basis,
    earliest: bounds?.lo == null ? null : iso(bounds.lo, zone),
    latest: latest === null ? null : iso(latest, zone),
    kind: kindOf(span, zone),
    convention: headline.convention,
    countingConfirmed: headline.countingConfirmed,
    readings: headline.readings,
    startUsed: begin && { ...begin.used, written: begin.written },
    countingRule: headline.countingRule,
    stated,
    observed: compareWithObserved(facts, span, warnings),
    limits: estimateLimits(facts, begin),
    appeals: [],
    hypotheses: [],
    over: null,
    governingOrder: governing?.order.id ?? null,
    term: governing?.term == null ? null : governing.term === "LIFE" ? "LIFE" : termText(governing.term),
    warnings: [...warnings],
    trace: headline.trace.list,
    provenance: provenance(zoneData, rules),
  };
}

function kindOf(span: Span | null, zone: string): ReleaseEstimate["kind"] {
  if (!span) return "unknown";
  if ("at" in span) return "instant";
  const { lo, hi, closed } = boundsOfSpan(span, zone);
  if (lo === null && hi === null) return "unknown";
  if (lo === null || hi === null || closed) return "window";
  const day = boundsOf(iso(lo, zone).slice(0, 10), zone);
  return day.earliest === lo && day.latest === hi ? "day" : "window";
}

function countingRule(facts: CaseFacts, governing: Governing): RuleEntry<Counting> | null {
  const { order } = governing;
  const kinds: Record<string, string> = { sentence: facts.detentionKind, remand: "remand", extension: facts.detentionKind };
  const kind = kinds[order.kind] ?? order.kind;
  const [first] = inForce(ruleSetOf(facts.jurisdiction).counting, kind, order.date?.match(/\d{4}-\d\d-\d\d/)?.[0] ?? null);
  return first ?? null;
}

/** Null when no term is known, so that only what sources state is left. */
function computed(facts: CaseFacts, governing: Governing | null, begin: EstimateStart | null, warnings: Warnings): Headline | null {
  const { zone } = facts;
  if (!governing) {
    warnings.add("TERM_UNKNOWN");
    return null;
  }
  const { term, endedBy } = governing;
  if (endedBy && known("ended", endedBy.when, zone, warnings).length > 0) {
    warnings.add("SENTENCE_ENDED_BY_ORDER");
    const trace = new Trace();
    const span = trace.apply("order.endsCustody", { tz: zone, when: endedBy.when }).end;
    return { basis: "computed", convention: null, countingConfirmed: true, countingRule: null, readings: [], span, trace };
  }
  if (term === null || term === "LIFE") {
    warnings.add(term === null ? "TERM_UNKNOWN" : "INDETERMINATE");
    return null;
  }
  if (!begin) {
    warnings.add("START_UNKNOWN");
    return null;
  }
  if (!begin.recorded && !begin.written) warnings.add("START_NOT_RECORDED");
  try {
    return count(facts, governing, checkTerm(term), begin, warnings);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    warnings.add(error.code);
    return null;
  }
}

function count(facts: CaseFacts, governing: Governing, term: Term, begin: EstimateStart, warnings: Warnings): Headline {
  const { zone } = facts;
  const rule = countingRule(facts, governing);
  const hours = isHoursOnly(term);
  const exact = "at" in begin.span;
  const readings: readonly Convention[] = hours ? ["ELAPSED_24H"] : (rule?.value.readings ?? []);
  const single = hours ? "ELAPSED_24H" : exact ? (rule?.value.exact ?? null) : null;
  const confirmed = hours || rule?.confidence === "confirmed";
  if (!confirmed) warnings.add("COUNTING_NOT_CONFIRMED");
  if (!exact) warnings.add("START_UNCERTAIN");
  if ("candidates" in begin.span) warnings.add("AMBIGUOUS_LOCAL_TIME");
  warnMaximum(facts, governing, term, warnings);
  const counted = { basis: "computed" as const, countingConfirmed: confirmed, countingRule: rule && { id: rule.id, confidence: rule.confidence } };
  const trace = new Trace(rule ? { "term.add": rule.citation } : {});
  const spanBy = (convention: Convention, into: Trace): Span => {
    into.reset();
    const orders = governing.parts.map((part) => ({ id: part.id, term: part.term, start: null }));
    const { state } = compute({ tz: zone, moments: begin.moments, orders, chain: "AGGREGATE", convention }, into);
    if (!state.end) throw new ReleaseError("START_UNKNOWN");
    return state.end;
  };
  const shown = readings.flatMap((convention) => readingOf(convention, spanBy(convention, new Trace()), zone));
  if (single) {
    return { ...counted, convention: single, readings: shown, span: spanBy(single, trace), trace };
  }
  const ends = Object.fromEntries((rule?.value.window ?? readings).map((convention) => [convention, spanBy(convention, trace)]));
  const span = trace.apply("window.over", { tz: zone, ends }).end ?? hullOf(Object.values(ends), zone);
  return { ...counted, convention: "WINDOW", readings: shown, span, trace };
}

/** A reading with an open side is left out of the list: its bounds could not be written. */
function readingOf(convention: Convention, span: Span, zone: string): Reading[] {
  const { lo, hi, closed } = boundsOfSpan(span, zone);
  if (lo === null || hi === null) return [];
  return [
    {
      convention,
      earliest: iso(lo, zone),
      latest: iso(closed ? hi + minute : hi, zone),
      ...("lastDay" in span ? { lastDay: span.lastDay } : {}),
      ...("at" in span ? { at: span.at } : {}),
      fitsStated: null,
      statedMinusDays: null,
      fitsObserved: null,
    },
  ];
}

function warnMaximum(facts: CaseFacts, governing: Governing, term: Term, warnings: Warnings): void {
  const limits = inForce(ruleSetOf(facts.jurisdiction).maxTerms, governing.order.kind, null);
  const days = (length: Term): number => monthsOf(length) * 28 + daysOf(length);
  if (limits.some(({ value }) => days(term) > days(value.exceptional ?? value.term))) warnings.add("EXCEEDS_STATUTORY_MAX");
}

function fromSources(facts: CaseFacts, warnings: Warnings): Headline {
  const readable = facts.stated.filter(({ id, when }) => known(id, when, facts.zone, warnings).length > 0);
  const trace = new Trace();
  const nothing = { convention: null, countingConfirmed: false, countingRule: null, readings: [], trace };
  if (readable.length === 0) return { ...nothing, basis: "none", span: null };
  const stated = Object.fromEntries(readable.map(({ id, when }) => [id, when]));
  const span = trace.apply("stated.kept", { tz: facts.zone, stated }).end;
  if (readable.length > 1 && new Set(readable.map(({ when }) => when)).size > 1) warnings.add("CONFLICTING_SOURCES");
  return { ...nothing, basis: "stated", span };
}
