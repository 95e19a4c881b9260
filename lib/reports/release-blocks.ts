import { formatHours, formatUncertain } from "@/lib/i18n/formats";
import type { ReportBlock } from "@/lib/model/report-document";
import type { Reading } from "@/lib/release/estimate-facts";
import { explain, ruleKey } from "@/lib/release/explain";
import { exceededLimits } from "./overdue";
import { bullets, heading, note, paragraph, type Teller } from "./letter";
import { formal } from "./report-words";

/** Stated beside computed beside observed, never merged; every reading of the term with its doubts, and with `reasons` how each came about. */
export function releaseBlocks(tell: Teller, { reasons, level }: { reasons: boolean; level: 1 | 2 }): ReportBlock[] {
  const { letters, estimate } = tell;
  const unconfirmed = estimate !== null && estimate.basis === "computed" && !estimate.countingConfirmed;
  return [
    heading(letters("release.title"), level),
    paragraph(letters("release.lead")),
    { kind: "facts", rows: [...statedRow(tell), computedRow(tell), ...overrideRow(tell), observedRow(tell)] },
    ...(unconfirmed ? [note(letters("release.unconfirmed"))] : []),
    ...(estimate && estimate.readings.length > 0 ? [readingsTable(tell, estimate.readings)] : []),
    ...(estimate && reasons ? [heading(letters("release.reasons"), 2), ...bullets(explain(estimate).map(tell.reason), true)] : []),
    ...overBlocks(tell),
    ...limitBlocks(tell),
    ...(estimate ? [paragraph(letters("no_advice"))] : []),
  ];
}

function statedRow({ file, letters, date, who }: Teller) {
  const said = file.stated.map((stated) => letters("stated_by", { who: who(stated), when: date(stated.when) }));
  return [{ label: letters("release.stated"), value: said.join("; ") || letters("release.no_stated") }];
}

/** What the engine computed; where nothing of it is told, that it is not told. */
function computedRow({ item, estimate, letters, release, window }: Teller) {
  const label = letters("release.computed");
  if (estimate) {
    if (estimate.basis !== "computed") return { label, value: letters("release.no_computed") };
    const { earliest, latest, convention } = estimate;
    const reading = convention === null || convention === "WINDOW" ? "" : release(`convention.${convention}`);
    return { label, value: reading ? letters("release.by_reading", { window: window(earliest, latest), reading }) : window(earliest, latest) };
  }
  const told = item.expectedBasis === "computed" ? window(item.expectedFrom, item.expectedTo) : "";
  return { label, value: told || letters("release.not_told") };
}

function overrideRow({ item, letters, window }: Teller) {
  return item.expectedBasis === "override" ? [{ label: letters("release.override"), value: window(item.expectedFrom, item.expectedTo) }] : [];
}

function observedRow({ item, letters, date, said, joined, release, estimate }: Teller) {
  const label = letters("release.observed");
  if (item.status === "died") return { label, value: letters("release.no_observed_died") };
  if (item.outstanding) return { label, value: letters("release.no_observed") };
  const verdict = estimate?.observed ? letters("release.verdict", { verdict: release(`verdict.${estimate.observed.verdict}`) }) : "";
  return { label, value: [joined(date(item.released) || letters("not_known"), said("release_kinds", item.releaseKind)), verdict].filter(Boolean).join(". ") };
}

/** The readings side by side: when each would end, with its doubts and whether it fits what is stated and was observed. */
export function readingsTable(tell: Teller, readings: readonly Reading[]): ReportBlock {
  const { letters, release, estimate } = tell;
  const label = (key: string) => letters(`release.readings.${key}`);
  const compared = { stated: (estimate?.stated.length ?? 0) > 0, observed: estimate?.observed != null };
  const rows = readings.map((reading) => [
    [release(`convention.${reading.convention}`), ...[reading.links, reading.chain].flatMap((way) => (way === undefined ? [] : [release(`readings.${way}`)]))].join(", "),
    tell.window(reading.earliest, reading.latest),
    [...(reading.byRule ? [] : [label("not_by_rule")]), ...(estimate?.countingConfirmed ? [] : [label("not_confirmed")])].join("; "),
    ...(compared.stated ? [fit(tell, reading.fitsStated, reading.statedMinusDays)] : []),
    ...(compared.observed ? [fit(tell, reading.fitsObserved, reading.observedMinusDays)] : []),
  ]);
  const columns = ["counted", "ends", "doubts", ...(compared.stated ? ["stated"] : []), ...(compared.observed ? ["observed"] : [])];
  return { kind: "table", caption: label("caption"), columns: columns.map((key) => ({ label: label(key) })), rows, empty: label("empty") };
}

function fit({ letters, release }: Teller, fits: boolean | null, days: number | null): string {
  if (fits === null) return release("fit.unknown");
  if (fits) return letters("release.fit.yes");
  return days === null || days === 0 ? letters("release.fit.no") : letters(days < 0 ? "release.fit.earlier" : "release.fit.later", { days: Math.abs(days) });
}

function overBlocks({ letters, overdue, beyond, deadline, words }: Teller): ReportBlock[] {
  if (overdue) return [note(letters("release.overdue", { when: deadline(overdue.since) }))];
  if (beyond === null) return [];
  const least = formatHours(beyond.least, words.locale);
  const most = beyond.most === null ? null : formatHours(beyond.most, words.locale);
  return [note(most === null || most === least ? letters("release.over", { least }) : letters("release.over_between", { least, most }))];
}

function limitBlocks(tell: Teller): ReportBlock[] {
  const limits = exceededLimits(tell.estimate);
  if (limits.length === 0) return [];
  const lines = limits.map(({ rule, confidence, overridden }) => tell.letters("release.limit", { title: tell.law(`title.${ruleKey(rule)}`), confidence: confidenceWords(tell, { confidence, overridden }) }));
  return [heading(tell.letters("release.limits"), 2), ...bullets(lines)];
}

/** How sure a rule of law is, as a sentence. */
export const confidenceWords = ({ letters }: Teller, { confidence, overridden }: { confidence: string; overridden?: { source: string } | undefined }): string =>
  overridden ? letters("confidence.own", { source: overridden.source }) : letters(`confidence.${confidence}`);

/** Until when the person must be free, in one line, with what it rests on. */
export function untilText(tell: Teller): string {
  const { item, letters, window, words } = tell;
  if (!item.outstanding) return item.released === null ? letters("not_known") : formatUncertain(item.released, words.locale, formal);
  if (item.expectedFrom === null && item.expectedTo === null) return letters("not_known");
  const known = item.expectedBasis === "stated" || item.expectedBasis === "override" ? item.expectedBasis : "computed";
  const basis = [letters(`release.basis.${known}`), ...(known === "computed" && !item.countingConfirmed ? [letters("release.readings.not_confirmed")] : [])].join("; ");
  return letters("release.by_reading", { window: window(item.expectedFrom, item.expectedTo), reading: basis });
}
