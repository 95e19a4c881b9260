import { formatTerm, formatUncertain } from "@/lib/i18n/formats";
import { outcomeOf, eventOutcomes } from "@/lib/model/event-outcome";
import { institutionName } from "@/lib/model/institution-name";
import { termOf } from "@/lib/model/ordered-term";
import type { OutAllegation, OutCase, OutCount, OutEvent, OutSource } from "@/lib/model/outgoing";
import type { ReportBlock } from "@/lib/model/report-document";
import { SMALLEST_SHOWN, withholdBeside, withholdTableBeside } from "@/lib/model/small-cells";
import type { CountBound, CountCategory } from "@/lib/model/vocabularies";
import { countReport, type ToldCount, type ToldOwn } from "@/lib/wording/count-sentence";
import { periodText } from "@/lib/wording/event-words";
import { placeName } from "@/lib/wording/place-name";
import { allegationLine } from "./allegation-lines";
import { formal, keptSource, type ReportWords } from "./report-words";
import { asOf, closing, countTable, facts, figureOf, heading, opening, paragraph, withheldNote, type Table } from "./table-parts";

export type EventReportData = {
  event: OutEvent;
  /** How the law stands to the organisers, by id of the institution. */
  standing: ReadonlyMap<string, { kind: string; status: string; statusFrom: string | null; legalStatus: string }>;
  /** One for each link of a case to the event; `site` counts the event's sites from 0. */
  cases: readonly { case: OutCase; link: string; site: number | null }[];
  /** Orders that stand, of those linked to the event: the kind, and the term where one is known. */
  penalties: readonly { kind: string; term: string | null; count: number }[];
  counts: readonly OutCount[];
  own: readonly ToldOwn[];
  allegations: readonly OutAllegation[];
  sources: readonly OutSource[];
};

const links = ["at", "on_the_eve_of", "penalised_for"] as const;
type Taken = { case: OutCase; link: (typeof links)[number]; site: number | null };

/**
 * What happened at an event: what and where, who was taken, who counted what, what became of them, what is alleged, on what sources. To the public
 * small counts are withheld and nobody is listed who did not agree to be named.
 */
export function buildEventReport(data: EventReportData, words: ReportWords): { title: string; subtitle: string; blocks: ReportBlock[] } {
  const { room, vocab, locale } = words;
  const t = room("tables");
  const { event } = data;
  const isPublic = words.profile === "public";
  const taken = takenOnce(data.cases);
  const { table, complete } = takenTable(taken, data, words, isPublic);
  return {
    title: event.title,
    subtitle: [t("event.title"), vocab(`event_kinds.${event.kind}`), periodText(event.start, event.end, locale, formal), asOf(words)].join(" · "),
    blocks: [
      opening(words),
      ...(isPublic ? [{ kind: "note" as const, text: withheldNote(words) }] : []),
      heading(t("event.what")),
      whatFacts(data, words),
      heading(t("event.taken")),
      table,
      ...peopleBlocks(taken, data, words, isPublic),
      heading(t("event.counted")),
      ...countBlocks(data, words, isPublic && !(complete && outcomesComplete(taken) && data.penalties.every(({ count }) => count >= SMALLEST_SHOWN))),
      heading(t("event.outcomes")),
      ...outcomeBlocks(taken, data, words, isPublic),
      heading(t("event.alleged")),
      data.allegations.length === 0 ? paragraph(t("event.no_allegations")) : { kind: "list", ordered: true, items: data.allegations.map((each) => allegationLine(each, words)) },
      heading(t("event.sources")),
      data.sources.length === 0 ? paragraph(t("event.no_sources")) : { kind: "list", ordered: true, items: data.sources.map((source) => sourceLine(source, words)) },
      heading(t("method")),
      { kind: "list", ordered: false, items: [t("event.method.links"), t("event.method.counts"), t("event.method.sentence"), t("annex.method.record")] },
      closing(words),
    ],
  };
}

/** Every detention once: taken at the event before taken on its eve, before only penalised for it. */
function takenOnce(cases: EventReportData["cases"]): Taken[] {
  const byCase = Map.groupBy(cases, (each) => each.case.id);
  return [...byCase.values()].flatMap((own) => {
    const link = links.find((one) => own.some((each) => each.link === one));
    const [first] = own;
    if (!link || !first) return [];
    const site = own.find((each) => each.link === link && each.site !== null)?.site ?? own.find((each) => each.site !== null)?.site ?? null;
    return [{ case: first.case, link, site }];
  });
}

const siteName = (site: OutEvent["sites"][number], { locale }: ReportWords): string => [placeName(site.place, locale), site.spot].filter(Boolean).join(", ");

