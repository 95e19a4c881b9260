import "server-only";
import { open, type FileHandle } from "node:fs/promises";
import { EvidenceDamaged, FRAME, framesFor, HEADER, lengthOf, openFrame, positionOf, readHeader, storedLength, wholeFrames, type Frames, type Role } from "./evidence-format";

/** Bytes that can be read from anywhere. `to` is exclusive. */
export type Sealed = {
  /** Bytes of what was stored. */
  size: number;
  /** Bytes that can be read: fewer than `size` while an upload is under way. */
  present: number;
  /** One frame at most at a time, in order; whatever is damaged ends the reading with `EvidenceDamaged`. */
  stream: (from: number, to: number) => AsyncGenerator<Uint8Array, void>;
  /** A short piece; shorter than asked where the file ends. */
  read: (from: number, to: number) => Promise<Buffer>;
  close: () => Promise<void>;
};

/** Opens a stored file; one that is not whole is refused unless `partial`. */
export async function openSealed(file: string, fileKey: Buffer, role: Role, { partial = false } = {}): Promise<Sealed> {
  const handle = await opened(file);
  try {
    const header = Buffer.alloc(HEADER);
    await handle.read(header, 0, HEADER, 0);
    const shape = readHeader(header);
    if (shape.role !== role) throw new EvidenceDamaged("another kind of copy stands in its place");
    const { size: length } = await handle.stat();
    if (!partial && length !== storedLength(shape.size)) throw new EvidenceDamaged("its length is wrong");
    return reading(handle, framesFor(fileKey, shape), shape.size, Math.min(shape.size, wholeFrames(length, shape.size) * FRAME));
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new EvidenceDamaged("the file is missing");
    throw error;
  }
}

function reading(handle: FileHandle, frames: Frames, size: number, present: number): Sealed {
  let last: { frame: number; bytes: Buffer } | undefined;
  const frameAt = async (frame: number): Promise<Buffer> => {
    if (last?.frame === frame) return last.bytes;
    const sealed = Buffer.alloc(lengthOf(frame, size) + 28);
    const { bytesRead } = await handle.read(sealed, 0, sealed.length, positionOf(frame));
    const bytes = openFrame(frames, frame, sealed.subarray(0, bytesRead));
    last = { frame, bytes };
    return bytes;
  };
  async function* stream(from: number, to: number): AsyncGenerator<Uint8Array, void> {
    for (let at = from; at < Math.min(to, present); ) {
      const frame = Math.floor(at / FRAME);
      const bytes = await frameAt(frame);
      const end = Math.min(to - frame * FRAME, bytes.length);
      yield bytes.subarray(at - frame * FRAME, end);
      at = frame * FRAME + end;
    }
    // An empty file still has its one frame, and that must open.
    if (size === 0 && from === 0) await frameAt(0);
  }
  const read = async (from: number, to: number): Promise<Buffer> => {
    const pieces: Uint8Array[] = [];
    for await (const piece of stream(Math.max(0, from), to)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  return { size, present, stream, read, close: () => handle.close() };
}
