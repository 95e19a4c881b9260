import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { changeFile, countUnfinished, findUnfinished, insertFile, insertFileUse, listFileUses, type FileRow } from "@/db/queries/files";
import { store, type Reader, type Tx } from "@/db/store";
import { env } from "@/lib/env";
import { commandLine } from "@/lib/model/actors";
import { AppError, isDiskFull } from "@/lib/model/errors";
import { cleanName, FileProblem, PART, type BeginInput, type FileSubject } from "@/lib/model/file";
import { fileTypeOf, HEAD, TAIL, type FileVerdict } from "@/lib/model/file-type";
import type { Actor } from "@/lib/model/permissions";
import { EvidenceDamaged, FRAME } from "@/lib/vault/evidence-format";
import { derivedPath, hasRoom, originalPath, partPath } from "@/lib/vault/evidence-folder";
import { newFileKey, openFileKey, sealFileKey } from "@/lib/vault/evidence-key";
import { openSealed, type Sealed } from "@/lib/vault/evidence-reader";
import { beginSealed, keepSealed, PartMisfits, receivedOf, removeSealed, writeSealed } from "@/lib/vault/evidence-writer";
import { realNow } from "./clock";
import { requireFile, requireFileSubject } from "./file-access";
import { makePreview, type Preview } from "./file-copies";
import { inTurn } from "./file-turns";
import { paced, type Pace } from "./upload-pace";
import { changesOf, write, type LogEntry } from "./write";

/** Whoever began so many uploads without finishing one begins no more. */
const MOST_UNFINISHED = 50;

export type Begun = { fileId: string; received: number; part: number };
const empty = new Uint8Array();

/** Announces a file for a record, or finds the same one that its author did not finish: then `received` says where to go on. */
export async function beginUpload(actor: Actor, input: BeginInput): Promise<Begun> {
  const name = cleanName(input.name);
  const key = newFileKey();
  const id = randomUUID();
  const begun = await write(actor, async (tx, log) => {
    const facts = await requireFileSubject(tx, actor, "file.write", input.subject);
    if (input.size === 0) throw new FileProblem("empty");
    if (input.size > env.uploadMax) throw new FileProblem("too_large");
    if (fileTypeOf(name, empty, empty).verdict === "refused") throw new FileProblem("program");
    const earlier = await findUnfinished(tx, actor.userId, name, input.size, input.subject);
    if (earlier) throw new Earlier(earlier.id);
    if ((await countUnfinished(tx, actor.userId)) >= MOST_UNFINISHED) throw new FileProblem("busy");
    if (!(await hasRoom(input.size))) throw new AppError("disk_full");
    const at = realNow();
    const row = { id, teamId: facts.teamId, name, state: "uploading", size: input.size, sealedKey: sealFileKey(id, key), isProtected: input.isProtected || facts.isProtected, uploaderId: isAccount(actor) ? actor.userId : null, createdAt: at, updatedAt: at };
    await insertFile(tx, row);
    await insertFileUse(tx, id, input.subject, 0);
    await log("file.begun", { subject: ["file", id], version: [null, 1], changes: changesOf(undefined, row, ["name", "size"]) });
    return { fileId: id, received: 0, part: PART };
  }).catch((error: unknown) => {
    if (error instanceof Earlier) return error.fileId;
    throw error;
  });
  if (typeof begun !== "string") return begun;
  const { received } = await getUpload(actor, begun);
  return { fileId: begun, received, part: PART };
}

/** The command line has no account that a row could name; the audit entry says that it was it. */
const isAccount = (actor: Actor): boolean => actor.userId !== commandLine([]).userId;

/** Leaves the transaction of a new upload because there is one already. */
class Earlier extends Error {
  constructor(readonly fileId: string) {
    super("begun earlier");
  }
}

/** How far an upload is, with the SHA-256 of each whole part that is here, so that whoever goes on can see that it is the same file. */
export async function getUpload(actor: Actor, fileId: string): Promise<{ state: string; size: number; received: number; parts: string[] }> {
  const { read } = await store();
  const row = await requireFile(read, actor, "file.write", fileId);
  if (row.state !== "uploading") return { state: row.state, size: row.size, received: row.state === "kept" ? row.size : 0, parts: [] };
  return inTurn(fileId, async () => {
    const received = (await receivedOf(partPath(fileId)))?.received ?? 0;
    const parts: string[] = [];
    if (received > 0) {
      const sealed = await openSealed(partPath(fileId), openFileKey(fileId, row.sealedKey), "original", { partial: true });
      try {
        for (let at = 0; at < received; at += PART) parts.push(await hashOf(sealed, at, Math.min(received, at + PART)));
      } finally {
        await sealed.close();
      }
    }
    return { state: row.state, size: row.size, received, parts };
  });
}

async function hashOf(sealed: Sealed, from: number, to: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of sealed.stream(from, to)) hash.update(piece);
  return hash.digest("hex");
}

export type Part = { offset: number; length: number; sha256: string | null };

