import { allegationSentence, type AllegationFacts } from "@/lib/wording/allegation-sentence";
import type { OutAllegation } from "@/lib/model/outgoing";
import type { ReportBlock } from "@/lib/model/report-document";
import { keptSource } from "./report-words";
import { heading, note, paragraph, type Teller } from "./letter";

/** The allegation in one sentence that says who alleges it and what the authorities answer; perpetrators by body and unit only. */
export function sentenceOf(allegation: OutAllegation, { words }: Teller): string {
  const facts: AllegationFacts = {
    allegation: { ...allegation, attributedTo: allegation.masked ? keptSource(words) : allegation.attributedTo, withdrawn: null },
    acts: allegation.acts,
    caseCount: Math.max(1, allegation.caseIds.length),
    perpetrators: allegation.perpetrators.map((each) => ({ ...each, person: "" })),
    answer: allegation.answer,
    event: allegation.event,
    place: allegation.place,
    source: null,
  };
  return allegationSentence(facts, { t: words.room("allegations"), list: words.list, locale: words.locale });
}

/** One allegation with everything that may go along; every paragraph says whose word it is. */
function allegationBlocks(tell: Teller, allegation: OutAllegation): ReportBlock[] {
  const { letters, date, who } = tell;
  const by = who(allegation);
  const told = (key: string, text: string): ReportBlock[] => (text.trim() === "" ? [] : [paragraph(letters(key, { by, text: text.trim() }))]);
  return [
    paragraph(sentenceOf(allegation, tell)),
    ...(allegation.when === null ? [] : [paragraph(letters("allegations.when", { by, when: date(allegation.when) }))]),
    ...told("told_as", allegation.description),
    ...told("allegations.injuries", allegation.injuries),
    ...told("allegations.medical", allegation.medicalNote),
    ...told("allegations.forced", allegation.forcedStatement),
    ...told("allegations.answer", allegation.answer?.note ?? ""),
  ];
}

/** Every allegation of the case with its caveat first. */
export function allegationsBlocks(tell: Teller): ReportBlock[] {
  const { file, letters } = tell;
  if (file.allegations.length === 0) return [paragraph(letters("allegations.none"))];
  return [note(letters("allegations.lead")), ...file.allegations.flatMap((allegation) => allegationBlocks(tell, allegation))];
}

/** The complaints about what is alleged, each once; a complaint may stand beside several allegations. */
export function complaintsTable(tell: Teller): ReportBlock {
  const { file, letters, said, body, date, words } = tell;
  const label = (key: string) => letters(`allegations.complaint.${key}`);
  const rows = file.allegations.flatMap(({ complaints, acts }) =>
    complaints.map((each) => [said("complaint_kinds", each.kind), words.list(acts.map((act) => said("alleged_acts", act)).filter(Boolean)), body(each.body), date(each.filed), date(each.answerDue), said("complaint_outcomes", each.outcome)]),
  );
  return {
    kind: "table",
    caption: letters("allegations.complaints"),
    columns: ["kind", "about", "body", "filed", "due", "outcome"].map((key) => ({ label: label(key) })),
    rows: rows.map((row) => row.map((cell) => cell || letters("not_known"))),
    empty: letters("allegations.no_complaints"),
  };
}

export const allegationsPart = (tell: Teller): ReportBlock[] => [heading(tell.letters("allegations.title")), ...allegationsBlocks(tell)];
