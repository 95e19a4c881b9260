import "server-only";
import { Temporal } from "temporal-polyfill";
import { can, type Actor } from "@/lib/model/permissions";
import type { ReportDraftValues } from "@/lib/model/report-input";
import { saveReportText, startReport } from "./reports/drafts";
import { freezeReport } from "./reports/issue";
import { getReportPage } from "./reports/pages";

const WEEK = 7;

/** A bulletin of last week that was issued for everybody, and the draft of the next one. Their files are made when somebody asks for them. */
export async function recordSampleReports(actor: Actor, today: string): Promise<void> {
  if (!can(actor, "report.issue")) return;
  const before = (days: number): string => Temporal.PlainDate.from(today).subtract({ days }).toString();
  const bulletin: ReportDraftValues = { kind: "persons_deprived", locale: "kk", to: "public", purpose: "publication", subjectId: null, savedFilterId: null, query: "", placeId: null, detentionKind: "", fromDay: before(2 * WEEK - 1), toDay: before(WEEK), saveAs: "", previousId: null };
  const { reportId: first } = await startReport(actor, bulletin);
  await saveReportText(actor, { reportId: first, slot: "opening", text: "Бұл — жаттығуға арналған бюллетень: ондағы адамдар ойдан шығарылған." }, {});
  const page = await getReportPage(actor, first);
  if (page.state !== "draft") return;
  await freezeReport(actor, { reportId: first, seen: page.seen, reason: "", password: "" }, { version: page.report.version });
  await startReport(actor, { ...bulletin, fromDay: before(WEEK - 1), toDay: today, previousId: first });
}
