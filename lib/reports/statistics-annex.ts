import { formatDay, formatTerm } from "@/lib/i18n/formats";
import { eventOutcomes } from "@/lib/model/event-outcome";
import { institutionName } from "@/lib/model/institution-name";
import { termOf } from "@/lib/model/ordered-term";
import type { ReportBlock } from "@/lib/model/report-document";
import type { AnnexFigures, CourtTerms, OverFigures } from "@/lib/model/report-figures";
import { isSmall, SMALLEST_SHOWN, withholdInList, withholdInTable } from "@/lib/model/small-cells";
import { detentionKinds, sexes } from "@/lib/model/vocabularies";
import { hoursWords } from "@/lib/wording/over-words";
import { placeName } from "@/lib/wording/place-name";
import type { ReportWords } from "./report-words";
import { asOf, closing, countTable, facts, figure, figureOf, heading, opening, paragraph, periodWords, withheldNote, type Table } from "./table-parts";

type Built = { title: string; subtitle: string; blocks: ReportBlock[] };

/**
 * Figures of a filter and a period with how they were counted. What is not known has a row of its own, also where it is nobody. Outside the house
 * small counts are withheld, and figures that could be subtracted from others to find them are not told beside these.
 */
export function buildStatisticsAnnex(data: AnnexFigures, words: ReportWords): Built {
  const t = words.room("tables");
  const outside = words.profile !== "internal";
  return {
    title: words.t("kind.statistics_annex.title"),
    subtitle: [periodWords(data, words), asOf(words)].join(" · "),
    blocks: [
      opening(words),
      ...(outside ? [{ kind: "note" as const, text: withheldNote(words) }] : []),
      heading(t("annex.begun.title")),
      facts([
        { label: t("annex.begun.detentions"), value: figureOf(large(data.begun.total, outside), words) },
        { label: t("annex.begun.people"), value: figureOf(apart(data.begun.total, data.begun.people, outside) ? large(data.begun.people, outside) : null, words) },
      ]),
      ...begunTables(data, words, outside),
      heading(t("annex.terms.title")),
      paragraph(t("annex.terms.lead")),
      termTable(data.courts, words, outside),
      ...leftBlocks(data, words, outside),
      heading(t("annex.days.title")),
      dayTable(data, words, outside),
      heading(t("annex.method.title")),
      { kind: "list", ordered: false, items: methodItems(data, words, outside) },
      closing(words),
    ],
  };
}

const large = (count: number, outside: boolean): number | null => (outside && isSmall(count) ? null : count);

/** Whether one of two figures beside each other does not give a small difference away. */
const apart = (one: number, other: number, outside: boolean): boolean => large(Math.abs(one - other), outside) !== null;

function begunTables({ begun }: AnnexFigures, words: ReportWords, outside: boolean): Table[] {
  const { room, vocab, locale } = words;
  const t = room("tables");
  /** Everything that occurs in the order of its list, and what is not known in any case. */
  const inOrder = <Key extends string>(order: readonly Key[], counts: readonly { key: string; count: number }[], label: (key: Key) => string) =>
    order.map((key) => ({ key, label: label(key), count: counts.find((each) => each.key === key)?.count ?? 0 })).filter(({ key, count }) => count > 0 || key === "unknown");
  // Outside the house not in the order of figures that are not told.
  const places = [...begun.places].sort((a, b) => (outside ? 0 : b.count - a.count) || a.key.nameEn.localeCompare(b.key.nameEn));
  return [
    countTable(t("annex.by.kind"), t("annex.column.kind"), inOrder(detentionKinds, begun.kinds, (kind) => vocab(`detention_kinds.${kind}`)), words, outside),
    countTable(t("annex.by.place"), t("annex.column.place"), places.map(({ key, count }) => ({ label: placeName(key, locale) || t("not_known"), count })), words, outside),
    countTable(t("annex.by.sex"), t("annex.column.sex"), inOrder(sexes, begun.sexes, (sex) => t(`sex.${sex}`)), words, outside),
    countTable(t("annex.by.outcome"), t("annex.column.outcome"), inOrder(eventOutcomes, begun.outcomes, (outcome) => t(`outcome.${outcome}`)), words, outside),
  ];
}

