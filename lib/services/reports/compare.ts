import "server-only";
import { listReportRecords, type ReportRow } from "@/db/queries/reports";
import { findHome } from "../organisation";
import { store } from "@/db/store";
import { INTERNAL } from "@/lib/model/destination";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { compareRecords, type ReportDifference } from "@/lib/reports/compare-records";
import { now } from "../clock";
import { inTeam, requireReport } from "./access";
import { caseRecord, pairedCasesOf, recordsOfReport } from "./records";

type Told = Pick<ReportRow, "id" | "kind" | "series" | "number" | "asOf" | "fromDay" | "toDay" | "profile">;
export type ReportComparison = { report: Told; other: Told | null; difference: ReportDifference; /** IANA zone that dates are shown in. */ zone: string };

const told = ({ id, kind, series, number, asOf, fromDay, toDay, profile }: ReportRow): Told => ({ id, kind, series, number, asOf, fromDay, toDay, profile });

/** How a report differs from an earlier one of its kind. Tells of records by the house's own names, so only those who make reports see it. */
export async function compareReports(actor: Actor, reportId: string, earlierId: string): Promise<ReportComparison> {
  const { read } = await store();
  const [report, earlier] = [await requireIssued(actor, reportId), await requireIssued(actor, earlierId)];
  if (report.kind !== earlier.kind) throw new AppError("not_found");
  const side = async (row: ReportRow) => ({ records: recordsOfReport(await listReportRecords(read, row.id)), at: row.asOf ?? 0 });
  return { report: told(report), other: told(earlier), difference: compareRecords(await side(earlier), await side(report)), zone: await homeZone() };
}

/** How the cases of an issued report stand now. */
export async function compareWithNow(actor: Actor, reportId: string): Promise<ReportComparison> {
  const { read } = await store();
  const report = await requireIssued(actor, reportId);
  // Of other kinds nothing but the version could be compared.
  const before = recordsOfReport(await listReportRecords(read, reportId)).filter(({ kind }) => kind === "case");
  const after = (await pairedCasesOf(inTeam(actor, report.teamId), before.map(({ id }) => id), INTERNAL)).map(caseRecord);
  return { report: told(report), other: null, difference: compareRecords({ records: before, at: report.asOf ?? 0 }, { records: after, at: now() }), zone: await homeZone() };
}

const homeZone = async (): Promise<string> => (await findHome())?.place.zone ?? "UTC";

async function requireIssued(actor: Actor, id: string): Promise<ReportRow> {
  const row = await requireReport((await store()).read, actor, "report.make", id);
  if (row.state !== "issued" && row.state !== "withdrawn") throw new AppError("not_found");
  return row;
}
