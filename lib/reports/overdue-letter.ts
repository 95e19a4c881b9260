import { formatHours } from "@/lib/i18n/formats";
import { reportVariants, type LetterVariant } from "@/lib/model/report";
import type { ReportBlock } from "@/lib/model/report-document";
import { explain, ruleKey } from "@/lib/release/explain";
import { heldAt, identityRows, rulingBlocks, sinceWhen } from "./case-facts";
import { added, bullets, gap, gapUnless, heading, note, paragraph, signature, teller, type Letter, type LetterData, type Teller } from "./letter";
import { exceededLimits, hasOpenTerm, lawfulEnd, type Overdue } from "./overdue";
import { confidenceWords } from "./release-blocks";
import { keptSource, type ReportWords } from "./report-words";

/** The letter's form as asked for; the one to the facility where nothing or something else is asked. */
export const letterVariant = (asked: string | null | undefined): LetterVariant => reportVariants.overdue_letter.find((each) => each === asked) ?? "facility";

/**
 * A letter about somebody who is held after the latest lawful reading of the term: to the facility, the prosecutor or the ombudsman. Where the
 * record does not say so at this moment, the answer is a refusal with its reason instead of a letter.
 */
export function buildOverdueLetter(data: LetterData, variant: LetterVariant, words: ReportWords): Letter {
  const tell = teller(data, words);
  const { letters, item, name, overdue } = tell;
  const head = { title: letters(`overdue.title.${variant}`), subtitle: letters("overdue.subtitle", { name, reference: item.reference }), addressee: addressee(tell, variant) };
  if (overdue === null) return { ...head, blocks: refusalBlocks(tell), refusal: toldLess(tell) ? "told_less" : "not_overdue" };
  return {
    ...head,
    blocks: [
      paragraph(letters(openings[overdue.basis], { organisation: tell.organisation, name })),
      paragraph(letters("overdue.not_confirmed")),
      heading(letters("identity.title")),
      { kind: "facts", rows: identityRows(tell, ["name", "other_names", "birth"]).filter(({ value }) => value !== "") },
      ...gapUnless(tell, item.person.named && item.person.displayName !== "", "name"),
      heading(letters("detention.title")),
      { kind: "facts", rows: detentionFacts(tell) },
      ...gapUnless(tell, heldAt(tell) !== "", "held_at"),
      ...rulingBlocks(tell, { judges: false }),
      ...gapUnless(tell, tell.file.orders.length > 0, "ruling"),
      ...whenBlocks(tell, overdue),
      ...lawBlocks(tell, overdue),
      added(tell, "facts"),
      heading(letters("overdue.ask.title")),
      paragraph(letters(`overdue.ask.lead.${variant}`)),
      ...bullets([1, 2, 3].map((step) => letters(`overdue.ask.${variant}_${step}`, { name })), true),
      added(tell, "request"),
      signature(tell),
    ],
  };
}

const openings = { computed: "overdue.opening", stated: "overdue.opening_stated", override: "overdue.opening_override" } as const;

function addressee(tell: Teller, variant: LetterVariant): string[] {
  const { letters, place } = tell;
  if (variant === "facility") return [letters("overdue.to.facility"), heldAt(tell)].filter(Boolean);
  if (variant === "prosecutor") return [place ? letters("overdue.to.prosecutor", { place }) : letters("overdue.to.prosecutor_alone")];
  return [letters("overdue.to.ombudsman")];
}

function detentionFacts(tell: Teller) {
  const { letters, item, said, body, place, joined } = tell;
  const row = (key: string, value: string) => ({ label: letters(`detention.${key}`), value });
  return [
    row("kind", said("detention_kinds", item.detentionKind)),
    row("since", sinceWhen(tell)),
    row("taken_by", body(item.agency)),
    row("held_at", joined(heldAt(tell), place)),
  ];
}

