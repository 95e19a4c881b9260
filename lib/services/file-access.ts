import "server-only";
import { findAllegation, listAllegationCases } from "@/db/queries/allegations";
import { findCase } from "@/db/queries/cases";
import { findEvent } from "@/db/queries/events";
import { findFile, type FileRow } from "@/db/queries/files";
import { findSource } from "@/db/queries/sources";
import type { Reader } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import type { FileItem, FileSubject } from "@/lib/model/file";
import { can, type Actor } from "@/lib/model/permissions";
import { allow } from "./allow";

type FileRight = "file.read" | "file.write";

/** Loads a file for its team or throws `not_found`; a protected one looks missing to those who may not see protected sources. */
export async function requireFile(tx: Reader, actor: Actor, permission: FileRight, id: string): Promise<FileRow> {
  const row = await findFile(tx, actor, id);
  // Whoever sends a protected file must be able to bring it to its end, and sees no more of it afterwards than others.
  const sending = row?.state === "uploading" && row.uploaderId === actor.userId;
  if (!row || (row.isProtected && !sending && !can(actor, "source.protected", row))) throw new AppError("not_found");
  allow(actor, permission, row);
  return row;
}

/** The same for a file that is here as a whole. */
export async function requireKeptFile(tx: Reader, actor: Actor, permission: FileRight, id: string): Promise<FileRow> {
  const row = await requireFile(tx, actor, permission, id);
  if (row.state !== "kept") throw new AppError("not_found");
  return row;
}

/** The record that a file is for: its team, the case in whose history it belongs, and whether it gives a protected source away. */
export type SubjectFacts = { teamId: string; caseId: string | null; isProtected: boolean };

export async function requireFileSubject(tx: Reader, actor: Actor, permission: FileRight, { type, id }: FileSubject): Promise<SubjectFacts> {
  const found = await subjectOf(tx, actor, type, id);
  if (!found) throw new AppError("not_found");
  allow(actor, permission, found);
  return found;
}

async function subjectOf(tx: Reader, actor: Actor, type: FileSubject["type"], id: string): Promise<SubjectFacts | undefined> {
  if (type === "case") {
    const row = await findCase(tx, actor, id);
    return row && { teamId: row.teamId, caseId: row.id, isProtected: false };
  }
  if (type === "source") {
    const row = await findSource(tx, actor, id);
    return row && { teamId: row.teamId, caseId: null, isProtected: row.confidentiality === "protected" };
  }
  if (type === "allegation") {
    const row = await findAllegation(tx, actor, id);
    return row && { teamId: row.teamId, caseId: (await listAllegationCases(tx, id))[0] ?? null, isProtected: false };
  }
  const row = await findEvent(tx, actor, id);
  return row && { teamId: row.teamId, caseId: null, isProtected: false };
}

/** What a list may show of a file. */
export const fileItem = ({ id, name, type, verdict, size, sha256, preview, isProtected, receivedAt, withdrawn }: FileRow): FileItem => ({ id, name, type, verdict: verdict as FileItem["verdict"], size, sha256, preview, isProtected, receivedAt, withdrawn });
