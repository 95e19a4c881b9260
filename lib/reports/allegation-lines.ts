import { formatUncertain } from "@/lib/i18n/formats";
import { institutionName } from "@/lib/model/institution-name";
import type { OutAllegation } from "@/lib/model/outgoing";
import { allegationSentence } from "@/lib/wording/allegation-sentence";
import { formal, keptSource, type ReportWords } from "./report-words";

/** One allegation as its sentence, with its date before it and the complaints about it behind. */
export function allegationLine(allegation: OutAllegation, words: ReportWords): string {
  const { room, list, locale } = words;
  const { acts, perpetrators, answer, event, place, caseIds, masked } = allegation;
  const told = { ...allegation, attributedTo: masked ? keptSource(words) : allegation.attributedTo, withdrawn: null };
  const sentence = allegationSentence({ allegation: told, acts, caseCount: caseIds.length, perpetrators, answer, event, place, source: null }, { t: (key, values) => room("allegations")(key, values), list, locale });
  const when = allegation.when === null ? "" : `${formatUncertain(allegation.when, locale, formal)}. `;
  const line = [when + sentence, complaintWords(allegation, words)].filter(Boolean).join(" ");
  return line.charAt(0).toLocaleUpperCase(locale) + line.slice(1);
}

/** "Complaints: complaint to a prosecutor (Prosecutor of Almaty), 3 November 2019 – rejected." */
function complaintWords({ complaints }: OutAllegation, { room, vocab, locale }: ReportWords): string {
  const told = complaints.map(({ kind, body, filed, outcome }) => {
    const to = body ? `${vocab(`complaint_kinds.${kind}`)} (${institutionName(body, locale)})` : vocab(`complaint_kinds.${kind}`);
    return `${[to, ...(filed === null ? [] : [formatUncertain(filed, locale, formal)])].join(", ")} – ${vocab(`complaint_outcomes.${outcome}`)}`;
  });
  return told.length === 0 ? "" : room("tables")("ill.complaints_line", { complaints: told.join("; "), count: told.length });
}

/**
 * How many victims these allegations tell of. People who are cases are counted once however many allegations name them; figures that are told
 * differently ("some of 5", "dozens") stand beside each other and are never added up.
 */
export function victimsTold(allegations: readonly OutAllegation[], { room, list }: ReportWords): string[] {
  const t = room("tables");
  const exact = allegations.filter(({ caseIds, victimScope, victimBound, victimGroup }) => caseIds.length > 0 && victimScope === "these" && victimBound === "unknown" && victimGroup === "");
  const sure = new Set(exact.flatMap(({ caseIds }) => caseIds)).size;
  const others = allegations.filter((each) => !exact.includes(each)).map(({ caseIds, victimScope, victimBound, victimCount, victimGroup }) => {
    const ofCases = caseIds.length === 0 ? [] : [t(`victims.${victimScope}`, { count: caseIds.length })];
    const more = victimBound === "unknown" && victimGroup === "" && caseIds.length > 0 ? [] : [t(`victims.others.${victimBound}`, { count: victimCount ?? 0 }) + (victimGroup === "" ? "" : ` (${victimGroup.trim()})`)];
    return list([...ofCases, ...more]);
  });
  return [...(sure > 0 ? [t("victims.these", { count: sure })] : []), ...new Set(others)];
}
