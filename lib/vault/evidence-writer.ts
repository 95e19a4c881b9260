import "server-only";
import { createHash } from "node:crypto";
import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { FRAME, framesFor, framesOf, HEADER, headerOf, lengthOf, newShape, positionOf, readHeader, sealFrame, wholeFrames, type Frames, type Role } from "./evidence-format";

const PRIVATE = { file: 0o600, folder: 0o700 } as const;

/** Makes room for a file of `size` bytes: the header alone, to which parts are written. */
export async function beginSealed(file: string, size: number, role: Role): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: PRIVATE.folder });
  const handle = await open(file, "wx", PRIVATE.file);
  try {
    await handle.write(headerOf(newShape(size, role)), 0, HEADER, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes did not end where a part must end: at a frame's or the file's end, and not before `from`. */
export class PartMisfits extends Error {}

export type Written = { received: number; sha256: string };

/**
 * Writes a part that begins at byte `from`, after what is already there, and answers how much is there now and the SHA-256 of the part.
 * `check` may refuse the part by throwing. Whatever goes wrong, the file ends again at `from`.
 */
export async function writeSealed(file: string, fileKey: Buffer, from: number, chunks: AsyncIterable<Uint8Array>, check: (part: Written) => void = () => undefined): Promise<Written> {
  const handle = await open(file, "r+");
  try {
    const header = Buffer.alloc(HEADER);
    await handle.read(header, 0, HEADER, 0);
    const shape = readHeader(header);
    const { size: length } = await handle.stat();
    const first = Math.floor(from / FRAME);
    if (from !== first * FRAME || first > wholeFrames(length, shape.size) || (from >= shape.size && shape.size > 0)) throw new PartMisfits("it does not begin where the last one ended");
    try {
      await handle.truncate(positionOf(first));
      const part = await sealed(handle, framesFor(fileKey, shape), shape.size, first, chunks);
      check(part);
      await handle.sync();
      return part;
    } catch (error) {
      await handle.truncate(positionOf(first));
      throw error;
    }
  } finally {
    await handle.close();
  }
}

async function sealed(handle: FileHandle, frames: Frames, size: number, first: number, chunks: AsyncIterable<Uint8Array>): Promise<Written> {
  const hash = createHash("sha256");
  const room = Buffer.alloc(FRAME);
  let frame = first;
  let filled = 0;
  const put = async () => {
    const bytes = sealFrame(frames, frame, room.subarray(0, filled));
    await handle.write(bytes, 0, bytes.length, positionOf(frame));
    frame++;
    filled = 0;
  };
  for await (const chunk of chunks) {
    hash.update(chunk);
    for (let at = 0; at < chunk.length; ) {
      if (frame >= frames.total) throw new PartMisfits("it is longer than the file");
      const taken = chunk.subarray(at, at + Math.min(lengthOf(frame, size) - filled, FRAME - filled));
      if (taken.length === 0) throw new PartMisfits("it is longer than the file");
      room.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled === lengthOf(frame, size)) await put();
    }
  }
  if (size === 0 && frame === 0) await put();
  if (filled > 0) throw new PartMisfits("it ends inside a frame");
  return { received: Math.min(size, frame * FRAME), sha256: hash.digest("hex") };
}

/** How much of a file under way is here, in bytes; undefined where there is nothing of it. */
export async function receivedOf(file: string): Promise<{ received: number; whole: boolean } | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(file, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const header = Buffer.alloc(HEADER);
    await handle.read(header, 0, HEADER, 0);
    const { size } = readHeader(header);
    const frames = wholeFrames((await handle.stat()).size, size);
    return { received: Math.min(size, frames * FRAME), whole: frames === framesOf(size) };
  } finally {
    await handle.close();
  }
}

/** Gives a whole file its lasting name; a crash leaves the one or the other. */
export async function keepSealed(from: string, to: string): Promise<void> {
  await rename(from, to);
  // Windows cannot open a folder; its file system keeps the order by itself.
  if (process.platform === "win32") return;
  const folder = await open(path.dirname(to), "r");
  await folder.sync();
  await folder.close();
}

export const removeSealed = (file: string): Promise<void> => rm(file, { force: true });

/** Stores `chunks`, which are `size` bytes together, under its lasting name in one go. */
export async function storeSealed(file: string, fileKey: Buffer, size: number, role: Role, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const under = `${file}.new`;
  await removeSealed(under);
  try {
    await beginSealed(under, size, role);
    const { received } = await writeSealed(under, fileKey, 0, chunks);
    if (received !== size) throw new PartMisfits("it is shorter than announced");
    await keepSealed(under, file);
  } catch (error) {
    await removeSealed(under);
    throw error;
  }
}
