import { termText } from "@/lib/model/ordered-term";
import { dateOf, dayEnd, dayStart, iso } from "./clock";
import { checkTerm } from "./facts";
import { ReleaseError } from "./codes";
import { daysOf, monthsOf, sumTerms } from "./conventions";
import { adjustmentsOf } from "./estimate-adjust";
import { checkFacts } from "./estimate-checks";
import { compareWithObserved, compareWithStated } from "./estimate-compare";
import { countBy, countQuietly, termAsDecided } from "./estimate-count";
import type { Basis } from "./estimate-count";
import type { CaseFacts, EstimateOrder, ReleaseEstimate } from "./estimate-facts";
import { estimateAppeals, estimateLimits } from "./estimate-limits";
import { after, combineOrders } from "./estimate-orders";
import type { Combined, OrderedTerm, Sentence } from "./estimate-orders";
import { overDetention } from "./estimate-over";
import { hypothesesOf, readingsOf } from "./estimate-readings";
import { estimateStart, known } from "./estimate-start";
import type { EstimateStart } from "./estimate-start";
import { lawKind, variantsOf } from "./estimate-variants";
import type { Variant, Variants } from "./estimate-variants";
import type { Warnings } from "./facts";
import { provenance } from "./provenance";
import { withOverrides } from "./rules/override";
import { inForce } from "./rules/rule";
import type { RuleSet } from "./rules/rule";
import { ruleSetOf } from "./rules/registry";
import { boundsOfSpan, endsBefore, minute } from "./spans";
import type { Bounds } from "./spans";
import { Trace } from "./trace";
import type { Span, StartInput, Term } from "./types";
import { assertZoneData } from "./zone-check";

export type { CaseFacts, EstimateOrder, ReleaseEstimate } from "./estimate-facts";

type Headline = Pick<ReleaseEstimate, "basis" | "convention" | "countingConfirmed" | "countingRule" | "readings"> & { span: Span | null; lawful: Bounds | null; fresh: Bounds | null; trace: Trace };

/**
 * The expected release of a case. Order of precedence: computed from the orders put together; else what sources state; else nothing. For a
 * minute-exact beginning the country's default convention is the headline; otherwise, while the counting rule is not confirmed, the window
 * over its readings. Throws only `ZONE_DATA_STALE` and `TZ_INVALID`.
 */
export function estimateRelease(facts: CaseFacts, zoneData: string): ReleaseEstimate {
  assertZoneData();
  const warnings: Warnings = new Set();
  const { zone } = facts;
  const rules = withOverrides(ruleSetOf(facts.jurisdiction), facts.overrides);
  const combined = combineOrders(facts.orders, zone);
  const [base] = combined.sentences;
  checkFacts(facts, combined, warnings);
  const { begin, headline } = countedFrom(facts, rules, combined, estimateStart(facts, base?.order ?? null, warnings), warnings);
  const { span, lawful } = headline;
  const bounds = span && boundsOfSpan(span, zone);
  const edge = lawful ?? bounds;
  const stated = compareWithStated(facts, headline.basis === "computed" ? span : null, warnings);
  const term = shownTerm(combined);
  const plain = combined.sentences.length === 1 && combined.decisions.length === 0 && facts.adjustments.length === 0 && servedWhole(facts, rules, base);
  const guessed = plain || combined.sentences.length === 0 ? hypothesesOf(facts, term === "LIFE" ? null : term, begin?.span ?? null, begin?.recorded === true && "at" in begin.span, headline.readings, warnings) : [];
  return {
    basis: headline.basis,
    earliest: bounds?.lo == null ? null : iso(bounds.lo, zone),
    latest: upper(bounds, zone),
    watchFrom: edge?.lo == null ? null : iso(edge.lo, zone),
    overdueFrom: upper(edge, zone),
    kind: kindOf(span, zone),
    convention: headline.convention,
    countingConfirmed: headline.countingConfirmed,
    readings: headline.readings,
    startUsed: begin && { ...begin.used, written: begin.written, credited: begin.credited },
    countingRule: headline.countingRule,
    stated,
    observed: compareWithObserved(facts, edge, warnings),
    limits: estimateLimits(facts, rules, warnings),
    appeals: estimateAppeals(facts, rules, warnings),
    hypotheses: term === "LIFE" ? [] : guessed,
    over: headline.basis === "computed" ? overDetention(facts, combined, edge, headline.fresh, warnings) : null,
    governingOrder: combined.sentences.at(-1)?.order.id ?? null,
    term: term === null ? null : term === "LIFE" ? term : termText(term),
    warnings: [...warnings],
    trace: headline.trace.list,
    provenance: provenance(zoneData, rules, facts.overrides),
  };
}