function whatFacts({ event, standing }: EventReportData, words: ReportWords): ReportBlock {
  const { room, vocab, locale } = words;
  const t = room("tables");
  const organisers = event.organisers.map((body) => {
    const law = standing.get(body.id);
    const status = law && law.status !== "unknown" ? [vocab(`institution_statuses.${law.status}`), ...(law.statusFrom === null ? [] : [t("event.since", { date: formatUncertain(law.statusFrom, locale, formal) })])].join(", ") : "";
    const said = [status, law?.legalStatus.trim() ?? ""].filter(Boolean).join("; ");
    return said === "" ? institutionName(body, locale) : `${institutionName(body, locale)} (${said})`;
  });
  return facts([
    { label: t("event.field.kind"), value: vocab(`event_kinds.${event.kind}`) },
    { label: t("event.field.when"), value: event.start === null && event.end === null ? "" : periodText(event.start, event.end, locale, formal) },
    { label: t("event.field.where"), value: event.sites.map((site) => siteName(site, words)).join("\n") },
    { label: t("event.field.organisers"), value: [...organisers, ...(event.organiser.trim() === "" ? [] : [event.organiser.trim()])].join("\n") },
    { label: t("event.field.demands"), value: event.demands },
    { label: t("event.field.permit"), value: vocab(`permits.${event.permit}`) },
  ]);
}

