import "server-only";
import type { FileRow } from "@/db/queries/files";
import { store } from "@/db/store";
import { FileProblem } from "@/lib/model/file";
import type { Actor } from "@/lib/model/permissions";
import { EvidenceDamaged } from "@/lib/vault/evidence-format";
import { derivedPath, originalPath } from "@/lib/vault/evidence-folder";
import { openFileKey } from "@/lib/vault/evidence-key";
import { openSealed, type Sealed } from "@/lib/vault/evidence-reader";
import { realNow } from "./clock";
import { requireKeptFile } from "./file-access";
import { write } from "./write";

export type Opened = { row: FileRow; sealed: Sealed };

/** The original, byte for byte; that it is taken away stands in its custody log first. `onward` is a later piece of something already begun. */
export async function openOriginal(actor: Actor, fileId: string, onward = false): Promise<Opened> {
  const { read } = await store();
  const row = await requireKeptFile(read, actor, "file.read", fileId);
  return opened(row, originalPath(fileId), "original", () => logged(actor, row, "file.downloaded", onward));
}

/** The copy that is shown; that somebody looks at it stands in the custody log first. */
export async function openPreview(actor: Actor, fileId: string, onward = false): Promise<Opened> {
  const { read } = await store();
  const row = await requireKeptFile(read, actor, "file.read", fileId);
  if (!row.previewType) throw new FileProblem("not_found");
  return opened(row, derivedPath(fileId), "derived", () => logged(actor, row, "file.viewed", onward));
}

async function opened(row: FileRow, path: string, role: "original" | "derived", log: () => Promise<void>): Promise<Opened> {
  let sealed: Sealed | undefined;
  try {
    sealed = await openSealed(path, openFileKey(row.id, row.sealedKey), role);
    await log();
    return { row, sealed };
  } catch (error) {
    await sealed?.close();
    if (error instanceof EvidenceDamaged) throw new FileProblem("damaged");
    throw error;
  }
}

/** A player asks for a recording piece by piece: pieces within an hour of an entry belong to that entry. */
const SAME_LOOK = 3_600_000;
const looks = globalThis as typeof globalThis & { erkinLooks?: Map<string, number> };

async function logged(actor: Actor, row: FileRow, action: "file.viewed" | "file.downloaded", onward: boolean): Promise<void> {
  const seen = (looks.erkinLooks ??= new Map<string, number>());
  const key = [action, row.id, actor.userId, actor.sessionHash].join("/");
  const at = realNow();
  if (onward && at - (seen.get(key) ?? 0) < SAME_LOOK) return;
  for (const [old, when] of seen) if (at - when >= SAME_LOOK) seen.delete(old);
  await write(actor, (_tx, log) => log(action, { subject: ["file", row.id] }));
  seen.set(key, at);
}
