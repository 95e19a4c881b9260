import "server-only";
import { randomUUID } from "node:crypto";
import { store } from "@/db/store";
import { FileProblem, FORM_LIMIT, PART, type FileSubject } from "@/lib/model/file";
import type { Actor } from "@/lib/model/permissions";
import { FRAME } from "@/lib/vault/evidence-format";
import { partPath } from "@/lib/vault/evidence-folder";
import { newFileKey } from "@/lib/vault/evidence-key";
import { openSealed } from "@/lib/vault/evidence-reader";
import { beginSealed, removeSealed, writeSealed } from "@/lib/vault/evidence-writer";
import { requireFileSubject } from "./file-access";
import { beginUpload, cancelUpload, finishUpload, receivePart, type Finished } from "./file-uploads";

export type FormFile = { subject: FileSubject; name: string; isProtected: boolean };

/**
 * Takes a file from a plain form, which does not say how long it is: it is sealed under a key that only this call knows until its end is seen,
 * and then goes the way of every upload. Whatever goes wrong, nothing of it stays.
 */
export async function receiveForm(actor: Actor, { subject, name, isProtected }: FormFile, body: AsyncIterable<Uint8Array>): Promise<Finished> {
  const { read } = await store();
  await requireFileSubject(read, actor, "file.write", subject);
  const waiting = partPath(`form-${randomUUID()}`);
  const key = newFileKey();
  try {
    const size = await measured(waiting, key, body);
    const begun = await beginUpload(actor, { name, size, subject, isProtected });
    const sealed = await openSealed(waiting, key, "original", { partial: true });
    try {
      for (let at = 0; at < size; at += PART) {
        const length = Math.min(PART, size - at);
        await receivePart(actor, begun.fileId, { offset: at, length, sha256: null }, readable(sealed.stream(at, at + length)));
      }
    } catch (error) {
      await cancelUpload(actor, begun.fileId);
      throw error;
    } finally {
      await sealed.close();
    }
    return await finishUpload(actor, begun.fileId);
  } finally {
    await removeSealed(waiting);
  }
}

/** Seals a body of unknown length with zeros up to the end of its last frame, and answers its true length. */
async function measured(waiting: string, key: Buffer, body: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  async function* padded(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > FORM_LIMIT) throw new FileProblem("too_large");
      yield chunk;
    }
    if (size % FRAME > 0) yield Buffer.alloc(FRAME - (size % FRAME));
  }
  await beginSealed(waiting, FORM_LIMIT + 2 * FRAME, "original");
  await writeSealed(waiting, key, 0, padded());
  if (size === 0) throw new FileProblem("empty");
  return size;
}

function readable(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}
