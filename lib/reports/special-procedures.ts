import type { ReportBlock } from "@/lib/model/report-document";
import { answerWords } from "@/lib/wording/allegation-sentence";
import { allegationsPart } from "./allegation-blocks";
import { submitterBlocks } from "./arbitrary-detention";
import { detentionRows, eventLines, heldAt, identityRows, lastSeen, rightsList, rulingText, sinceWhen } from "./case-facts";
import { added, bullets, gap, gapUnless, heading, paragraph, signature, teller, type Letter, type LetterData, type Teller } from "./letter";
import { suggestedMandates, type Suggested } from "./mandates";
import { untilText } from "./release-blocks";
import type { ReportWords } from "./report-words";

/** A communication to the special procedures of the Human Rights Council: to which mandates and why, what is alleged by whom, what the Government answered, what is asked. */
export function buildSpecialProcedures(data: LetterData, words: ReportWords): Letter {
  const tell = teller(data, words);
  const { letters, item, name, file } = tell;
  const suggested = suggestedMandates(tell);
  return {
    title: letters("sp.title"),
    subtitle: letters("overdue.subtitle", { name, reference: item.reference }),
    addressee: [letters("sp.to"), letters("wgad.to.line_2")],
    blocks: [
      heading(letters("sp.mandates")),
      ...mandateBlocks(tell, suggested),
      added(tell, "mandates", letters("sp.mandates_added")),
      heading(letters("sp.summary")),
      ...summaryBlocks(tell),
      added(tell, "summary"),
      heading(letters("identity.title")),
      { kind: "facts", rows: identityRows(tell) },
      ...identityGaps(tell),
      heading(letters("detention.title")),
      { kind: "facts", rows: detentionRows(tell) },
      ...bullets(eventLines(tell)),
      ...gapUnless(tell, item.taken !== null, "taken"),
      ...gapUnless(tell, item.agency !== null, "agency"),
      ...gapUnless(tell, heldAt(tell) !== "", item.outstanding ? "held_at" : "was_held_at"),
      ...allegationsPart(tell),
      ...gapUnless(tell, file.allegations.length > 0, "allegations"),
      ...(file.allegations.length > 0 ? gapUnless(tell, file.allegations.some(({ perpetrators }) => perpetrators.some(({ body }) => body !== null)), "perpetrator") : []),
      added(tell, "allegations"),
      heading(letters("sp.answers")),
      ...answerBlocks(tell),
      heading(letters("sp.rights")),
      ...(rightsList(tell).length > 0 ? bullets(rightsList(tell)) : [paragraph(letters("dossier.no_rights"))]),
      heading(letters("sp.request")),
      paragraph(letters("sp.request_lead")),
      ...bullets(asked(tell).map((key) => letters(`sp.ask.${key}`)), true),
      added(tell, "request"),
      heading(letters("sp.submitter")),
      ...submitterBlocks(tell),
      signature(tell),
    ],
  };
}

function mandateBlocks(tell: Teller, suggested: readonly Suggested[]): ReportBlock[] {
  const { letters, words } = tell;
  if (suggested.length === 0) return [gap(tell, "mandate"), gap(tell, "defender")];
  const lines = suggested.map(({ mandate, reasons }) => letters("sp.because", { mandate: letters(`sp.mandate.${mandate}`), reasons: words.list(reasons) }));
  return [...bullets(lines), gap(tell, "defender")];
}

/** The case in a few lines: who, since when, where, on what ruling, until when. */
function summaryBlocks(tell: Teller): ReportBlock[] {
  const { letters, organisation, name, item, file, joined, place } = tell;
  const row = (key: string, value: string) => ({ label: letters(key), value });
  return [
    paragraph(letters("sp.summary_lead", { organisation, name })),
    {
      kind: "facts",
      rows: [
        row("detention.since", sinceWhen(tell)),
        row(item.outstanding ? "dossier.where" : "dossier.was_where", joined(heldAt(tell), place)),
        row("detention.ruling", file.orders.map((order) => rulingText(tell, order)).filter(Boolean).join("; ")),
        row("dossier.until", untilText(tell)),
      ],
    },
  ];
}

function identityGaps(tell: Teller): ReportBlock[] {
  const { person } = tell.item;
  const outside = tell.destination.profile !== "internal";
  return [
    ...(outside && !person.named ? [gap(tell, "consent")] : gapUnless(tell, person.displayName !== "", "name")),
    ...gapUnless(tell, person.sex !== "unknown" && person.sex !== "", "sex"),
    ...gapUnless(tell, person.birthDate !== null, "birth"),
    ...gapUnless(tell, person.residence !== "", "residence"),
  ];
}

/** What each body that was asked has answered, for what is alleged by whom. */
function answerBlocks(tell: Teller): ReportBlock[] {
  const { file, letters, words, who, date, said } = tell;
  const sentenceWords = { t: words.room("allegations"), list: words.list, locale: words.locale };
  const asked = file.allegations.filter(({ response }) => response !== "not_asked");
  if (asked.length === 0) return [gap(tell, "answer")];
  return bullets(
    asked.map((allegation) => {
      const acts = words.list(allegation.acts.map((act) => said("alleged_acts", act)).filter(Boolean));
      const about = `${letters("timeline.alleged", { acts })} (${letters("timeline.according", { who: who(allegation) })})`;
      const answered = answerWords({ allegation: { ...allegation, withdrawn: null }, answer: allegation.answer, perpetrators: allegation.perpetrators }, sentenceWords);
      return `${about}: ${answered}${allegation.answer?.answered ? `, ${date(allegation.answer.answered)}` : ""}.`;
    }),
  );
}

type Ask = "release" | "whereabouts" | "investigate" | "ground" | "remedy";

/** What is asked follows from where the person is and what is alleged. */
function asked(tell: Teller): Ask[] {
  const { item, file } = tell;
  const unknownPlace = item.outstanding && (lastSeen(tell) === "contact_lost" || item.heldAt === null);
  return [...(item.outstanding ? ["release" as const] : []), ...(unknownPlace ? ["whereabouts" as const] : []), ...(file.allegations.length > 0 ? ["investigate" as const] : []), "ground", "remedy"];
}