/** When the law required release by the latest lawful reading, what it is counted from, and how long that is ago at least. */
function whenBlocks(tell: Teller, { since, minutes, basis }: Overdue): ReportBlock[] {
  const { letters, file, estimate, deadline, who, words, now, release, window } = tell;
  const speakers = [...new Set(file.stated.map(who))];
  const starts = basis === "computed" && estimate ? explain(estimate).filter(({ key }) => startReasons.includes(key)) : [];
  const readings = basis === "computed" ? (estimate?.readings.filter(({ byRule }) => byRule) ?? []) : [];
  const unconfirmed = basis === "computed" && !tell.item.countingConfirmed;
  return [
    heading(letters("overdue.when.title")),
    ...starts.map((reason) => paragraph(tell.reason(reason))),
    ...bullets(readings.map(({ convention, earliest, latest }) => letters("overdue.when.reading", { reading: release(`convention.${convention}`), window: window(earliest, latest) }))),
    paragraph(letters(`overdue.when.${basis}`, { when: deadline(since), who: words.list(speakers) || keptSource(words) })),
    ...(minutes > 0 ? [paragraph(letters("overdue.when.over", { now, hours: formatHours(minutes, words.locale) }))] : []),
    ...(unconfirmed ? [note(unconfirmedText(tell))] : []),
  ];
}

/** The sentences of an estimate that say what the term is counted from. */
const startReasons = ["rulingOnly", "countedFrom", "writtenStart", "creditedStart", "countFromNotStated", "startUncertain"].map((key) => `reason.${key}`);

function unconfirmedText({ letters, law, estimate }: Teller): string {
  const rule = estimate?.countingRule;
  return [letters("overdue.unconfirmed"), rule && !rule.overridden && rule.confidence !== "confirmed" ? law(`unconfirmed.${ruleKey(rule.id)}`) : ""].filter(Boolean).join(" ");
}

/** Kinds of detention that rest on a ruling of an administrative judge. */
const administrative = ["administrative_arrest", "administrative_detention"];

/** The norms that are breached, only those that the rule sets and their references know, each with how sure it is. */
function lawBlocks(tell: Teller, { basis }: Overdue): ReportBlock[] {
  const { letters, law, item, estimate } = tell;
  const known = estimate !== null && estimate.provenance.ruleSet !== "general";
  const kazakh = estimate?.provenance.ruleSet === "kazakhstan" && administrative.includes(item.detentionKind) && basis === "computed";
  const rule = basis === "computed" ? estimate?.countingRule : null;
  const limits = exceededLimits(estimate).map(({ rule: id, confidence, overridden }) => letters("release.limit", { title: law(`title.${ruleKey(id)}`), confidence: confidenceWords(tell, { confidence, overridden }) }));
  const breached = [...(kazakh ? [letters("overdue.law.kz_14_4")] : []), ...(known ? [letters("overdue.law.iccpr_9_1")] : []), ...limits];
  const counting = rule ? [paragraph(letters("overdue.law.counting", { title: law(`title.${ruleKey(rule.id)}`), confidence: confidenceWords(tell, rule) }))] : [];
  if (breached.length === 0) return counting.length > 0 ? [heading(letters("overdue.law.title")), ...counting] : [];
  return [heading(letters("overdue.law.title")), paragraph(letters("overdue.law.lead")), ...bullets(breached), ...(known ? [paragraph(letters("overdue.law.iccpr_9_5"))] : []), ...counting];
}

/** Whether the receiver is told so little of a person who is still inside that the facts as told say nothing of the record. */
const toldLess = ({ words, item }: Teller): boolean => words.profile !== "internal" && item.outstanding;

/** Why no letter can be written now. */
function refusalBlocks(tell: Teller): ReportBlock[] {
  const { letters, item, now, deadline } = tell;
  if (toldLess(tell)) return [heading(letters("overdue.refused.title_told_less")), note(letters("overdue.refused.told_less"))];
  const end = lawfulEnd(item, tell.estimate);
  const reason = !item.outstanding
    ? letters("overdue.refused.released")
    : end === null
      ? letters("overdue.refused.not_computed")
      : end > tell.words.now
        ? letters("overdue.refused.not_yet", { when: deadline(end) })
        : item.expectedBasis === "stated" && hasOpenTerm(tell.file.orders)
          ? letters("overdue.refused.open_term")
        : letters("overdue.refused.not_told");
  return [
    heading(letters("overdue.refused.title")),
    note(`${letters("overdue.refused.lead", { now })} ${reason}`),
    { kind: "gap", question: letters("overdue.refused.question"), why: letters("overdue.refused.why") },
    ...(item.outstanding && tell.file.orders.length === 0 ? [gap(tell, "ruling")] : []),
  ];
}
