import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Withdrawn } from "@/components/cases/withdrawn";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { OwnCount } from "@/lib/model/own-count";
import type { CountCategory } from "@/lib/model/vocabularies";
import { counterName, figureText, toldCount, type LedgerLine } from "./count-facts";
import { countReport } from "@/lib/wording/count-sentence";
import { placeName } from "@/lib/wording/place-name";
import { useSourceName } from "@/components/sources/source-name";

type Props = { eventId: string; ledger: readonly LedgerLine[]; own: readonly (OwnCount & { category: CountCategory })[]; mayWrite: boolean };

/** Who counted what, each figure as it was told, beside our own count of the same category and places; nothing is added up. */
export function CountLedger({ eventId, ledger, own, mayWrite }: Props) {
  const t = useTranslations("events");
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t(ledger.length ? "count.explain" : "count.none")}</p>
      {ledger.length > 0 && <LedgerTable eventId={eventId} ledger={ledger} mayWrite={mayWrite} />}
      <OwnCounts own={own} />
      <Report ledger={ledger} own={own} />
    </div>
  );
}

function useOwnWords(): (own: OwnCount | null, category: string) => string {
  const t = useTranslations("events.count");
  const locale = useLocale() as Locale;
  return (own, category) => {
    if (own === null) return t("not_counted");
    if (own.total === 0) return formatCount(0, locale);
    const people = t("people_of_ours", { total: formatCount(own.total, locale), named: formatCount(own.named, locale) });
    return category === "detained" && own.eve > 0 ? `${people}; ${t("eve_of_ours", { count: formatCount(own.eve, locale) })}` : people;
  };
}

function LedgerTable({ eventId, ledger, mayWrite }: Pick<Props, "eventId" | "ledger" | "mayWrite">) {
  const t = useTranslations("events");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const ownWords = useOwnWords();
  const counter = (count: LedgerLine["count"]) => counterName(count, t);
  const sourceName = useSourceName();
  const who = (id: string | null) => {
    const other = ledger.find(({ count }) => count.id === id && count.withdrawn === null);
    return other && counter(other.count);
  };
  const struck = (line: LedgerLine, words: string) => (line.count.withdrawn === null ? words : <s>{words}</s>);
  return (
    <DataTable
      caption={t("count.title")}
      rows={ledger}
      rowKey={({ count }) => count.id}
      rowTestId={({ count }) => `count-${count.id}`}
      data-testid="count-ledger"
      columns={[
        {
          key: "counter",
          header: t("column.counter"),
          primary: true,
          cell: (line) => (
            <span className="grid gap-0.5">
              {mayWrite && line.count.withdrawn === null ? (
                <Link href={`/events/${eventId}/counts/${line.count.id}`} prefetch={false} className="link">
                  {counter(line.count)}
                </Link>
              ) : (
                <span>{struck(line, counter(line.count))}</span>
              )}
              {line.institution && (
                <span className="text-sm font-normal">
                  <InstitutionLink of={line.institution} />
                </span>
              )}
              <Withdrawn reason={line.count.withdrawn} />
            </span>
          ),
        },
        { key: "counted", header: t("column.counted"), words: true, cell: (line) => struck(line, vocab(`count_categories.${line.count.category}`)) },
        {
          key: "figure",
          header: t("column.figure"),
          cell: (line) => {
            const other = who(line.count.comparedToId);
            return (
              <span className="grid gap-0.5">
                <span data-testid="count-figure">{struck(line, figureText(line.count, t, (value) => formatCount(value, locale)))}</span>
                {other !== undefined && <span className="text-sm text-muted">{t("count.more_than", { other })}</span>}
              </span>
            );
          },
        },
        { key: "scope", header: t("column.scope"), cell: ({ places }) => (places.length ? places.map((place) => placeName(place, locale)).join(", ") : t("count.whole")) },
        { key: "as_of", header: t("field.asOf"), cell: ({ count }) => (count.asOf === null ? "" : formatUncertain(count.asOf, locale)) },
        { key: "source", header: t("field.source"), cell: ({ count, source }) => <SourceAndNote source={source && { id: source.id, title: sourceName(source) }} note={count.note} /> },
        { key: "own", header: t("column.own"), cell: ({ own, count }) => <span data-testid="own-count">{ownWords(own, count.category)}</span> },
      ]}
    />
  );
}

const SourceAndNote = ({ source, note }: { source: LedgerLine["source"]; note: string }) => (
  <span className="grid gap-0.5">
    {source && (
      <Link href={`/sources/${source.id}`} prefetch={false} className="link">
        {source.title}
      </Link>
    )}
    {note && <span className="text-sm whitespace-pre-line">{note}</span>}
  </span>
);

function OwnCounts({ own }: Pick<Props, "own">) {
  const t = useTranslations("events.count");
  const vocab = useTranslations("vocab.count_categories");
  const ownWords = useOwnWords();
  return (
    <div className="grid gap-1" data-testid="own-counts">
      <h3>{t("ours")}</h3>
      <p className="text-sm text-muted">{t("ours_hint")}</p>
      <DescriptionList facts={own.map((each) => ({ key: each.category, label: vocab(each.category), value: ownWords(each, each.category), testId: `own-${each.category}` }))} />
    </div>
  );
}

/** Sentences that can be copied into a report: every figure under the name of whoever told it. */
function Report({ ledger, own }: Pick<Props, "ledger" | "own">) {
  const t = useTranslations("events");
  const format = useFormatter();
  const locale = useLocale() as Locale;
  const told = ledger.filter(({ count }) => count.withdrawn === null).map((line) => toldCount({ ...line, count: { ...line.count, attributedTo: counterName(line.count, (key) => t(key)) } }, locale));
  if (told.length === 0) return null;
  const sentences = countReport(told, own, { t: (key, values) => t(key, values), list: (items) => format.list(items, { type: "conjunction" }), locale });
  return (
    <div className="grid gap-1">
      <h3>{t("count.report")}</h3>
      <p className="border-s-4 border-edge ps-3 wrap-anywhere select-all" data-testid="count-report">
        {sentences.join(" ")}
      </p>
    </div>
  );
}
