import { type DateStyle, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { BULLETIN, reportNumber } from "@/lib/model/report-number";

type Say = (key: string, values?: Record<string, string | number>) => string;

/** "Bulletin 12", "Report 2019/7"; "Draft" as long as there is no number. `t` are the words of `reports.document`. */
export function reportName(report: { series: string | null; number: number | null }, t: Say): string {
  const number = reportNumber(report);
  return number === "" ? t("draft") : t(report.series === BULLETIN ? "bulletin" : "report", { number });
}

/** The days of a period in words; empty where both sides are open. */
export function periodWords(from: string | null, to: string | null, locale: Locale, style: DateStyle = {}): string {
  if (from === null && to === null) return "";
  return formatUncertain(from !== null && from === to ? from : `${from ?? ".."}/${to ?? ".."}`, locale, style);
}
