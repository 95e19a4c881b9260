import type { useTranslations } from "next-intl";
import { limitLine, type ReleaseWords } from "@/lib/wording/clock-words";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { institutionName } from "@/lib/model/institution-name";
import { custodyStatuses } from "@/lib/model/vocabularies";
import type { CaseRowData, CaseRowWords } from "./case-row";
import { alertCodes, alertsOf, basisCodes, basisOf, caseName, daysHeld, expectedWords, placeName, termWords, type DashboardWords } from "@/lib/wording/case-words";

type Vocabulary = ReturnType<typeof useTranslations>;
type Context = { now: number; zone: string; t: DashboardWords; release: ReleaseWords; locale: Locale };

/** A case in words, for one row of a list. */
export function caseRowData(item: CaseSummary, { now, zone, t, release, locale }: Context): CaseRowData {
  const place = placeName(item, locale);
  const when = item.outstanding ? expectedWords(item, now, t, locale, zone) : releasedWords(item, t, locale);
  return [
    item.id,
    item.reference,
    caseName(item, t, locale),
    item.status,
    heldWords(item, now, t, locale),
    item.heldAt ? `${institutionName(item.heldAt, locale)} · ${place}` : `${t("row.held_at_unknown")} · ${place}`,
    termWords(item.termText, locale) ?? (item.outstanding ? t("row.term_unknown") : ""),
    when?.relative ?? "",
    when?.absolute ?? t("release.unknown"),
    item.outstanding && when ? basisOf(item) : "",
    alertsOf(item),
    item.outstanding && item.limit ? limitLine(item.limit, now, release, locale) : "",
    item.ownerName ? t("row.owner", { name: item.ownerName }) : "",
  ];
}

function heldWords(item: CaseSummary, now: number, t: DashboardWords, locale: Locale): string {
  const days = daysHeld(item, now);
  const since = item.seizedText === null ? "" : t("row.since", { date: formatUncertain(item.seizedText, locale, { compact: true }) });
  return [days !== null ? t("row.days_held", { days }) : item.custodyFrom === null ? t("row.held_unknown") : "", since].filter(Boolean).join(" · ");
}

function releasedWords(item: CaseSummary, t: DashboardWords, locale: Locale) {
  const absolute = item.releasedText === null ? t("release.date_unknown") : formatUncertain(item.releasedText, locale, { compact: true });
  return { relative: item.verdict && item.verdict !== "unknown" ? t(`verdict.${item.verdict}`) : "", absolute };
}

/** The words that all rows share, sent once. */
export function caseRowWords(t: DashboardWords, vocabulary: Vocabulary, mayRecord: boolean): CaseRowWords {
  const labels = <C extends string>(codes: readonly C[], label: (code: C) => string) => Object.fromEntries(codes.map((code) => [code, label(code)])) as Record<C, string>;
  return {
    status: labels(custodyStatuses, (code) => vocabulary(`custody_statuses.${code}`)),
    basis: labels(basisCodes, (code) => t(`basis.${code}`)),
    alert: labels(alertCodes, (code) => t(`alert.${code}`)),
    record: t("act.record"),
    act: mayRecord ? labels(["released", "still_inside", "transferred", "ruling"] as const, (code) => t(`act.${code}`)) : null,
  };
}
