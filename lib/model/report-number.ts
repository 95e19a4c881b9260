import type { ReportKind } from "./report";

/** The bulletin counts on for ever, so that people can say "since bulletin 12"; everything else counts anew each year. */
export const BULLETIN = "bulletin";

export const seriesOf = (kind: ReportKind, year: number): string => (kind === "persons_deprived" ? BULLETIN : String(year));

/** "12", "2019/7"; empty as long as there is no number. */
export function reportNumber({ series, number }: { series: string | null; number: number | null }): string {
  if (series === null || number === null) return "";
  return series === BULLETIN ? String(number) : `${series}/${number}`;
}
