import { iso } from "./clock";
import { fitOf } from "./estimate-compare";
import type { Fit } from "./estimate-compare";
import { countQuietly, quietly } from "./estimate-count";
import type { Basis } from "./estimate-count";
import type { CaseFacts, Hypothesis, Reading } from "./estimate-facts";
import { known } from "./estimate-start";
import type { Variant, Variants } from "./estimate-variants";
import type { Warnings } from "./facts";
import { impliedDays, impliedStart } from "./inverse";
import { boundsOfSpan, hullOf, minute } from "./spans";
import type { Bounds } from "./spans";
import type { Convention, Span, Term } from "./types";

/** Readings that differ in nothing but the ratio of a credit are one: from the least to the most. */
function grouped(variants: readonly Variant[]): Map<string, Variant[]> {
  const groups = new Map<string, Variant[]>();
  for (const variant of variants) {
    const key = `${variant.convention}/${variant.chain}/${variant.links}`;
    groups.set(key, [...(groups.get(key) ?? []), variant]);
  }
  return groups;
}

/** Every convention side by side, each compared with what sources state and with what was observed. */
export function readingsOf(facts: CaseFacts, variants: Variants, basis: Basis, warnings: Warnings): Reading[] {
  const { zone } = facts;
  const chains = new Set(variants.shown.map(({ chain }) => chain)).size > 1;
  const links = new Set(variants.shown.map((variant) => variant.links)).size > 1;
  const allowed: readonly Convention[] = variants.rule?.value.readings ?? ["ELAPSED_24H"];
  const stated = facts.stated.flatMap(({ id, when }) => known(id, when, zone, warnings)).map(({ span }) => boundsOfSpan(span, zone));
  const [observed] = known("released", facts.observed, zone, warnings).map(({ span }) => boundsOfSpan(span, zone));
  return [...grouped(variants.shown).values()].flatMap((group): Reading[] => {
    const [first] = group;
    const spans = group.map((variant) => countQuietly(variant, basis));
    if (!first || spans.some((span) => span === null)) return [];
    const [only, ...more] = spans as Span[];
    const span = only && more.length === 0 ? only : hullOf(spans as Span[], zone);
    const due = boundsOfSpan(span, zone);
    const { lo, hi, closed } = due;
    // A reading with an open side is left out: its bounds could not be written.
    if (lo === null || hi === null) return [];
    return [
      {
        convention: first.convention,
        byRule: allowed.includes(first.convention),
        ...(chains ? { chain: first.chain } : {}),
        ...(links ? { links: first.links } : {}),
        earliest: iso(lo, zone),
        latest: iso(closed ? hi + minute : hi, zone),
        ...("lastDay" in span ? { lastDay: span.lastDay } : {}),
        ...("at" in span ? { at: span.at } : {}),
        ...fits(span, due, stated, observed, zone),
      },
    ];
  });
}

/** Of several stated releases the one that fits worst. */
function fits(span: Span, due: Bounds, stated: readonly Bounds[], observed: Bounds | undefined, zone: string): Pick<Reading, "fitsStated" | "statedMinusDays" | "statedGap" | "fitsObserved" | "observedMinusDays" | "observedGap"> {
  const worse = (top: Fit, next: Fit): Fit => (Math.abs(next.days) > Math.abs(top.days) || (top.fits && !next.fits) ? next : top);
  const [said, ...others] = stated.map((each) => fitOf(each, span, due, zone));
  const widest = said && others.reduce(worse, said);
  const seen = observed && fitOf(observed, span, due, zone);
  const open = observed !== undefined && (observed.lo === null || observed.hi === null);
  return {
    fitsStated: widest?.fits ?? null,
    statedMinusDays: widest?.days ?? null,
    ...(widest?.gap === undefined ? {} : { statedGap: widest.gap }),
    // What was seen without a known end cannot be called right.
    fitsObserved: !seen || (seen.fits && open) ? null : seen.fits,
    observedMinusDays: seen?.days ?? null,
    ...(seen?.gap === undefined ? {} : { observedGap: seen.gap }),
  };
}

/**
 * What the release would imply: the beginning, where it is not known to the minute or does not fit; the term in whole days, where none is
 * known or it does not fit. Only for one term that nothing else changed. Questions to ask, never facts.
 */
export function hypothesesOf(facts: CaseFacts, term: Term | null, begin: Span | null, exact: boolean, readings: readonly Reading[], warnings: Warnings): Hypothesis[] {
  const { zone } = facts;
  const [seen] = known("released", facts.observed, zone, warnings);
  const [said] = facts.stated.flatMap(({ id, when }) => known(id, when, zone, warnings));
  const from = seen ? "observed" : "stated";
  const release = (seen ?? said)?.span;
  if (!release) return [];
  const lawful = readings.filter(({ byRule }) => byRule);
  const conventions: Convention[] = lawful.length > 0 ? [...new Set(lawful.map(({ convention }) => convention))] : ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"];
  const unfit = lawful.length > 0 && lawful.every(({ fitsObserved, fitsStated }) => (from === "observed" ? fitsObserved === false : fitsStated === false));
  const starts = term !== null && (!exact || unfit) ? conventions.flatMap((convention) => startOf(convention, release, term, from, zone)) : [];
  const terms = begin !== null && (term === null || unfit) ? conventions.flatMap((convention) => termsOf(convention, begin, release, from, zone)) : [];
  return [...starts, ...terms];
}

function startOf(convention: Convention, release: Span, term: Term, from: Hypothesis["from"], zone: string): Hypothesis[] {
  const implied = quietly(() => impliedStart(convention, release, term, zone));
  if (implied === null) return [];
  const base = { implies: "start" as const, from, convention };
  if ("at" in implied) return [{ ...base, at: implied.at }];
  if ("date" in implied) return [{ ...base, date: implied.date }];
  if ("candidates" in implied) return [{ ...base, candidates: implied.candidates }];
  const [earliest, latest] = "from" in implied ? [implied.from, implied.to] : [implied.dateFrom, implied.dateTo];
  return earliest === null || latest === null ? [] : [{ ...base, earliest, latest }];
}

const MOST_TERMS = 31;

function termsOf(convention: Convention, begin: Span, release: Span, from: Hypothesis["from"], zone: string): Hypothesis[] {
  const days = quietly(() => impliedDays(convention, begin, release, zone))?.days ?? [];
  return days.length === 0 || days.length > MOST_TERMS ? [] : [{ implies: "term", from, convention, days }];
}