/** A term that would have run out before it was ordered was not counted from that beginning: other custody may lie between, so the ruling counts. */
function countedFrom(facts: CaseFacts, rules: RuleSet, combined: Combined, begin: EstimateStart | null, warnings: Warnings): { begin: EstimateStart | null; headline: Headline } {
  const headline = computed(facts, rules, combined, begin, warnings) ?? fromSources(facts, warnings);
  const [base] = combined.sentences;
  const [ruling] = known("ruling", base?.order.date ?? null, facts.zone, warnings);
  const settled = !base || !begin || begin.written || begin.credited || combined.decisions.length > 0;
  if (settled || !ruling || !headline.lawful || !endsBefore(headline.lawful, boundsOfSpan(ruling.span, facts.zone))) return { begin, headline };
  warnings.add("ENDS_BEFORE_RULING");
  const later = estimateStart(facts, { ...base.order, countFrom: "ruling" }, warnings);
  const from = later && { ...later, recorded: true, written: false };
  return { begin: from, headline: computed(facts, rules, combined, from, warnings) ?? headline };
}

/** Whether release comes at the very end of the term, so that a release says something of the term. */
function servedWhole(facts: CaseFacts, rules: RuleSet, base: Sentence | undefined): boolean {
  if (!base) return true;
  const [kind, date] = [lawKind(base.order, facts.detentionKind), dateIn(base.order)];
  return base.order.servedShare === null && inForce(rules.servedShares, kind, date).length + inForce(rules.releaseDays, kind, date).length === 0;
}

/** The exclusive end; an exact instant is known to the minute, so what comes after it begins a minute later. */
const upper = (bounds: Bounds | null, zone: string): string | null => (bounds?.hi == null ? null : iso(bounds.closed ? bounds.hi + minute : bounds.hi, zone));

/** From the earliest to the latest of several spans. */
function around(spans: readonly Span[], zone: string): Bounds {
  const all = spans.map((span) => boundsOfSpan(span, zone));
  const latest = all.reduce((top, each) => (top.hi !== null && (each.hi === null || each.hi > top.hi) ? each : top));
  const los = all.map(({ lo }) => lo);
  return { lo: los.includes(null) ? null : Math.min(...(los as number[])), hi: latest.hi, closed: latest.closed, point: all.length === 1 && latest.point };
}

/** The term that lists show: of several served one after the other the sum, otherwise that of the last. */
function shownTerm(combined: Combined): OrderedTerm {
  const { sentences } = after(combined, combined.decisions.length);
  const terms = sentences.map(({ term }) => term);
  if (terms.includes("LIFE")) return "LIFE";
  const served = sentences.slice(1).every(({ link }) => link?.relation === "consecutive") ? terms : terms.slice(-1);
  return served.length === 0 || served.includes(null) ? null : sumTerms(served as Term[]);
}

function kindOf(span: Span | null, zone: string): ReleaseEstimate["kind"] {
  if (!span) return "unknown";
  if ("at" in span) return "instant";
  const { lo, hi, closed } = boundsOfSpan(span, zone);
  if (lo === null && hi === null) return "unknown";
  if (lo === null || hi === null || closed) return "window";
  // Not by a date as text: a window about the first year that can be recorded begins in the year before it.
  const day = dateOf(lo, zone);
  return dayStart(day, zone) === lo && dayEnd(day, zone) === hi ? "day" : "window";
}

