import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { formatCount, formatDay } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { CustodyChart, type CustodyDay } from "./custody-chart";

/** How many were in custody on each of the last days: a sentence, the picture, and the table behind it. */
export function CustodyOverTime({ days }: { days: readonly { date: string; held: number }[] }) {
  const t = useTranslations("dashboard.over_time");
  const locale = useLocale() as Locale;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const peak = days.reduce((most, day) => (day.held > most.held ? day : most), first);
  const year = ` ${last.date.slice(0, 4)}`;
  const short = (date: string) => formatDay(date, locale, { compact: true });
  const rows = days.map(({ date, held }): CustodyDay => [short(date).replace(year, ""), held]);
  const figures = { first: formatCount(first.held, locale), from: short(first.date), last: formatCount(last.held, locale), peak: formatCount(peak.held, locale), on: short(peak.date) };
  return (
    <Section id="over-time" title={t("title")} data-testid="over-time">
      <p>{t("sentence", figures)}</p>
      <CustodyChart days={rows} words={{ table: t("table"), day: t("day"), held: t("held"), loading: t("loading") }} />
    </Section>
  );
}
