import type { ReportDraftValues } from "@/lib/model/report-input";
import { startReport } from "@/lib/services/reports/drafts";
import { listFilters } from "@/lib/services/reports/filters";
import { issueReport } from "@/lib/services/reports/issue";
import { getReportPage, type DraftPage } from "@/lib/services/reports/pages";
import { coordinator } from "./world";

export type ReportRecords = Awaited<ReturnType<typeof recordReports>>;

export const draftReport = (given: Partial<ReportDraftValues> = {}): ReportDraftValues => ({
  kind: "persons_deprived", locale: "kk", to: "public", purpose: "publication", subjectId: null, savedFilterId: null, query: "", placeId: null, detentionKind: "", fromDay: "2019-10-21", toDay: "2019-10-27", saveAs: "", previousId: null, ...given,
});

/** A draft, an issued report and a saved filter, each carrying the canary. */
export async function recordReports(canary: string) {
  const { reportId: issuedId } = await startReport(coordinator, draftReport({ placeId: "ala", saveAs: `${canary} filter` }));
  const page = (await getReportPage(coordinator, issuedId)) as DraftPage;
  await issueReport(coordinator, { reportId: issuedId, seen: page.seen, reason: `${canary} asked for it`, password: "" }, { version: 1 });
  const { reportId: draftId } = await startReport(coordinator, draftReport());
  const { seen } = (await getReportPage(coordinator, draftId)) as DraftPage;
  const [filter] = await listFilters(coordinator);
  return { issuedId, draftId, seen, filterId: filter?.id ?? "" };
}