/** Null when no term is known, so that only what sources state is left. */
function computed(facts: CaseFacts, rules: RuleSet, combined: Combined, begin: EstimateStart | null, warnings: Warnings): Headline | null {
  const terms = combined.sentences.map(({ term }) => term);
  if (terms.length === 0 || terms.includes(null)) warnings.add("TERM_UNKNOWN");
  if (terms.includes("LIFE")) warnings.add("INDETERMINATE");
  if (!begin && terms.length > 0) warnings.add("START_UNKNOWN");
  for (const { order } of combined.decisions) if (known("decision", order.date, facts.zone, warnings).length === 0) warnings.add("DECISION_DATE_UNKNOWN");
  const whole = begin && terms.length > 0 && !terms.includes(null) && !terms.includes("LIFE");
  const counted = whole ? count(facts, rules, combined, begin, warnings) : null;
  return counted ?? endedByOrder(facts, combined, warnings);
}

/** Where nothing can be counted, an order that ended custody still says when the person must be free. */
function endedByOrder(facts: CaseFacts, combined: Combined, warnings: Warnings): Headline | null {
  if (!after(combined, combined.decisions.length).over) return null;
  const when = combined.decisions.at(-1)?.order.date ?? null;
  if (when === null || known("ended", when, facts.zone, warnings).length === 0) return null;
  warnings.add("SENTENCE_ENDED_BY_ORDER");
  const trace = new Trace();
  const span = trace.apply("order.endsCustody", { tz: facts.zone, when }).end;
  return { basis: "computed", convention: null, countingConfirmed: true, countingRule: null, readings: [], span, lawful: span && boundsOfSpan(span, facts.zone), fresh: null, trace };
}

function count(facts: CaseFacts, rules: RuleSet, combined: Combined, begin: EstimateStart, warnings: Warnings): Headline | null {
  const { zone } = facts;
  const [base] = combined.sentences;
  if (!base) return null;
  if (!begin.recorded && !begin.written) warnings.add("START_NOT_RECORDED");
  try {
    combined.sentences.forEach(({ term }) => checkTerm(term as Term));
    combined.decisions.forEach(({ term }) => (term === "ENDED" || term === "LIFE" || term === null ? null : checkTerm(term)));
    const adjusted = adjustmentsOf(facts, rules, lawKind(base.order, facts.detentionKind), dateIn(base.order), begin.span, warnings);
    if (!adjusted) return null;
    const readable = withReadableDates(combined, zone);
    const variants = variantsOf(facts, rules, readable, adjusted, begin.span, warnings);
    const basis: Basis = { zone, begin, combined: readable, adjusted, starts: ownStarts(combined.sentences, zone), warnings, counted: new Map() };
    return readAll(facts, rules, variants, basis, warnings);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    warnings.add(error.code);
    return null;
  }
}

const dateIn = (order: EstimateOrder): string | null => /\d{4}-\d\d-\d\d/.exec(order.date ?? "")?.[0] ?? null;

/** A decision whose date cannot be read can have been taken at any time. */
function withReadableDates(combined: Combined, zone: string): Combined {
  const readable = (order: EstimateOrder): EstimateOrder => (known("decision", order.date, zone, new Set()).length > 0 ? order : { ...order, date: null });
  return { ...combined, decisions: combined.decisions.map((decision) => ({ ...decision, order: readable(decision.order) })) };
}

/** An order that is served beside another begins with its own ruling, or where it says so. */
function ownStarts(sentences: readonly Sentence[], zone: string): Map<string, StartInput> {
  return new Map(
    sentences.flatMap(({ order }): [string, StartInput][] => {
      const when = order.countFrom === "written" ? order.countFromWhen : order.date;
      return when !== null && known("ruling", when, zone, new Set()).length > 0 ? [[order.id, { precision: "edtf", edtf: when }]] : [];
    }),
  );
}

