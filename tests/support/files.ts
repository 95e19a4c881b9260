import { PART, type FileSubject } from "@/lib/model/file";
import type { Actor } from "@/lib/model/permissions";
import { beginUpload, finishUpload, receivePart, type Finished } from "@/lib/services/file-uploads";

/** Bytes as the body of a request, in pieces as a line brings them. */
export function bodyOf(bytes: Uint8Array, step = 65_536): ReadableStream<Uint8Array> & AsyncIterable<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + step));
      at += step;
    },
  }) as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;
}

/** Begins, sends and finishes an upload through the services. */
export async function sent(actor: Actor, { subject, name, bytes, isProtected = false }: { subject: FileSubject; name: string; bytes: Uint8Array; isProtected?: boolean }): Promise<Finished> {
  const { fileId } = await beginUpload(actor, { name, size: bytes.length, subject, isProtected });
  for (let at = 0; at < bytes.length; at += PART) {
    const part = bytes.subarray(at, at + PART);
    await receivePart(actor, fileId, { offset: at, length: part.length, sha256: null }, bodyOf(part));
  }
  return finishUpload(actor, fileId);
}
