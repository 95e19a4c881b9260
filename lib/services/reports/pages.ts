import "server-only";
import { findRecipient, listRecipients } from "@/db/queries/disclosure";
import { countReports, issuedOfKind, listReportFiles, listReportRecords, listReports, listReportTexts, listSavedFilters, namesOfPeople, type ListedReport, type ListedText, type ReportFileRow, type ReportRow, type SavedFilterRow } from "@/db/queries/reports";
import { findOrganisation, listPlaces, type PlaceRow } from "@/db/queries/organisation";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { reportSubjects, type ReportKind, type ReportRecord, type ReportRefusal } from "@/lib/model/report";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { withoutGaps } from "@/lib/reports/without-gaps";
import { allow } from "../allow";
import { now } from "../clock";
import { needsStepUp } from "../step-up";
import { readableProfiles, requireReport } from "./access";
import { drawDraft, frameOf } from "./building";
import { recordsOfReport } from "./records";
import { needsReason } from "./issue";
import { offeredKinds } from "./registry";
import { subjectName } from "./subjects";

export const REPORTS_PAGE = 50;
const MOST_DRAFTS = 50;
const MOST_PREVIOUS = 50;

/** Everything of the reports page: which kinds there are, the drafts of those who make them, and what was issued. */
export async function getReportLibrary(actor: Actor, { page = 1 }: { page?: number } = {}): Promise<{ kinds: ReportKind[]; drafts: ListedReport[]; issued: ListedReport[]; page: number; total: number }> {
  allow(actor, "report.read");
  const { read } = await store();
  const profiles = readableProfiles(actor);
  const match = { states: ["issued", "withdrawn"], profiles };
  const drafts = can(actor, "report.make") ? await listReports(read, actor, { states: ["draft"], profiles }, MOST_DRAFTS, 0) : [];
  const issued = await listReports(read, actor, match, REPORTS_PAGE, (page - 1) * REPORTS_PAGE);
  return { kinds: can(actor, "report.make") ? offeredKinds() : [], drafts, issued, page, total: await countReports(read, actor, match) };
}

export type NewReport = {
  places: PlaceRow[];
  /** Who can get it besides the house and everybody. */
  recipients: { id: string; name: string }[];
  filters: Pick<SavedFilterRow, "id" | "name" | "query" | "version">[];
  /** What it is about, where the kind asks for one thing. */
  subject: { id: string; href: string; name: string } | null;
  /** Issued reports of the kind that this one can follow, the newest first. */
  previous: Pick<ReportRow, "id" | "series" | "number" | "fromDay" | "toDay" | "locale">[];
  defaultLocale: string;
};

/** What the form of a new report offers; `not_found` for a kind that is not offered or a subject that is not in scope. */
export async function getNewReport(actor: Actor, kind: ReportKind, subjectId: string | undefined): Promise<NewReport> {
  allow(actor, "report.make");
  if (!offeredKinds().includes(kind)) throw new AppError("not_found");
  const { read } = await store();
  const of = reportSubjects[kind];
  const named = of === "filter" || subjectId === undefined ? undefined : await subjectName(read, actor, of, subjectId);
  if (of !== "filter" && subjectId !== undefined && !named) throw new AppError("not_found");
  const [teamId] = actor.teamIds;
  return {
    places: await listPlaces(read),
    recipients: (await listRecipients(read)).filter(({ closed }) => !closed).map(({ id, name }) => ({ id, name })),
    filters: (await listSavedFilters(read, actor)).map(({ id, name, query, version }) => ({ id, name, query, version })),
    subject: named && subjectId !== undefined ? { id: subjectId, ...named } : null,
    previous: teamId === undefined ? [] : (await issuedOfKind(read, actor, teamId, kind, named ? (subjectId ?? null) : null, MOST_PREVIOUS)).map(({ id, series, number, fromDay, toDay, locale }) => ({ id, series, number, fromDay, toDay, locale })),
    defaultLocale: (await findOrganisation(read))?.defaultLocale ?? "en",
  };
}