/** Who was taken by site and by link, and whether nothing of it is withheld. */
function takenTable(taken: readonly Taken[], { event }: EventReportData, words: ReportWords, small: boolean): { table: Table; complete: boolean } {
  const t = words.room("tables");
  const sites = [...event.sites.keys(), null];
  const counts = sites.map((site) => links.map((link) => taken.filter((each) => each.site === site && each.link === link).length));
  const named = sites.map((site) => links.map((link) => taken.filter((each) => each.site === site && each.link === link && each.case.person.named).length));
  const shown = small ? withholdTableBeside(counts, named) : { cells: counts, rowTotals: counts.map(sum), columnTotals: links.map((_, at) => sum(counts.map((row) => row[at] ?? 0))), total: taken.length };
  const label = (site: number | null) => {
    const known = site === null ? undefined : event.sites[site];
    return known ? siteName(known, words) : t("event.site_unknown");
  };
  const row = (name: string, cells: readonly (number | null)[], total: number | null) => [name, ...cells.map((count) => figureOf(count, words)), figureOf(total, words)];
  const end = { align: "end" as const };
  const table: Table = {
    kind: "table",
    caption: t("event.taken_caption"),
    columns: [{ label: t("event.column.site"), share: 2.5 }, ...links.map((link) => ({ label: t(`event.link.${link}`), ...end })), { label: t("total"), ...end }],
    rows: taken.length === 0 ? [] : [...sites.map((site, at) => row(label(site), shown.cells[at] ?? [], shown.rowTotals[at] ?? null)), row(t("total"), shown.columnTotals, shown.total)],
    empty: t("event.nobody"),
  };
  return { table, complete: [...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total].every((count) => count !== null) };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function peopleBlocks(taken: readonly Taken[], { event }: EventReportData, words: ReportWords, isPublic: boolean): ReportBlock[] {
  const { room, locale } = words;
  const t = room("tables");
  const listed = isPublic ? taken.filter((each) => each.case.person.named) : taken;
  if (listed.length === 0) return isPublic && taken.length > 0 ? [paragraph(t("event.nobody_named"))] : [];
  const where = (site: number | null, item: OutCase) => {
    const known = site === null ? undefined : event.sites[site];
    return known ? siteName(known, words) : placeName(item.place, locale);
  };
  return [
    {
      kind: "table",
      caption: isPublic ? t("event.people_named") : t("event.people"),
      columns: [{ label: t("event.column.person"), share: 1.8 }, { label: t("event.column.link"), share: 1.4 }, { label: t("event.column.where"), share: 1.5 }, { label: t("event.column.taken"), share: 1.2 }, { label: t("event.column.term"), share: 1.1 }, { label: t("event.column.outcome"), share: 1.4 }],
      rows: listed.map(({ case: item, link, site }) => [
        personWords(item, words),
        t(`event.link.${link}`),
        where(site, item),
        formatUncertain(item.taken, locale, { compact: true }),
        item.term === null ? t("not_known") : formatTerm(termOf(item.term) ?? {}, locale),
        outcomeWords(item, words),
      ]),
      empty: t("nothing"),
    },
  ];
}

function personWords({ person, slot, slotCount }: OutCase, { room }: ReportWords): string {
  if (person.displayName !== "") return person.displayName;
  const people = room("people");
  return [people("unidentified", { sex: person.sex }), ...(slot === null || slotCount === null ? [] : [people("slot", { slot, count: slotCount })])].join(" ");
}

/** "released on time, 31 October 2019". */
function outcomeWords(item: OutCase, { room, locale }: ReportWords): string {
  const told = room("tables")(`outcome.${outcomeOf(item)}`);
  return item.released === null ? told : `${told}, ${formatUncertain(item.released, locale, { compact: true })}`;
}

function countBlocks({ counts, own }: EventReportData, words: ReportWords, withheld: boolean): ReportBlock[] {
  const { room, list, locale, profile } = words;
  const t = room("tables");
  const isOpen = (count: OutCount) => !count.masked && count.attributedTo !== "";
  const told = counts.map(
    (count): ToldCount => ({
      id: count.id,
      attributedTo: isOpen(count) ? count.attributedTo : keptSource(words),
      category: count.category as CountCategory,
      bound: count.bound as CountBound,
      figure: count.figure,
      figureTo: count.figureTo,
      // "More than a protected source reported" would say of two that they may be one.
      comparedToId: counts.some((other) => other.id === count.comparedToId && isOpen(other)) ? count.comparedToId : null,
      places: count.places.map((place) => placeName(place, locale)),
      inCities: false,
      asOf: count.asOf === null ? "" : formatUncertain(count.asOf, locale, formal),
    }),
  );
  const sentences = { t: (key: string, values?: Record<string, string | number>) => room("events")(key, values), list, locale };
  /** Outside the house not how many are known by name: the rest would be somebody's small number. */
  const ours = profile === "internal" ? own : [];
  const ownLines = profile === "internal" ? [] : withheld ? [t("event.own_withheld")] : own.filter(({ total }) => profile !== "public" || total === 0 || total >= SMALLEST_SHOWN).map(({ category, total }) => t("event.own", { what: room("vocab")(`count_categories.${category}`), count: total, figure: figureOf(total, words) }));
  const lines = [...countReport(told, ours, sentences), ...ownLines];
  return [paragraph(t("event.counted_lead")), lines.length === 0 ? paragraph(t("event.no_counts")) : { kind: "list", ordered: false, items: lines }];
}

const outcomesOf = (taken: readonly Taken[]) => taken.map((each) => outcomeOf(each.case));
const countsOf = (taken: readonly Taken[]) => eventOutcomes.map((outcome) => outcomesOf(taken).filter((one) => one === outcome).length);
const namedOf = (taken: readonly Taken[]): number[] => countsOf(taken.filter((each) => each.case.person.named));
const outcomesComplete = (taken: readonly Taken[]): boolean => withholdBeside(countsOf(taken), namedOf(taken)).parts.every((part) => part !== null);

function outcomeBlocks(taken: readonly Taken[], { penalties }: EventReportData, words: ReportWords, isPublic: boolean): ReportBlock[] {
  const { room, vocab, locale } = words;
  const t = room("tables");
  const [counts, named] = [countsOf(taken), namedOf(taken)];
  const rows = eventOutcomes.map((outcome, at) => ({ outcome, label: t(`outcome.${outcome}`), count: counts[at] ?? 0, known: named[at] ?? 0 })).filter(({ outcome, count }) => count > 0 || outcome === "unknown");
  // To the public not in the order of what is not told.
  const inOrder = isPublic ? [...penalties].sort((a, b) => a.kind.localeCompare(b.kind) || (a.term ?? "").localeCompare(b.term ?? "")) : penalties;
  const penaltyRows = inOrder.map(({ kind, term, count }) => [vocab(`order_kinds.${kind}`), term === null ? t("not_known") : formatTerm(termOf(term) ?? {}, locale), figureOf(isPublic && count < SMALLEST_SHOWN ? null : count, words)]);
  return [
    countTable(t("event.outcomes_caption"), t("annex.column.outcome"), taken.length === 0 ? [] : rows, words, isPublic),
    { kind: "table", caption: t("event.penalties"), columns: [{ label: t("event.column.penalty"), share: 2 }, { label: t("event.column.term"), share: 1.5 }, { label: t("number"), align: "end" }], rows: penaltyRows, empty: t("event.no_penalties") },
  ];
}

/** "«Title», publisher, 31 October 2019. https://… SHA-256 …"; one that is not told by its kind at most. */
function sourceLine(source: OutSource, words: ReportWords): string {
  const { vocab, locale } = words;
  const kind = vocab(`source_kinds.${source.kind}`);
  if (source.masked) return source.kind === "other" ? keptSource(words) : `${keptSource(words)} (${kind})`;
  const told = [source.title, source.author, source.publisher, kind, ...(source.published === null ? [] : [formatUncertain(source.published, locale, formal)])].filter(Boolean).join(", ");
  return [`${told}.`, source.url, source.sha256 === "" ? "" : `SHA-256: ${source.sha256}`].filter(Boolean).join(" ");
}
