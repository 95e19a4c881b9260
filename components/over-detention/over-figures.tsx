import { useLocale, useTranslations } from "next-intl";
import { formatCount, formatHours } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

export type ShownOverTotals = { count: number; inside: number; least: number; most: number; mostUnknown: number };

function Figure({ id, figure, label, shows }: { id: string; figure: string; label: string; shows: string }) {
  return (
    <div className="card grid content-start gap-1">
      <dt className="text-sm">{label}</dt>
      <dd>
        <strong className="block text-2xl tabular-nums" data-testid={`over-${id}`}>
          {figure}
        </strong>
        <span className="block text-sm text-muted">{shows}</span>
      </dd>
    </div>
  );
}

/** The totals, each with a sentence that says what it shows. */
export function OverFigures({ totals }: { totals: ShownOverTotals }) {
  const t = useTranslations("overheld.figure");
  const locale = useLocale() as Locale;
  const { count, inside, least, most, mostUnknown } = totals;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4" data-testid="over-figures">
      <Figure id="people" figure={formatCount(count, locale)} label={t("people")} shows={t("people_shows")} />
      <Figure id="inside" figure={formatCount(inside, locale)} label={t("inside")} shows={t("inside_shows")} />
      <Figure id="least" figure={formatHours(least, locale)} label={t("least")} shows={t("least_shows")} />
      <Figure
        id="most"
        figure={mostUnknown > 0 ? t("most_unknown") : formatHours(most, locale)}
        label={t("most")}
        shows={mostUnknown > 0 ? t("most_unknown_shows", { count: mostUnknown }) : t("most_shows")}
      />
    </dl>
  );
}
