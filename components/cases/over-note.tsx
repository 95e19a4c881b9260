import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { formatHours, formatInstant, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseFrame } from "./case-facts";

/** How long somebody was, or is, held longer than any reading allows, and counted from what. */
export function OverNote({ frame: { over, item, now } }: { frame: CaseFrame }) {
  const t = useTranslations("overheld");
  const locale = useLocale() as Locale;
  if (!over) return null;
  const words = {
    kind: item.expectedBasis === "override" ? "override" : over.kind,
    least: formatHours(over.least, locale),
    most: over.most === null ? "" : formatHours(over.most, locale),
    known: over.most === null ? "no" : "yes",
  };
  const window = formatWindow(over.earliest, over.latest, item.zone, locale);
  return (
    <Alert tone="overdue" title={t(item.outstanding ? "note.inside" : "note.late", words)} data-testid="over-held">
      {item.outstanding ? t("note.counted_inside", { window, now: formatInstant(now, item.zone, locale) }) : t("note.counted_late", { window })}
    </Alert>
  );
}
