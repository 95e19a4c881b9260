import { Temporal } from "temporal-polyfill";
import type { CalculatorFacts, Headline, Sentence } from "./calculate-facts";
import type { Beginning } from "./calculate-start";
import type { Code } from "./codes";
import { isHoursOnly } from "./conventions";
import { ruleKey } from "./explain";
import type { Extras } from "./compute";
import type { Term } from "./types";

type Given = {
  facts: CalculatorFacts;
  begin: Beginning | null;
  headline: Headline | null;
  /** The figures beside the headline's own reading. */
  extras: Extras;
  fraction: string | null;
  releaseRule: string | null;
  error: Code | null;
};

const say = (key: string, params: Sentence["params"] = {}): Sentence => ({ key, params });
const termParams = (term: Term): Record<string, number> => ({ y: 0, m: 0, w: 0, d: 0, h: 0, ...term });

/** Why the result is what it is, as sentences in the order in which they are read. */
export function reasonsOf(given: Given): Sentence[] {
  const { facts, headline } = given;
  return [...startReasons(given), ...termReasons(given), ...(headline ? headlineReasons(headline) : []), ...gapReasons(facts, headline)];
}

function startReasons({ begin, error }: Given): Sentence[] {
  if (!begin) return error === "START_UNKNOWN" ? [say("release.reason.startUnknown")] : [];
  const params = { kind: begin.kind, startDate: begin.when };
  const reasons: Sentence[] = [];
  if (begin.written) reasons.push(say("release.reason.writtenStart", params));
  else reasons.push(begin.recorded ? say("release.reason.countedFrom", params) : say("release.reason.rulingOnly", { startDate: begin.when }));
  if (!begin.written) reasons.push(say("release.reason.countFromNotStated"));
  if (!("at" in begin.span)) reasons.push(say("release.reason.startUncertain"));
  return reasons;
}

function termReasons({ facts, extras, fraction, releaseRule, headline }: Given): Sentence[] {
  const { term, second } = facts;
  if (term === "LIFE" || second?.term === "LIFE") return [say("release.reason.indeterminate")];
  if (term === null) return [say("release.reason.termUnknown")];
  const reasons = [say("release.reason.term", termParams(term))];
  if (second) reasons.push(second.term === null ? say("release.reason.termUnknown") : say(`calculator.reason.${second.relation}`, termParams(second.term)));
  if (isHoursOnly(term) && !second) reasons.push(say("release.reason.hoursExact"));
  if (!headline) return reasons;
  if (fraction !== null) reasons.push(say("calculator.reason.fraction", { fraction }));
  if (extras.creditDays !== undefined) reasons.push(say("calculator.reason.credit", { days: extras.creditDays }));
  if (extras.interruptionDays !== undefined) reasons.push(say("calculator.reason.interruption", { days: extras.interruptionDays }));
  else if (extras.interruptionMs !== undefined) reasons.push(say("calculator.reason.interruptionExact"));
  if (releaseRule !== null) reasons.push(say(`calculator.reason.releaseDay.${releaseRule}`));
  return reasons;
}

function headlineReasons({ because, confirmed, convention, rule }: Headline): Sentence[] {
  if (because === "hours") return [];
  const law = confirmed ? say("calculator.reason.confirmed") : say(`release.reason.unconfirmed.${ruleKey(rule.id)}`);
  if (because === "chains") return [law, say("calculator.reason.chainsDiffer")];
  if (because === "default") return [law, say("release.reason.headline", { convention })];
  return [law, say(confirmed ? "calculator.reason.window" : "release.reason.wholeWindow")];
}

function gapReasons({ stated, observed }: CalculatorFacts, headline: Headline | null): Sentence[] {
  const reasons: Sentence[] = [];
  const said = headline?.stated;
  if (stated !== null && said) {
    const params = { statedDate: stated, days: Math.abs(said.days) };
    if (said.fits) reasons.push(say("release.reason.statedAgrees", { statedDate: stated }));
    else if (said.fits === false && said.days !== 0) reasons.push(say(`release.reason.stated${said.days > 0 ? "Later" : "Earlier"}`, params));
    else if (said.fits === false) reasons.push(say("calculator.reason.statedOtherHour", { statedDate: stated }));
  }
  const seen = headline?.observed;
  if (observed === null || !seen) return reasons;
  const params = { releasedDate: observed };
  if (seen.fits !== false) return [...reasons, say(`release.reason.observed${seen.fits ? "OnTime" : "Unknown"}`, params)];
  return [...reasons, say(`release.reason.observed${seen.early ? "Early" : "Late"}`, { ...params, ...lengthOf(seen.by) })];
}

function lengthOf(by: string | null): Record<string, number> {
  const total = by === null ? 0 : Temporal.Duration.from(by).total("minutes");
  return { days: Math.floor(total / 1440), hours: Math.floor((total % 1440) / 60), minutes: Math.floor(total % 60) };
}
