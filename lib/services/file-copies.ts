import "server-only";
import { CannotStrip, strippedStream, type Stripped } from "@/lib/exchange/media-bytes";
import { stripMedia } from "@/lib/exchange/media-strip";
import { knownTypes, type FileVerdict } from "@/lib/model/file-type";
import { derivedPath } from "@/lib/vault/evidence-folder";
import type { Sealed } from "@/lib/vault/evidence-reader";
import { storeSealed } from "@/lib/vault/evidence-writer";
import { drawPreview } from "@/lib/vault/preview";

/** Pictures and documents above this are not drawn: the whole of them must fit beside the pixels. */
const MOST_DRAWN = 100 * 1024 * 1024;

export type Preview = { preview: "none" | "image" | "audio" | "video" | "failed"; previewType: string };
const none: Preview = { preview: "none", previewType: "" };
const failed: Preview = { preview: "failed", previewType: "" };

/** Makes the copy that is shown, where one can be: pixels drawn anew, or a recording without what is told beside it; sealed like the original. */
export async function makePreview(fileId: string, key: Buffer, found: { type: string; verdict: FileVerdict }, original: Sealed): Promise<Preview> {
  const way = found.verdict === "kept" || found.verdict === "renamed" ? (knownTypes[found.type]?.preview ?? "none") : "none";
  if (way === "none") return none;
  if (way === "audio" || way === "video") return mediaCopy(fileId, key, found.type, way, original);
  if (original.size > MOST_DRAWN) return failed;
  const made = await drawPreview(way === "pdf" ? "page" : found.type === "image/heic" ? "heic" : "picture", original.stream(0, original.size));
  if (!("drawn" in made)) return failed;
  await storeSealed(derivedPath(fileId), key, made.drawn.length, "derived", oneChunk(made.drawn));
  return { preview: "image", previewType: "image/webp" };
}

async function mediaCopy(fileId: string, key: Buffer, type: string, way: "audio" | "video", original: Sealed): Promise<Preview> {
  let stripped: Stripped | undefined;
  try {
    stripped = await stripMedia(type, original);
  } catch (error) {
    if (error instanceof CannotStrip) return failed;
    throw error;
  }
  if (!stripped) return none;
  await storeSealed(derivedPath(fileId), key, stripped.to - stripped.from, "derived", strippedStream(stripped, original.stream));
  return { preview: way, previewType: type };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes);
}