/** Takes the part of `length` bytes that begins at `offset`, at or before the place where the last one ended; of a part that is not whole nothing is kept. */
export async function receivePart(actor: Actor, fileId: string, part: Part, body: ReadableStream<Uint8Array> | null, pace?: Pace): Promise<{ received: number }> {
  const { read } = await store();
  const row = await requireFile(read, actor, "file.write", fileId);
  if (row.state !== "uploading") throw new FileProblem("wrong_place");
  const { offset, length, sha256 } = part;
  if (length > PART) throw new FileProblem("too_large");
  if (length === 0 || offset + length > row.size || offset % FRAME !== 0 || (length % FRAME !== 0 && offset + length !== row.size)) throw new FileProblem("wrong_place");
  return inTurn(fileId, async () => {
    try {
      const key = openFileKey(fileId, row.sealedKey);
      if (offset === 0 && !(await receivedOf(partPath(fileId)))) await onDisk(() => beginSealed(partPath(fileId), row.size, "original"));
      const { received } = await onDisk(() =>
        writeSealed(partPath(fileId), key, offset, paced(body, length, pace), (written) => {
          if (written.received !== offset + length) throw new FileProblem("wrong_length");
          if (sha256 !== null && written.sha256 !== sha256) throw new FileProblem("wrong_hash");
        }),
      );
      return { received };
    } catch (error) {
      if (error instanceof PartMisfits) throw new FileProblem(/ends inside/.test(error.message) ? "wrong_length" : "wrong_place");
      if (isMissing(error)) throw new FileProblem("wrong_place");
      throw error;
    }
  });
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

async function onDisk<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isDiskFull(error)) throw new AppError("disk_full");
    throw error;
  }
}

export type Finished = { fileId: string; verdict: FileVerdict; sha256: string };

/**
 * Takes a file that is here as a whole: its SHA-256 is computed from what lies on the disk and compared with the sender's, its type is found by
 * its bytes, what can be shown is made, and the entry of the receipt joins the chain. A program, or a file that is not what was sent, is not kept.
 */
export const finishUpload = (actor: Actor, fileId: string, expected: string | null = null): Promise<Finished> =>
  inTurn(fileId, async () => {
    const { read } = await store();
    const row = await requireFile(read, actor, "file.write", fileId);
    if (row.state === "kept") return { fileId, verdict: row.verdict as FileVerdict, sha256: row.sha256 };
    if (row.state !== "uploading") throw new FileProblem(row.state === "refused" ? "program" : "wrong_place");
    const key = openFileKey(fileId, row.sealedKey);
    const where = await wholeFile(fileId);
    const sealed = await openSealed(where, key, "original");
    const { problem, ...facts } = await examined(row, key, sealed, expected).finally(() => sealed.close());
    if (problem) {
      await removeSealed(where);
      await settle(actor, row, { state: problem === "program" ? "refused" : "abandoned", ...facts }, problem === "program" ? "file.refused" : "file.abandoned");
      throw new FileProblem(problem);
    }
    if (where !== originalPath(fileId)) await onDisk(() => keepSealed(where, originalPath(fileId)));
    await settle(actor, row, { state: "kept", received: row.size, receivedAt: realNow(), ...facts }, "file.received");
    return { fileId, verdict: facts.verdict, sha256: facts.sha256 };
  });

/** Where all of the file lies: under its lasting name already where an earlier attempt got so far. */
async function wholeFile(fileId: string): Promise<string> {
  const part = await receivedOf(partPath(fileId));
  if (part?.whole) return partPath(fileId);
  if (!part && (await receivedOf(originalPath(fileId)))?.whole) return originalPath(fileId);
  throw new FileProblem("wrong_place");
}

type Examined = { type: string; verdict: FileVerdict; sha256: string; problem?: "program" | "wrong_hash" } & Preview;

async function examined(row: FileRow, key: Buffer, sealed: Sealed, expected: string | null): Promise<Examined> {
  try {
    const sha256 = await hashOf(sealed, 0, sealed.size);
    const found = fileTypeOf(row.name, await sealed.read(0, HEAD), await sealed.read(sealed.size - TAIL, sealed.size));
    const facts = { ...found, sha256, preview: "none", previewType: "" } as const;
    if (expected !== null && expected !== sha256) return { ...facts, problem: "wrong_hash" };
    if (found.verdict === "refused") return { ...facts, problem: "program" };
    return { ...facts, ...(await onDisk(() => makePreview(row.id, key, found, sealed))) };
  } catch (error) {
    if (error instanceof EvidenceDamaged) throw new FileProblem("damaged");
    throw error;
  }
}

const told = ["name", "size", "type", "sha256", "verdict"] as const;

async function settle(actor: Actor, row: FileRow, change: Partial<FileRow>, action: string): Promise<void> {
  await write(actor, async (tx, log) => {
    if (!(await changeFile(tx, row.id, row.version, { ...change, updatedAt: realNow() }))) throw new AppError("conflict");
    const entry: LogEntry = { subject: ["file", row.id], version: [row.version, row.version + 1], changes: changesOf(undefined, { ...row, ...change }, told) };
    const caseId = action === "file.received" ? await caseOf(tx, actor, row.id) : null;
    // The history of a case is open to people who may not see a protected source.
    await log(action, caseId === null || row.isProtected ? entry : { ...entry, caseId });
  });
}

async function caseOf(tx: Tx | Reader, actor: Actor, fileId: string): Promise<string | null> {
  const [use] = await listFileUses(tx, fileId);
  return use ? (await requireFileSubject(tx, actor, "file.read", use as FileSubject)).caseId : null;
}

/** Gives an upload up; what came so far is removed. */
export const cancelUpload = (actor: Actor, fileId: string): Promise<{ fileId: string }> =>
  inTurn(fileId, async () => {
    const { read } = await store();
    const row = await requireFile(read, actor, "file.write", fileId);
    if (row.state !== "uploading") throw new FileProblem("wrong_place");
    await settle(actor, row, { state: "abandoned" }, "file.abandoned");
    // All three: an attempt to finish may have got as far as the last name.
    for (const file of [partPath(fileId), originalPath(fileId), derivedPath(fileId)]) await removeSealed(file);
    return { fileId };
  });