type Shown = { report: Omit<ReportRow, "document" | "frame">; document: ReportDocument; frame: ReportFrame; subject: { href: string; name: string } | null; records: ReportRecord[]; named: number; pseudonymous: number; people: Record<string, string>; /** Who it is for, where that is neither the house nor everybody. */ recipient: string | null };
export type DraftPage = Shown & { state: "draft"; /** What would be written down if it were issued now. */ asIssued: ReportDocument; texts: ListedText[]; seen: string; /** Why it cannot be issued now, a code of the form’s errors. */ refusal: ReportRefusal | null; mayIssue: boolean; needsReason: boolean; needsProof: boolean };
export type IssuedPage = Shown & { state: "issued" | "withdrawn"; files: Omit<ReportFileRow, "sealedKey" | "fileId">[]; previous: Pick<ReportRow, "id" | "series" | "number">[]; mayWithdraw: boolean; recordCount: number };

/** A draft as it would leave now, or an issued report as it left. */
export async function getReportPage(actor: Actor, id: string): Promise<DraftPage | IssuedPage> {
  const { read } = await store();
  const row = await requireReport(read, actor, "report.read", id);
  const { document: frozenDocument, frame: frozenFrame, ...report } = row;
  const of = reportSubjects[row.kind as ReportKind];
  const subject = of === "filter" || row.subjectId === null ? null : ((await subjectName(read, actor, of, row.subjectId)) ?? null);
  const people = Object.fromEntries(await namesOfPeople(read, [row.authorId, row.issuedById, row.withdrawnById].flatMap((each) => each ?? [])));
  const recipient = row.recipientId === null ? null : ((await findRecipient(read, row.recipientId))?.name ?? null);
  if (row.state === "draft") {
    const texts = await listReportTexts(read, id);
    const drawn = await drawDraft(actor, row, texts, now());
    const frame = await frameOf(read, (await findOrganisation(read))?.name ?? "", drawn.words, row.kind, null);
    const reasoned = needsReason(row);
    const mayIssue = can(actor, "report.issue", { teamId: row.teamId });
    const asIssued = { ...drawn.document, blocks: withoutGaps(drawn.document.blocks, drawn.words.t("document.unanswered")) };
    return { state: "draft", report, document: drawn.document, asIssued, frame, subject, people, recipient, records: drawn.records, ...countsOf(drawn.records), texts, seen: drawn.seen, refusal: drawn.refusal ?? null, mayIssue, needsReason: reasoned, needsProof: mayIssue && reasoned && (await needsStepUp(actor, read)) };
  }
  if (row.state !== "issued" && row.state !== "withdrawn") throw new AppError("not_found");
  const records = recordsOfReport(await listReportRecords(read, id));
  const others = (await issuedOfKind(read, actor, row.teamId, row.kind, row.subjectId, MOST_PREVIOUS)).filter((each) => each.id !== id && readableProfiles(actor).some((profile) => profile === each.profile));
  return {
    state: row.state,
    report,
    document: JSON.parse(frozenDocument) as ReportDocument,
    frame: JSON.parse(frozenFrame) as ReportFrame,
    subject,
    people,
    recipient,
    // Under the house's own ids and references: what a pseudonym stands for is no business of those who read reports only.
    records: can(actor, "report.make") ? records : [],
    ...countsOf(records),
    recordCount: records.length,
    files: (await listReportFiles(read, id)).map(({ sealedKey: _key, fileId: _file, ...file }) => file),
    previous: others.map(({ id: other, series, number }) => ({ id: other, series, number })),
    mayWithdraw: row.state === "issued" && can(actor, "report.issue", { teamId: row.teamId }),
  };
}

const countsOf = (records: readonly ReportRecord[]) => ({ named: records.filter(({ named }) => named === true).length, pseudonymous: records.filter(({ named }) => named === false).length });