function readAll(facts: CaseFacts, rules: RuleSet, variants: Variants, basis: Basis, warnings: Warnings): Headline | null {
  const { zone } = facts;
  const { begin, combined } = basis;
  const trace = new Trace(variants.cited);
  const [only, ...more] = variants.headline;
  if (!only) return null;
  if (!("at" in begin.span)) warnings.add("START_UNCERTAIN");
  if ("candidates" in begin.span) warnings.add("AMBIGUOUS_LOCAL_TIME");
  for (const sentence of combined.sentences) warnMaximum(facts, rules, sentence, warnings);
  const single = more.length === 0;
  let span: Span | null;
  const counted = (variant: Variant): Span | null => {
    const end = countBy(variant, basis, trace);
    basis.counted.set(variant.key, end);
    return end;
  };
  if (single) span = counted(only);
  else {
    const ends = variants.headline.map((variant, i) => [nameOf(variant, i), counted(variant)] as const);
    if (ends.some(([, end]) => end === null)) return null;
    span = trace.apply("window.over", { tz: zone, ends: Object.fromEntries(ends) as Record<string, Span> }).end;
  }
  if (span === null) return null;
  if (after(combined, combined.decisions.length).over) warnings.add("SENTENCE_ENDED_BY_ORDER");
  const decided = variants.lawful.flatMap((variant) => termAsDecided(variant, basis) ?? []);
  const others = variants.lawful.flatMap((variant) => countQuietly(variant, basis) ?? []);
  // Where a later decision alone says when, it does not matter how the term is counted.
  const byDecision = isDecision(combined, [span, ...others], zone);
  const confirmed = variants.confirmed || byDecision;
  if (!confirmed) warnings.add("COUNTING_NOT_CONFIRMED");
  return {
    basis: "computed",
    convention: byDecision ? null : single ? only.convention : "WINDOW",
    countingConfirmed: confirmed,
    countingRule: byDecision ? null : variants.rule && { id: variants.rule.id, confidence: variants.rule.confidence, ...(variants.rule.overridden ? { overridden: variants.rule.overridden } : {}) },
    readings: readingsOf(facts, variants, basis, warnings),
    span,
    lawful: around([span, ...others], zone),
    fresh: decided.length === 0 ? null : around(decided, zone),
    trace,
  };
}

/** Whether every reading comes to the very moment at which the last decision was taken. */
function isDecision({ decisions }: Combined, spans: readonly Span[], zone: string): boolean {
  const [taken] = known("decision", decisions.at(-1)?.order.date ?? null, zone, new Set());
  if (!taken) return false;
  const { lo, hi } = boundsOfSpan(taken.span, zone);
  return spans.every((span) => {
    const bounds = boundsOfSpan(span, zone);
    return bounds.lo === lo && bounds.hi === hi;
  });
}

const nameOf = ({ convention, chain, links }: Variant, i: number): string => `${i + 1} ${convention} ${chain} ${links}`;

function warnMaximum(facts: CaseFacts, rules: RuleSet, { order, term }: Sentence, warnings: Warnings): void {
  if (term === null || term === "LIFE") return;
  const days = (length: Term): number => monthsOf(length) * 28 + daysOf(length);
  if (inForce(rules.maxTerms, lawKind(order, facts.detentionKind), dateIn(order)).some(({ value }) => days(term) > days(value.exceptional ?? value.term))) warnings.add("EXCEEDS_STATUTORY_MAX");
}

function fromSources(facts: CaseFacts, warnings: Warnings): Headline {
  const readable = facts.stated.filter(({ id, when }) => known(id, when, facts.zone, warnings).length > 0);
  const trace = new Trace();
  const nothing = { convention: null, countingConfirmed: false, countingRule: null, readings: [], trace };
  if (readable.length === 0) return { ...nothing, basis: "none", span: null, lawful: null, fresh: null };
  const stated = Object.fromEntries(readable.map(({ id, when }) => [id, when]));
  const span = trace.apply("stated.kept", { tz: facts.zone, stated }).end;
  if (readable.length > 1 && new Set(readable.map(({ when }) => when)).size > 1) warnings.add("CONFLICTING_SOURCES");
  return { ...nothing, basis: "stated", span, lawful: span && boundsOfSpan(span, facts.zone), fresh: null };
}