function termTable(courts: readonly CourtTerms[], words: ReportWords, outside: boolean): Table {
  const { room, vocab, locale } = words;
  const t = room("tables");
  const term = (text: string | null) => (text === null ? t("none") : formatTerm(termOf(text) ?? {}, locale));
  const kinds = [...new Set(courts.map(({ kind }) => kind))].sort((a, b) => detentionKinds.findIndex((one) => one === a) - detentionKinds.findIndex((one) => one === b));
  const all = kinds.map((kind) => courts.filter((each) => each.kind === kind).reduce((sum, { terms }) => sum + terms.known + terms.unknown, 0));
  const ofKinds = outside ? withholdInList(all).parts : all;
  const rows = kinds.flatMap((kind, at) => {
    const own = courts.filter((each) => each.kind === kind).sort((a, b) => Number(a.court === null) - Number(b.court === null) || (outside ? 0 : b.terms.known - a.terms.known) || name(a).localeCompare(name(b), locale));
    const counts = own.map(({ terms }) => [terms.known, terms.unknown]);
    // A kind that is withheld above is withheld here: its rows would add up to it.
    const shown = !outside ? counts : ofKinds[at] === null ? counts.map((row) => row.map(() => null)) : withholdInTable(counts).cells;
    return own.map((each, row) => {
      const [known = null, unknown = null] = shown[row] ?? [];
      const { shortest, middle, longest } = each.terms;
      const told = known === null ? [t("withheld"), t("withheld"), t("withheld")] : [term(shortest), middle.length === 0 ? t("none") : middle.map(term).join(" – "), term(longest)];
      return [name(each), vocab(`detention_kinds.${kind}`), figureOf(known, words), ...told, figureOf(unknown, words)];
    });
  });
  function name({ court }: CourtTerms): string {
    return court === null ? t("annex.terms.court_unknown") : institutionName(court, locale);
  }
  const end = { align: "end" as const };
  return {
    kind: "table",
    caption: "",
    columns: [
      { label: t("annex.terms.court"), share: 2.6 },
      { label: t("annex.column.kind"), share: 1.8 },
      { label: t("annex.terms.known"), ...end },
      { label: t("annex.terms.shortest"), share: 1.2, ...end },
      { label: t("annex.terms.middle"), share: 1.4, ...end },
      { label: t("annex.terms.longest"), share: 1.2, ...end },
      { label: t("annex.terms.unknown"), ...end },
    ],
    rows,
    empty: t("nothing"),
  };
}

/** Who was released in the period, and who was held too long. Who left is told in the house only: beside who came it would give small counts away. */
function leftBlocks({ left, late, inside, begun }: AnnexFigures, words: ReportWords, outside: boolean): ReportBlock[] {
  const t = words.room("tables");
  const rows = eventOutcomes.map((outcome) => ({ outcome, label: t(`outcome.${outcome}`), count: left.find(({ key }) => key === outcome)?.count ?? 0 })).filter(({ outcome, count }) => count > 0 || outcome === "released");
  const began = eventOutcomes.map((outcome) => begun.outcomes.find(({ key }) => key === outcome)?.count ?? 0);
  const shown = outside ? withholdInList(began).parts : began;
  const over = (figures: OverFigures, outcome: "late" | "overdue"): string => {
    if (figures.count === 0) return t("annex.over.nobody");
    const beside = shown[eventOutcomes.indexOf(outcome)] ?? null;
    if (large(figures.count, outside) === null || beside === null || !apart(beside, figures.count, outside)) return t("withheld");
    // The hours of all together in two reports would be the hours of one.
    if (words.profile === "public") return figureOf(figures.count, words);
    return t("annex.over.told", { count: figures.count, hours: hoursWords(figures, words.room("overheld"), words.locale) });
  };
  return [
    heading(t("annex.left.title")),
    ...(outside ? [] : [countTable(t("annex.left.caption"), t("annex.column.outcome"), rows, words, false)]),
    facts([
      { label: t("annex.over.late"), value: over(late, "late") },
      { label: t("annex.over.inside"), value: inside === null ? t("annex.over.not_now") : over(inside, "overdue") },
    ]),
    paragraph(t("annex.over.lead")),
  ];
}

/** Outside the house rounded to five, because the difference of two days, or of a day and another table, would be somebody. */
function dayTable({ days }: AnnexFigures, words: ReportWords, outside: boolean): Table {
  const t = words.room("tables");
  return {
    kind: "table",
    caption: outside ? t("annex.days.rounded") : t("annex.days.caption"),
    columns: [{ label: t("annex.days.day"), share: 3 }, { label: t("annex.days.held"), align: "end" }],
    rows: days.map(({ date, held }) => [formatDay(date, words.locale, { weekday: true, compact: true }), figure(outside ? Math.round(held / SMALLEST_SHOWN) * SMALLEST_SHOWN : held, words)]),
    empty: t("annex.days.none"),
  };
}

function methodItems({ missing, rules }: AnnexFigures, words: ReportWords, outside: boolean): string[] {
  const { room, list } = words;
  const t = room("tables");
  const [told, law] = [t, room("law")];
  const lacking = (["undated", "undatedHeld", "releasedUndated", "unconfirmed"] as const).filter((key) => missing[key] > 0).map((key) => (outside ? t(`annex.missing_some.${key}`) : told(`annex.missing.${key}`, { count: missing[key] })));
  const sets = rules.sets.map(({ set, version }) => t("annex.method.set", { set: law(`set.${set}`), version }));
  return [
    t("annex.method.what"),
    t("annex.method.outcome"),
    t("annex.method.over"),
    t("annex.method.when", { when: asOf(words) }),
    t("annex.method.rules", { engine: rules.engine, sets: sets.length === 0 ? t("none") : list(sets) }),
    ...(lacking.length === 0 ? [t("annex.missing.nothing")] : lacking),
    t("annex.method.record"),
  ];
}
