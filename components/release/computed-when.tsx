import { useLocale, useTranslations } from "next-intl";
import { formatWindow, relativeDays } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ReleaseEstimate } from "@/lib/release/estimate-facts";

type Props = {
  estimate: Pick<ReleaseEstimate, "earliest" | "latest" | "kind" | "convention" | "countingConfirmed">;
  zone: string;
  /** From when "in 3 days" is counted; without it nothing is said of that. */
  now?: number | undefined;
  /** Whose time it is, where that may be mistaken. */
  zoneNote?: string | null | undefined;
  testId: string;
};

/** A computed release: when, how exact that is, by which reading, and whether the reading is confirmed. */
export function ComputedWhen({ estimate: { earliest, latest, kind, convention, countingConfirmed }, zone, now, zoneNote, testId }: Props) {
  const t = useTranslations("release");
  const locale = useLocale() as Locale;
  const details = [t(`kind.${kind}`), convention === null || convention === "WINDOW" ? "" : t(`convention.${convention}`), zoneNote ?? ""];
  return (
    <>
      <p>
        <strong className="text-lg" data-testid={testId}>
          {formatWindow(earliest, latest, zone, locale, { weekday: true })}
        </strong>
        {now !== undefined && earliest !== null && Date.parse(earliest) > now && <span className="ms-2 text-muted print:hidden">{relativeDays(earliest, now, zone, locale)}</span>}
      </p>
      <p className="text-sm text-muted">{details.filter(Boolean).join(" · ")}</p>
      {!countingConfirmed && <p className="text-sm font-medium text-today">{t("warning.COUNTING_NOT_CONFIRMED")}</p>}
    </>
  );
}
