import "server-only";
import { changeFile, countFiles, type FileFilter, type FileRow, findCaseByReference, insertFileUse, listFiles, listFilesOf, listFileUses, protectFilesOf, subjectTitles } from "@/db/queries/files";
import { findUser } from "@/db/queries/users";
import { store, type Reader, type Tx } from "@/db/store";
import { env } from "@/lib/env";
import type { AuditPage } from "@/lib/model/audit";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { FileItem, FileKind, FileSubject } from "@/lib/model/file";
import { knownTypes } from "@/lib/model/file-type";
import { can, type Actor } from "@/lib/model/permissions";
import { fileSubjects } from "@/lib/model/vocabularies";
import { foundByWords, MOST_SEARCHED, pageOf } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { getFileHistory } from "./audit";
import { realNow } from "./clock";
import { fileItem, requireFileSubject, requireKeptFile } from "./file-access";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { changesOf, write } from "./write";

export const FILES_PAGE = 50;

const typesOf = (kind: FileKind): string[] => {
  const previews: Record<string, FileKind> = { image: "image", pdf: "document", none: "document", audio: "audio", video: "video" };
  return Object.entries(knownTypes).flatMap(([type, { preview }]) => (previews[preview] === kind ? [type] : []));
};

export type FileQuery = { q?: string | undefined; kind?: FileKind | undefined; subject?: FileSubject["type"] | undefined; page?: number | undefined };

/** One page of the files of one's teams, last received first; found by words of name and description or by a whole SHA-256, by kind of content, by kind of record. */
export async function getFileList(actor: Actor, { q, kind, subject, page = 1 }: FileQuery) {
  allow(actor, "file.read");
  const { read } = await store();
  const zone = (await findHome())?.place.zone ?? "UTC";
  const sees = can(actor, "source.protected");
  const hash = q && /^[0-9a-f]{64}$/i.test(q.trim()) ? q.trim().toLowerCase() : undefined;
  const known = Object.keys(knownTypes);
  const types = kind === undefined || kind === "other" ? undefined : typesOf(kind);
  const filter: FileFilter = { types, subjectType: subject, sha256: hash };
  const shown = (row: FileRow): boolean => kind !== "other" || !known.includes(row.type);
  if ((q && !hash) || kind === "other") {
    const rows = (await listFiles(read, actor, sees, filter, MOST_SEARCHED, 0)).filter(shown);
    const found = q && !hash ? foundByWords(rows, q, ({ name, description }) => [name, description]) : rows;
    const { rows: items, total } = pageOf(found, page, FILES_PAGE);
    return { items: items.map(fileItem), total, page, zone };
  }
  const items = await listFiles(read, actor, sees, filter, FILES_PAGE, (page - 1) * FILES_PAGE);
  return { items: items.map(fileItem), total: await countFiles(read, actor, sees, filter), page, zone };
}

export type RecordFiles = { items: FileItem[]; mayAdd: boolean; mayProtect: boolean; zone: string };

/** The files of one record, in the order of their receipt. */
export async function getFilesOf(actor: Actor, subject: FileSubject): Promise<RecordFiles> {
  const { read } = await store();
  const facts = await requireFileSubject(read, actor, "file.read", subject);
  const sees = can(actor, "source.protected", facts);
  const rows = await listFilesOf(read, actor, subject, sees);
  return { items: rows.map(fileItem), mayAdd: can(actor, "file.write", facts), mayProtect: sees, zone: (await findHome())?.place.zone ?? "UTC" };
}

export type FilePage = { file: FileItem & { description: string; previewType: string; version: number }; uploader: string | null; uses: (FileSubject & { title: string })[]; custody: AuditPage; zone: string; mayWrite: boolean };

/** A file with the records that it belongs to and everybody who handled it. */
export async function getFilePage(actor: Actor, fileId: string, before?: number): Promise<FilePage> {
  const { read } = await store();
  const row = await requireKeptFile(read, actor, "file.read", fileId);
  const { description, previewType, version, uploaderId } = row;
  return {
    file: { ...fileItem(row), description, previewType, version },
    uploader: uploaderId === null ? null : ((await findUser(read, uploaderId))?.name ?? null),
    uses: (await subjectTitles(read, actor, await listFileUses(read, fileId))) as FilePage["uses"],
    custody: await getFileHistory(actor, fileId, before),
    zone: (await findHome())?.place.zone ?? "UTC",
    mayWrite: can(actor, "file.write", row),
  };
}

