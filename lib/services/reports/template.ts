import "server-only";
import type { Actor, Permission } from "@/lib/model/permissions";
import type { BuiltReport, ReportKind, ReportRequest } from "@/lib/model/report";
import type { ReportWords } from "@/lib/reports/report-words";

/**
 * One kind of report. `build` loads through `lib/services/outgoing.ts` only (so the destination's profile holds), hands what it found to a pure
 * builder of `lib/reports/<kind>.ts` and answers with the document and the records that it contained (`caseRecords` of `./records.ts`). Called
 * outside a transaction, with an actor who has the team of the report alone. `needs` is asked besides `report.make`.
 */
export type Template = {
  kind: ReportKind;
  needs: Permission;
  build: (actor: Actor, request: ReportRequest, words: ReportWords) => Promise<BuiltReport>;
};
