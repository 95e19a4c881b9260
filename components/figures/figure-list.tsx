import { useLocale, useTranslations } from "next-intl";
import { formatCount, formatHours } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

export type OverFigure = { count: number; least: number; most: number; mostUnknown: number };
export type ShownFigure = { id: string; label: string; count: number; over?: OverFigure | undefined };

/** Figures of the reader's teams, each a number with what it is; how long people were held too long in hours. */
export function FigureList({ figures }: { figures: readonly ShownFigure[] }) {
  const t = useTranslations("figures");
  const locale = useLocale() as Locale;
  const hours = ({ least, most, mostUnknown }: OverFigure) => (mostUnknown > 0 ? t("hours_open", { least: formatHours(least, locale) }) : t("hours", { least: formatHours(least, locale), most: formatHours(most, locale) }));
  return (
    <>
      <dl className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4" data-testid="figures">
        {figures.map(({ id, label, count, over }) => (
          <div key={id} className="grid content-start gap-1 border-s-2 border-line ps-3">
            <dt className="text-sm text-muted">{label}</dt>
            <dd>
              <strong className="block text-2xl tabular-nums" data-testid={`figure-${id}`}>
                {formatCount(count, locale)}
              </strong>
              {over && over.count > 0 && <span className="block text-sm">{hours(over)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{t("own_teams")}</p>
    </>
  );
}
