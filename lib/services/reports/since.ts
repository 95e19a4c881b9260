import "server-only";
import { findReport, listReportRecords } from "@/db/queries/reports";
import { store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import type { ReportKind, ReportRecord, ReportRequest } from "@/lib/model/report";
import { BULLETIN, reportNumber } from "@/lib/model/report-number";
import { compareRecords } from "@/lib/reports/compare-records";
import { compareSentence } from "@/lib/reports/compare-sentence";
import type { ReportWords } from "@/lib/reports/report-words";
import { recordsOfReport } from "./records";

/**
 * What came since the report that this one follows, in the sentence of the comparison page; "" where it follows none that is still issued. Only whoever
 * had both is told: the house, and a partner of an earlier one that was made for the same partner. The public is not, because what came between two
 * reports would stand there as an exact figure.
 */
export async function sinceSentence(actor: Actor, { kind, destination, previousId }: Pick<ReportRequest, "kind" | "destination" | "previousId">, records: readonly ReportRecord[], words: ReportWords): Promise<string> {
  if (!previousId || destination.profile === "public") return "";
  const { read } = await store();
  const previous = await findReport(read, actor, previousId);
  if (previous?.state !== "issued" || (previous.kind as ReportKind) !== kind) return "";
  if (destination.profile === "partner" && (previous.profile !== "partner" || previous.recipientId !== destination.recipientId)) return "";
  const say = (key: string, values?: Record<string, string | number>) => words.t(`compare.${key}`, values);
  const since = say(`since.${previous.series === BULLETIN ? "bulletin" : "report"}`, { number: reportNumber(previous) });
  const earlier = { records: recordsOfReport(await listReportRecords(read, previousId)), at: previous.asOf ?? 0 };
  return compareSentence(compareRecords(earlier, { records, at: words.now }), since, say, (items) => items.join(", "));
}