const ADDRESS = /(?:^|\/)(cases|sources|allegations|events)\/([0-9a-z-]{1,64})(?:[/?#].*)?$/;
const places: Record<string, FileSubject["type"]> = { cases: "case", sources: "source", allegations: "allegation", events: "event" };

/** Says that a file is evidence for another record too, named by the address of its page or by the reference of a case. */
export const linkFile = (actor: Actor, { fileId, record }: { fileId: string; record: string }, meta: FormMeta = {}): Promise<{ fileId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireKeptFile(tx, actor, "file.write", fileId);
      const subject = await named(tx, actor, record);
      const facts = await requireFileSubject(tx, actor, "file.write", subject).catch((error: unknown) => {
        if (error instanceof AppError) throw refuse("record", "record_unknown");
        throw error;
      });
      if (facts.teamId !== row.teamId) throw refuse("record", "record_unknown");
      const uses = await listFileUses(tx, fileId);
      if (uses.some(({ type, id }) => type === subject.type && id === subject.id)) throw refuse("record", "record_linked");
      await insertFileUse(tx, fileId, subject, uses.length);
      if (facts.isProtected) await protectFilesOf(tx, subject);
      const [titled] = await subjectTitles(tx, actor, [subject]);
      const entry = { subject: ["file", fileId] as const, changes: [{ field: "linkedTo", before: null, after: titled && subject.type !== "allegation" ? titled.title : record }] };
      await log("file.linked", facts.caseId === null || row.isProtected ? entry : { ...entry, caseId: facts.caseId });
      return { fileId };
    },
    meta.submission,
  );

async function named(tx: Reader, actor: Actor, record: string): Promise<FileSubject> {
  const [, place = "", id = ""] = ADDRESS.exec(record) ?? [];
  const type = places[place];
  if (type && fileSubjects.includes(type)) return { type, id };
  const caseId = await findCaseByReference(tx, actor, record.trim().toUpperCase());
  if (caseId === undefined) throw refuse("record", "record_unknown");
  return { type: "case", id: caseId };
}

/** Says in words what is in a file. */
export const describeFile = (actor: Actor, { fileId, description }: { fileId: string; description: string }, meta: FormMeta): Promise<{ fileId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireKeptFile(tx, actor, "file.write", fileId);
      await changed(tx, row, meta, { description });
      await log("file.described", { subject: ["file", fileId], version: [row.version, row.version + 1], changes: changesOf(row, { description }, ["description"]) });
      return { fileId };
    },
    meta.submission,
  );

/** Takes a file back with a reason: it stays to be seen and to be taken away, and no longer counts. */
export const withdrawFile = (actor: Actor, { fileId, reason }: { fileId: string; reason: string }, meta: FormMeta = {}): Promise<{ fileId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireKeptFile(tx, actor, "file.write", fileId);
      if (row.withdrawn !== null) throw new AppError("not_found");
      await changed(tx, row, { ...meta, version: row.version }, { withdrawn: reason });
      const caseIds = await Promise.all((await listFileUses(tx, fileId)).map(async (use) => (await requireFileSubject(tx, actor, "file.read", use as FileSubject)).caseId));
      const entry = { subject: ["file", fileId] as const, version: [row.version, row.version + 1] as const, changes: [{ field: "withdrawn", before: null, after: reason }] };
      const caseId = row.isProtected ? null : (caseIds.find((id) => id !== null) ?? null);
      await log("file.withdrawn", caseId === null ? entry : { ...entry, caseId });
      return { fileId };
    },
    meta.submission,
  );

async function changed(tx: Tx, row: FileRow, meta: FormMeta, change: { description: string } | { withdrawn: string }): Promise<void> {
  const saved = { version: row.version, values: { description: row.description } };
  const version = seenVersion(meta.version, saved);
  if (version !== row.version || !(await changeFile(tx, row.id, version, { ...change, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
}

export type FileTarget = { subject: FileSubject; title: string; isProtected: boolean; mayProtect: boolean; limit: number };

/** The record that files are about to be added to; `limit` in bytes. */
export async function getFileTarget(actor: Actor, subject: FileSubject): Promise<FileTarget> {
  const { read } = await store();
  const facts = await requireFileSubject(read, actor, "file.write", subject);
  const [titled] = await subjectTitles(read, actor, [subject]);
  return { subject, title: titled?.title ?? "", isProtected: facts.isProtected, mayProtect: can(actor, "source.protected", facts), limit: env.uploadMax };
}
