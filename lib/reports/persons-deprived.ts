import { formatCount, formatDeadline, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import { institutionName } from "@/lib/model/institution-name";
import type { OutCase, OutCount, OutEvent } from "@/lib/model/outgoing";
import type { ReportBlock, ReportColumn } from "@/lib/model/report-document";
import { inSteps, SMALLEST_SHOWN, withholdBeside } from "@/lib/model/small-cells";
import { basisOf, termWords } from "@/lib/wording/case-words";
import { countReport, type ToldCount } from "@/lib/wording/count-sentence";
import { periodText } from "@/lib/wording/event-words";
import { slotName } from "@/lib/wording/person-name";
import { placeName } from "@/lib/wording/place-name";
import type { Phase } from "./custody-phase";
import { formal, keptSource, type ReportWords } from "./report-words";

export type DeprivedCase = { told: OutCase; phase: Phase };
export type DeprivedData = {
  cases: readonly DeprivedCase[];
  /** The events of the period, each with its ledger. */
  events: readonly { event: OutEvent; counts: readonly OutCount[] }[];
  /** The period has no beginning: then nobody is "new" in it, and that is not a figure of nobody. */
  wholeTime?: boolean;
  /** What came since the bulletin before, as a sentence; "" where there was none, or it is not told. */
  since?: string;
};

const phases = ["isHeld", "isNew", "isReleased", "isOverdue"] as const;
type PhaseName = (typeof phases)[number];
const counted: Record<PhaseName, string> = { isHeld: "held", isNew: "new", isReleased: "released", isOverdue: "overdue" };

/**
 * The bulletin: who was held in a period, who was taken, released, not released in time; what sources counted, each under its own name. Outside
 * the house only people who agreed are listed in public; everybody else is in the figures, and small figures are held back.
 */
export function buildPersonsDeprived({ cases, events, wholeTime = false, since = "" }: DeprivedData, words: ReportWords): ReportBlock[] {
  const { t } = words;
  const shown = wholeTime ? phases.filter((phase) => phase !== "isNew") : phases;
  const listed = byPseudonym(words.profile === "public" ? cases.filter(({ told }) => told.person.named) : cases, words);
  return [
    { kind: "added", slot: "opening", label: t("bulletin.slot.opening"), text: "" },
    { kind: "heading", level: 1, text: t("bulletin.summary") },
    summary(cases, shown, words),
    ...(since === "" ? [] : [{ kind: "paragraph", text: since } as const]),
    ...doubts(cases, words),
    breakdown(cases, "place", shown, words),
    breakdown(cases, "kind", shown, words),
    ...ledgers(events, words),
    { kind: "heading", level: 1, text: t("bulletin.people") },
    ...unlisted(cases.filter((each) => !listed.includes(each)), words),
    // "Nobody" below "19 are not listed" would say the opposite.
    ...(listed.length > 0 || cases.length === 0 ? [{ kind: "table", caption: "", columns: columns(words), rows: listed.map((each) => personRow(each, words)), empty: t("bulletin.nobody") } as const] : []),
    { kind: "added", slot: "closing", label: t("bulletin.slot.closing"), text: "" },
    { kind: "heading", level: 1, text: t("bulletin.reading") },
    { kind: "list", ordered: false, items: [t("bulletin.reading_dates"), t("bulletin.reading_overdue"), t("bulletin.reading_counts"), ...(words.profile === "public" ? [words.room("tables")("steps_note")] : []), ...(words.profile === "internal" ? [] : [t("bulletin.reading_consent")])] },
  ];
}

/** Outside the house in an order that says neither who is due first nor who was recorded first. */
const byPseudonym = (cases: readonly DeprivedCase[], { profile }: ReportWords): readonly DeprivedCase[] =>
  profile === "internal" ? cases : [...cases].sort(({ told: a }, { told: b }) => (a.id < b.id ? -1 : Number(a.id > b.id)));

/**
 * How many of each of these groups there are, null where that is held back: in a public bulletin, because everywhere else the people themselves are
 * listed. There those who agreed are listed as well, so the others are counted too.
 */
function told(groups: readonly (readonly DeprivedCase[])[], { profile }: ReportWords): { parts: readonly (number | null)[]; total: number | null } {
  const all = groups.map(({ length }) => length);
  if (profile !== "public") return { parts: all, total: all.reduce((sum, count) => sum + count, 0) };
  return withholdBeside(all, groups.map((group) => group.filter((each) => each.told.person.named).length));
}

/** To the public from five on in steps, so that two bulletins do not tell of the one who came between. */
const figureText = (count: number, { profile, locale }: ReportWords): string => (profile === "public" && count >= SMALLEST_SHOWN ? `${formatCount(inSteps(count), locale)}+` : formatCount(count, locale));
function figure(cases: readonly DeprivedCase[], words: ReportWords): string {
  const { total } = told([cases], words);
  return total === null ? words.t("bulletin.held_back") : figureText(total, words);
}
const inPhase = (cases: readonly DeprivedCase[], name: PhaseName): DeprivedCase[] => cases.filter(({ phase }) => phase[name]);

function summary(cases: readonly DeprivedCase[], phases: readonly PhaseName[], words: ReportWords): ReportBlock {
  return { kind: "facts", rows: phases.map((name) => ({ label: words.t(`bulletin.count.${counted[name]}`), value: figure(inPhase(cases, name), words) })) };
}

/** What the reader must not take for certain. */
function doubts(cases: readonly DeprivedCase[], words: ReportWords): ReportBlock[] {
  const inside = cases.filter(({ phase }) => phase.isHeld);
  const some: [string, DeprivedCase[]][] = [
    ["unconfirmed", inside.filter(({ told }) => told.expectedBasis === "computed" && !told.countingConfirmed)],
    ["differs", inside.filter(({ told }) => told.statedDiffers)],
    ["undated", inside.filter(({ told }) => told.expectedFrom === null && told.expectedTo === null)],
  ];
  const said = some.filter(([, of]) => of.length > 0).map(([key, of]) => words.t(`bulletin.doubt.${key}`, { figure: figure(of, words) }));
  return said.length === 0 ? [] : [{ kind: "note", text: said.join("\n") }];
}

function breakdown(cases: readonly DeprivedCase[], by: "place" | "kind", phases: readonly PhaseName[], words: ReportWords): ReportBlock {
  const { t, locale } = words;
  const name = ({ told }: DeprivedCase) => (by === "kind" ? kindWords(told, words) : placeName(told.place, locale) || t("bulletin.place_unknown"));
  const groups = [...Map.groupBy(cases, name)].map(([label, all]) => ({ label, of: phases.map((phase) => inPhase(all, phase)) })).filter(({ of }) => of.some(({ length }) => length > 0));
  // To the public not in the order of figures that are not told.
  groups.sort((a, b) => (words.profile === "public" ? 0 : (b.of[0]?.length ?? 0) - (a.of[0]?.length ?? 0)) || a.label.localeCompare(b.label, locale));
  const shown = phases.map((_, at) => told(groups.map(({ of }) => of[at] ?? []), words).parts);
  const caption = t(`bulletin.by_${by}`);
  // In a column of figures the words would be longer than everything else; the caption says what the dots are.
  const short = (each: number | null) => (each === null ? "…" : figureText(each, words));
  return {
    kind: "table",
    caption: shown.flat().includes(null) ? t("bulletin.caption_held_back", { caption }) : caption,
    columns: [{ label: t(`bulletin.column.${by}`), share: 3 }, ...phases.map((phase): ReportColumn => ({ label: t(`bulletin.column.${counted[phase]}`), align: "end" }))],
    rows: groups.map(({ label }, row) => [label, ...shown.map((column) => short(column[row] ?? null))]),
    empty: t("bulletin.nobody"),
  };
}

function ledgers(events: DeprivedData["events"], words: ReportWords): ReportBlock[] {
  const { t, locale } = words;
  const counting = events.filter(({ counts }) => counts.length > 0);
  if (counting.length === 0) return [];
  const sentences = (counts: readonly OutCount[]) => countReport(counts.map((count) => toldCount(count, counts, words)), [], { t: words.room("events"), list: words.list, locale });
  return [
    { kind: "heading", level: 1, text: t("bulletin.ledger") },
    { kind: "paragraph", text: t("bulletin.ledger_about") },
    ...counting.flatMap(({ event, counts }): ReportBlock[] => [
      { kind: "heading", level: 2, text: [event.title, periodText(event.start, event.end, locale, formal)].filter(Boolean).join(", ") },
      { kind: "list", ordered: false, items: sentences(counts) },
    ]),
  ];
}

function toldCount(count: OutCount, beside: readonly OutCount[], words: ReportWords): ToldCount {
  const { locale } = words;
  const by = count.attributedTo || (count.institution ? institutionName(count.institution, locale) : keptSource(words));
  // "More than a source that is not disclosed reported" would say of two that they may be one.
  const comparedToId = beside.some((other) => other.id === count.comparedToId && !other.masked) ? count.comparedToId : null;
  return { ...count, comparedToId, attributedTo: by, category: count.category as ToldCount["category"], bound: count.bound as ToldCount["bound"], places: count.places.map((place) => placeName(place, locale)), inCities: false, asOf: count.asOf === null ? "" : formatUncertain(count.asOf, locale, formal) };
}

function unlisted(cases: readonly DeprivedCase[], words: ReportWords): ReportBlock[] {
  return cases.length === 0 ? [] : [{ kind: "paragraph", text: words.t("bulletin.unlisted", { figure: figure(cases, words) }) }];
}

/** "Unknown" alone would not say what is unknown. */
const kindWords = ({ detentionKind }: OutCase, { t, vocab }: ReportWords): string => (detentionKind === "unknown" ? t("bulletin.kind_unknown") : vocab(`detention_kinds.${detentionKind}`));

const columns = ({ t }: ReportWords): ReportColumn[] =>
  [["person", 2.1], ["where", 1.8], ["since", 1.5], ["term", 1.3], ["expected", 2.1], ["state", 2.1]].map(([key, share]) => ({ label: t(`bulletin.column.${key}`), share: Number(share) }));

function personRow({ told, phase }: DeprivedCase, words: ReportWords): string[] {
  const { t, locale } = words;
  const { person, slot, slotCount } = told;
  const name = slotName({ ...person, slot, slotCount }, words.room("people"));
  // Outside the house the reference is one more pseudonym, and a name of its own is enough.
  const reference = words.profile === "internal" ? told.reference : "";
  const where = [told.heldAt ? institutionName(told.heldAt, locale) : "", placeName(told.place, locale)].filter(Boolean).join(", ");
  return [
    [name, reference, kindWords(told, words)].filter(Boolean).join("\n"),
    where || t("bulletin.place_unknown"),
    formatUncertain(told.taken, locale, { compact: true }),
    termWords(told.term, locale) ?? t("bulletin.term_unknown"),
    expected(told, words),
    state(told, phase, words),
  ];
}

/** The window in which the release is due, who says so, and what is in doubt. */
function expected(told: OutCase, words: ReportWords): string {
  const basis = words.room("dashboard")(`basis.${basisOf(told)}`);
  if (told.expectedFrom === null && told.expectedTo === null) return basis;
  const window = formatWindow(told.expectedFrom, told.expectedTo, told.zone, words.locale, { compact: true });
  return [window, basis, told.statedDiffers ? words.t("bulletin.source_differs") : ""].filter(Boolean).join("\n");
}

function state(told: OutCase, phase: Phase, { t, vocab, locale }: ReportWords): string {
  const own = vocab(`custody_statuses.${told.status}`);
  const since = told.status === "overdue" && told.overdueFrom !== null ? t("bulletin.since", { when: formatDeadline(told.overdueFrom, told.zone, locale, { compact: true }) }) : "";
  const released = told.released === null ? "" : formatUncertain(told.released, locale, { compact: true });
  return [own, released, since, phase.isNew ? t("bulletin.new") : ""].filter(Boolean).join("\n");
}
