import { formatCount, formatDay, formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { ReportBlock } from "@/lib/model/report-document";
import { inSteps, SMALLEST_SHOWN, withholdBeside } from "@/lib/model/small-cells";
import { formal, type ReportWords } from "./report-words";

export type Table = Extract<ReportBlock, { kind: "table" }>;
export type Counted = { label: string; count: number; /** How many of them are told one by one beside it. */ known?: number };

export const heading = (text: string, level: 1 | 2 = 1): ReportBlock => ({ kind: "heading", level, text });
export const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });
export const facts = (rows: { label: string; value: string }[]): ReportBlock => ({ kind: "facts", rows });

/** Where the editor can add a text before everything and after it. */
export const opening = ({ t }: ReportWords): ReportBlock => ({ kind: "added", slot: "opening", label: t("bulletin.slot.opening"), text: "" });
export const closing = ({ t }: ReportWords): ReportBlock => ({ kind: "added", slot: "closing", label: t("bulletin.slot.closing"), text: "" });

/** A figure, or the sign for one that is withheld. */
export const figure = (count: number | null, { locale, room }: ReportWords): string => (count === null ? room("tables")("withheld") : formatCount(count, locale));

/** A figure of people: to the public in steps of five, so that the next report does not tell of one who came or went. */
export const figureOf = (count: number | null, words: ReportWords): string =>
  count !== null && count >= SMALLEST_SHOWN && words.profile === "public" ? `${figure(inSteps(count), words)}+` : figure(count, words);

/** What the signs for figures mean. */
export const withheldNote = ({ profile, room }: ReportWords): string => [room("tables")("withheld_note"), ...(profile === "public" ? [room("tables")("steps_note")] : [])].join(" ");

/** Labels with how many there are of each, and their total. `small` withholds what could tell who it is. */
export function countTable(caption: string, label: string, rows: readonly Counted[], words: ReportWords, small: boolean): Table {
  const t = words.room("tables");
  const { parts, total } = small ? withholdBeside(rows.map(({ count }) => count), rows.map(({ known = 0 }) => known)) : { parts: rows.map(({ count }) => count), total: rows.reduce((sum, { count }) => sum + count, 0) };
  const told = rows.map((row, at) => [row.label, figureOf(parts[at] ?? null, words)]);
  return {
    kind: "table",
    caption,
    columns: [{ label, share: 3 }, { label: t("number"), align: "end" }],
    rows: rows.length === 0 ? [] : [...told, [t("total"), figureOf(total, words)]],
    empty: t("nothing"),
  };
}

/** "1–31 October 2019" as two days, or that nothing limits the time. */
export function periodWords({ from, to }: { from: string | null; to: string | null }, { locale, room }: ReportWords): string {
  const t = room("tables");
  const day = (date: string) => formatDay(date, locale, formal);
  if (from === null) return to === null ? t("period.open") : t("period.until", { to: day(to) });
  return to === null ? t("period.from", { from: day(from) }) : formatUncertain(from === to ? from : `${from}/${to}`, locale, formal);
}

export const asOf = ({ locale, room, now, zone }: ReportWords): string => room("tables")("as_of", { when: formatInstant(now, zone, locale, formal) });

/** "a: 3; b: 1". */
export const tally = (counts: readonly Counted[], { locale }: ReportWords): string => counts.map(({ label, count }) => `${label}: ${formatCount(count, locale)}`).join("; ");

/** How many there are of each, in the order of the list that they come from. */
export function countedBy<T extends string>(order: readonly T[], values: readonly string[], label: (value: T) => string): Counted[] {
  return order.map((value) => ({ label: label(value), count: values.filter((one) => one === value).length })).filter(({ count }) => count > 0);
}
