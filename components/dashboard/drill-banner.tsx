import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

/** Nobody may take a drill for the morning. */
export function DrillBanner({ now, zone }: { now: number; zone: string }) {
  const t = useTranslations("dashboard.drill");
  const when = formatInstant(now, zone, useLocale() as Locale, { weekday: true });
  return (
    <Alert tone="today" title={t("title")} data-testid="drill-banner">
      <p>{t("text", { when })}</p>
    </Alert>
  );
}
