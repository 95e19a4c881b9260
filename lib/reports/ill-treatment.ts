import { formatCount } from "@/lib/i18n/formats";
import { institutionName, type Body } from "@/lib/model/institution-name";
import type { OutAllegation } from "@/lib/model/outgoing";
import type { ReportBlock } from "@/lib/model/report-document";
import { allegedActs, authorityResponses, complaintOutcomes, verifications } from "@/lib/model/vocabularies";
import { allegationLine, victimsTold } from "./allegation-lines";
import type { ReportWords } from "./report-words";
import { asOf, closing, countedBy, facts, figure, heading, opening, paragraph, periodWords, tally, type Table } from "./table-parts";

export type IllTreatmentData = {
  /** Days, both included; null = open. */
  from: string | null;
  to: string | null;
  /** Those that the destination may know, in the order in which they are told. */
  allegations: readonly OutAllegation[];
  /** Further ones that no period takes in, because nobody says when. */
  undated: number;
};

type Numbered = { number: number; allegation: OutAllegation };
type Group = { body: Body | null; own: Numbered[] };

/**
 * What is alleged of each place of detention and each other body, then every allegation as a sentence with who alleges it. A body of which nothing
 * is alleged does not occur; where no body is named, that is a group of its own. Nobody is accused by name.
 */
export function buildIllTreatment(data: IllTreatmentData, words: ReportWords): { title: string; subtitle: string; blocks: ReportBlock[] } {
  const t = words.room("tables");
  const numbered = data.allegations.map((allegation, at) => ({ number: at + 1, allegation }));
  const groups = groupsOf(numbered, words.locale);
  const facilities = groups.filter(({ body }) => body?.kind === "facility");
  const agencies = groups.filter(({ body }) => body !== null && body.kind !== "facility");
  const unknown = groups.filter(({ body }) => body === null);
  const undated = data.undated === 0 ? [] : [{ kind: "note" as const, text: t("ill.undated", { count: data.undated }) }];
  const title = { title: words.t("kind.ill_treatment.title"), subtitle: [periodWords(data, words), asOf(words)].join(" · ") };
  if (numbered.length === 0) return { ...title, blocks: [opening(words), paragraph(t("ill.empty")), ...undated, closing(words)] };
  const section = (name: string, of: Group[]) => (of.length === 0 ? [] : [heading(name), ...of.flatMap((group) => [...(group.body ? [heading(nameOf(group, words), 2)] : []), groupFacts(group, words)])]);
  return {
    ...title,
    blocks: [
      opening(words),
      paragraph(t("ill.lead", { count: numbered.length })),
      ...undated,
      overview([...facilities, ...agencies, ...unknown], words),
      paragraph(t("ill.overlap")),
      ...section(t("ill.facilities"), facilities),
      ...section(t("ill.agencies"), agencies),
      ...section(t("ill.unknown_section"), unknown),
      heading(t("ill.each")),
      { kind: "list", ordered: true, items: numbered.map(({ allegation }) => allegationLine(allegation, words)) },
      heading(t("method")),
      { kind: "list", ordered: false, items: [t("ill.method.what"), t("ill.method.victims"), t("ill.method.verification"), t("ill.method.names")] },
      closing(words),
    ],
  };
}

/** Most allegations first; "not known" last. An allegation that names two bodies belongs to both. */
function groupsOf(numbered: readonly Numbered[], locale: string): Group[] {
  const bodies = new Map<string, Group>();
  const none: Group = { body: null, own: [] };
  for (const each of numbered) {
    const named = new Map(each.allegation.perpetrators.flatMap(({ body }) => (body ? [[body.id, body] as const] : [])));
    if (named.size === 0) none.own.push(each);
    for (const [id, body] of named) {
      const known = bodies.get(id) ?? { body, own: [] };
      known.own.push(each);
      bodies.set(id, known);
    }
  }
  const name = ({ body }: Group) => (body ? institutionName(body, locale) : "");
  const sorted = [...bodies.values()].sort((a, b) => b.own.length - a.own.length || name(a).localeCompare(name(b), locale));
  return none.own.length === 0 ? sorted : [...sorted, none];
}

const nameOf = ({ body }: Group, { room, locale }: ReportWords): string => (body ? institutionName(body, locale) : room("tables")("ill.body_unknown"));

function overview(groups: readonly Group[], words: ReportWords): Table {
  const t = words.room("tables");
  const end = { align: "end" as const };
  const of = (own: readonly Numbered[], fits: (allegation: OutAllegation) => boolean) => figure(own.filter(({ allegation }) => fits(allegation)).length, words);
  return {
    kind: "table",
    caption: t("ill.overview"),
    columns: [{ label: t("ill.column.body"), share: 3 }, { label: t("ill.column.kind"), share: 1.6 }, { label: t("ill.column.allegations"), ...end }, { label: t("ill.column.borne_out"), share: 1.2, ...end }, { label: t("ill.column.denied"), ...end }, { label: t("ill.column.silent"), share: 1.2, ...end }, { label: t("ill.column.complaints"), ...end }],
    rows: groups.map((group) => [
      nameOf(group, words),
      group.body ? words.vocab(`institution_kinds.${group.body.kind}`) : t("none"),
      figure(group.own.length, words),
      of(group.own, ({ verification }) => verification === "corroborated" || verification === "documented"),
      of(group.own, ({ response }) => response === "denied"),
      of(group.own, ({ response }) => response === "asked" || response === "no_comment"),
      figure(group.own.reduce((sum, { allegation }) => sum + allegation.complaints.length, 0), words),
    ]),
    empty: t("nothing"),
  };
}

function groupFacts(group: Group, words: ReportWords): ReportBlock {
  const { room, vocab, locale, list } = words;
  const t = room("tables");
  const own = group.own.map(({ allegation }) => allegation);
  const numbers = list(group.own.map(({ number }) => formatCount(number, locale)));
  const units = [...new Set(own.flatMap(({ perpetrators }) => perpetrators.filter(({ body, unit }) => unit !== "" && body?.id === group.body?.id).map(({ unit }) => unit.trim())))];
  const complaints = own.flatMap((each) => each.complaints);
  const outcomes = tally(countedBy(complaintOutcomes, complaints.map(({ outcome }) => outcome), (one) => vocab(`complaint_outcomes.${one}`)), words);
  return facts([
    { label: t("ill.column.allegations"), value: t("ill.numbers", { count: own.length, numbers }) },
    ...(units.length === 0 ? [] : [{ label: t("ill.units"), value: units.join("; ") }]),
    { label: t("ill.acts"), value: tally(countedBy(allegedActs, own.flatMap(({ acts }) => acts), (act) => vocab(`alleged_acts.${act}`)), words) },
    { label: t("ill.victims"), value: victimsTold(own, words).join("; ") },
    { label: t("ill.verification"), value: tally(countedBy(verifications, own.map(({ verification }) => verification), (one) => vocab(`verifications.${one}`)), words) },
    { label: t("ill.answer"), value: tally(countedBy(authorityResponses, own.map(({ response }) => response), (one) => vocab(`authority_responses.${one}`)), words) },
    { label: t("ill.column.complaints"), value: complaints.length === 0 ? t("ill.no_complaint") : t("ill.complaints", { count: complaints.length, outcomes }) },
  ]);
}
