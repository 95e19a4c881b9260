import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { insertReportFile, listReportFiles, type ReportFileRow, type ReportRow } from "@/db/queries/reports";
import { store } from "@/db/store";
import { renderDocx } from "@/lib/documents/docx";
import { renderPdf } from "@/lib/documents/pdf";
import type { DocumentFormat } from "@/lib/documents/draw";
import { FileProblem } from "@/lib/model/file";
import type { Actor } from "@/lib/model/permissions";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { EvidenceDamaged } from "@/lib/vault/evidence-format";
import { newFileKey, openFileKey, sealFileKey } from "@/lib/vault/evidence-key";
import { openSealed } from "@/lib/vault/evidence-reader";
import { removeSealed, storeSealed } from "@/lib/vault/evidence-writer";
import { reportPath } from "@/lib/vault/report-folder";
import { realNow } from "../clock";
import { write } from "../write";
import { requireReport } from "./access";

export const reportFormats = ["pdf", "docx"] as const satisfies readonly DocumentFormat[];
export type ReportFormat = (typeof reportFormats)[number];

const makers = { pdf: renderPdf, docx: renderDocx };
/** What the key of a file is bound to: no other file opens with it. */
const sealedAs = (fileId: string): string => `report/${fileId}`;

/** One making of a file at a time in this process: two people who ask at once get the same bytes. */
const making = new Map<string, Promise<ReportFileRow>>();

/** The file of an issued report, made from what was frozen where nobody has made it yet, and never again after that. */
export function ensureFile(actor: Actor, row: ReportRow, format: ReportFormat): Promise<ReportFileRow> {
  const key = `${row.id}/${format}`;
  const known = making.get(key);
  if (known) return known;
  const fresh = madeOnce(actor, row, format).finally(() => making.delete(key));
  making.set(key, fresh);
  return fresh;
}

async function madeOnce(actor: Actor, row: ReportRow, format: ReportFormat): Promise<ReportFileRow> {
  const found = await fileOf(row.id, format);
  if (found) return found;
  const bytes = await makers[format](JSON.parse(row.document) as ReportDocument, JSON.parse(row.frame) as ReportFrame);
  const [key, fileId] = [newFileKey(), randomUUID()];
  const made: ReportFileRow = { reportId: row.id, format, fileId, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), sealedKey: sealFileKey(sealedAs(fileId), key), madeAt: realNow() };
  await storeSealed(reportPath(fileId), key, bytes.length, "original", once(bytes));
  const kept = await write(actor, async (tx, log) => {
    const first = await insertReportFile(tx, made);
    await log("report.rendered", { subject: ["report", row.id], changes: first ? [{ field: format, before: null, after: made.sha256 }] : [] });
    return first;
  });
  if (kept) return made;
  // Another process was faster; what it made is what counts.
  await removeSealed(reportPath(fileId));
  const other = await fileOf(row.id, format);
  if (!other) throw new Error("a file that stood in the way is not there");
  return other;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes);
}

async function fileOf(reportId: string, format: string): Promise<ReportFileRow | undefined> {
  return (await listReportFiles((await store()).read, reportId)).find((file) => file.format === format);
}

export type OpenedReport = { row: ReportRow; file: ReportFileRow; bytes: Buffer };

/** The bytes that were issued, compared with the SHA-256 of their making; that they are taken away stands in the audit log first. */
export async function openReport(actor: Actor, reportId: string, format: ReportFormat): Promise<OpenedReport> {
  const row = await requireReport((await store()).read, actor, "report.read", reportId);
  if (row.state !== "issued" && row.state !== "withdrawn") throw new FileProblem("not_found");
  const file = await ensureFile(actor, row, format);
  const bytes = await unsealed(file);
  await write(actor, (_tx, log) => log("report.downloaded", { subject: ["report", row.id], changes: [{ field: "format", before: null, after: format }] }));
  return { row, file, bytes };
}

async function unsealed(file: ReportFileRow): Promise<Buffer> {
  try {
    const sealed = await openSealed(reportPath(file.fileId), openFileKey(sealedAs(file.fileId), file.sealedKey), "original");
    try {
      const bytes = await sealed.read(0, sealed.size);
      if (createHash("sha256").update(bytes).digest("hex") !== file.sha256) throw new EvidenceDamaged("its SHA-256 is not that of its making");
      return bytes;
    } finally {
      await sealed.close();
    }
  } catch (error) {
    if (error instanceof EvidenceDamaged) throw new FileProblem("damaged");
    throw error;
  }
}
