import "server-only";
import { findOrganisation } from "@/db/queries/organisation";
import { insertReportRecords, listReportTexts, nextNumber, updateReport } from "@/db/queries/reports";
import { store, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { ReportKind } from "@/lib/model/report";
import type { ReportIssueValues } from "@/lib/model/report-input";
import { reportNumber, seriesOf } from "@/lib/model/report-number";
import { withoutGaps } from "@/lib/reports/without-gaps";
import { engineVersion } from "@/lib/release/provenance";
import { now, realNow } from "../clock";
import type { FormMeta } from "../form-meta";
import { allow } from "../allow";
import { proveAgain } from "../step-up";
import { write } from "../write";
import { requireReport } from "./access";
import { dayOf, drawDraft, fingerprintOf, frameOf, type Drawn } from "./building";
import { refuseGone } from "./destinations";
import { requireDraft } from "./drafts";
import { ensureFile, reportFormats } from "./files";

/** Whether it asks for the password and a reason: everything that tells more than everybody may know. */
export const needsReason = ({ profile }: { profile: string }): boolean => profile !== "public";

/** Issues a draft and makes its files at once; one that is missing later is made when somebody asks for it. */
export async function issueReport(actor: Actor, input: ReportIssueValues, meta: FormMeta): Promise<{ reportId: string }> {
  const issued = await freezeReport(actor, input, meta);
  const row = await requireReport((await store()).read, actor, "report.read", issued.reportId);
  for (const format of reportFormats) await ensureFile(actor, row, format);
  return issued;
}

/**
 * Gives a draft its number and writes down what it says, for good. Refused where the records or texts are not those that were looked at
 * (`changed_since` on `seen`), so that nothing leaves that nobody read, and where the template says that the record does not support it now.
 */
export async function freezeReport(actor: Actor, { reportId, seen, reason, password }: ReportIssueValues, meta: FormMeta): Promise<{ reportId: string }> {
  const { read } = await store();
  const draft = await requireReport(read, actor, "report.issue", reportId);
  if (needsReason(draft)) {
    if (reason === "") throw refuse("reason", "required");
    await proveAgain(actor, password);
  }
  // Drawn once more as of the moment in which it was looked at, so that what was read is what is written down; before the transaction, because it takes its time.
  const at = momentOf(seen);
  const drawn = draft.state === "draft" ? await drawDraft(actor, draft, await listReportTexts(read, reportId), at) : undefined;
  return write(actor, (tx, log) => frozen(tx, log, actor, { reportId, seen, reason, at, drawn, version: meta.version }), meta.submission);
}

/** How long a preview may be looked at before it is too old to be issued. */
const MOST_LOOKED_AT_MS = 3_600_000;

function momentOf(seen: string): number {
  const at = Number(seen.split(".")[0]);
  const age = now() - at;
  if (!Number.isSafeInteger(at) || age < 0 || age > MOST_LOOKED_AT_MS) throw refuse("seen", "changed_since");
  return at;
}

type Freezing = { reportId: string; seen: string; reason: string; at: number; drawn: Drawn | undefined; version: number | undefined };

async function frozen(tx: Tx, log: Parameters<Parameters<typeof write>[1]>[1], actor: Actor, { reportId, seen, reason, at, drawn, version: sent }: Freezing): Promise<{ reportId: string }> {
  const row = await requireDraft(tx, actor, reportId);
  allow(actor, "report.issue", { teamId: row.teamId });
  const version = seenVersion(sent, { version: row.version, values: {} });
  if (drawn === undefined || drawn.seen !== seen || version !== row.version) throw refuse("seen", "changed_since");
  const { words, records, refusal } = drawn;
  if (refusal) throw refuse("seen", refusal);
  await refuseGone(tx, row);
  const series = seriesOf(row.kind as ReportKind, Number(dayOf(at, words.zone).slice(0, 4)));
  const number = await nextNumber(tx, series);
  const document = { ...drawn.document, blocks: withoutGaps(drawn.document.blocks, words.t("document.unanswered")) };
  const fingerprint = fingerprintOf(document);
  const frame = await frameOf(tx, (await findOrganisation(tx))?.name ?? "", words, row.kind, { series, number }, fingerprint);
  const named = records.filter((record) => record.named === true).length;
  const pseudonymous = records.filter((record) => record.named === false).length;
  const change = { state: "issued", series, number, document: JSON.stringify(document), frame: JSON.stringify(frame), named, pseudonymous, engineVersion, reason, issuedById: actor.sessionHash === null ? null : actor.userId, issuedAt: realNow(), asOf: at, updatedAt: realNow() };
  if (!(await updateReport(tx, reportId, version, change))) throw new AppError("conflict", { current: { version: row.version, values: {} } });
  await insertReportRecords(tx, records.map(({ id, version: recordVersion, ...record }, position) => ({ ...record, reportId, position, recordId: id, recordVersion })));
  const told = { number: reportNumber({ series, number }), sha256: fingerprint, records: records.length, named, pseudonymous, profile: row.profile, recipientId: row.recipientId, reason };
  await log("report.issued", { subject: ["report", reportId], version: [version, version + 1], changes: Object.entries(told).flatMap(([field, after]) => (after === null || after === "" ? [] : [{ field, before: null, after: String(after) }])) });
  return { reportId };
}

/** Takes an issued report back, for a reason: it stays to be seen, with its number and its files. */
export const withdrawReport = (actor: Actor, { reportId, reason }: { reportId: string; reason: string }, meta: FormMeta): Promise<{ reportId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireReport(tx, actor, "report.issue", reportId);
      const saved = { version: row.version, values: {} };
      const version = seenVersion(meta.version, saved);
      if (row.state !== "issued") throw new AppError("conflict", { current: saved });
      const change = { state: "withdrawn", withdrawnReason: reason, withdrawnById: actor.sessionHash === null ? null : actor.userId, withdrawnAt: realNow(), updatedAt: realNow() };
      if (!(await updateReport(tx, reportId, version, change))) throw new AppError("conflict", { current: saved });
      await log("report.withdrawn", { subject: ["report", reportId], version: [version, version + 1], changes: [{ field: "reason", before: null, after: reason }] });
      return { reportId };
    },
    meta.submission,
  );
