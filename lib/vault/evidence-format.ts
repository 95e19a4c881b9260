import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * A stored file: a header of 40 bytes, then frames of at most 1 MiB. Each frame is a random nonce of 12 bytes, AES-256-GCM ciphertext and a
 * tag of 16; its associated data are the header, its number, how many there are and whether it is the last. So a frame that is missing, moved,
 * repeated or changed is noticed, and so is a file that was cut off. docs/decisions/016-evidence-files.md.
 */
export const FRAME = 1024 * 1024;
export const HEADER = 40;
const OVERHEAD = 28;
const MAGIC = Buffer.from("ERKINEV", "latin1");
const VERSION = 1;
const AES_256_GCM = 1;
const roles = { original: 1, derived: 2 } as const;

export type Role = keyof typeof roles;
export type Shape = { size: number; role: Role; salt: Buffer };

/** What is stored is not what was put there. */
export class EvidenceDamaged extends Error {
  constructor(what: string) {
    super(`damaged evidence: ${what}`);
    this.name = "EvidenceDamaged";
  }
}

/** How many frames hold `size` bytes; an empty file has one that is empty. */
export const framesOf = (size: number): number => Math.max(1, Math.ceil(size / FRAME));
/** Length of the stored file, in bytes. */
export const storedLength = (size: number): number => HEADER + size + framesOf(size) * OVERHEAD;
/** Where a frame begins in the stored file. */
export const positionOf = (frame: number): number => HEADER + frame * (FRAME + OVERHEAD);
/** How many bytes of the original a frame holds. */
export const lengthOf = (frame: number, size: number): number => Math.min(FRAME, size - frame * FRAME);
/** How many whole frames a stored file of this length holds, the last one only where all of it is there. */
export const wholeFrames = (length: number, size: number): number =>
  length >= storedLength(size) ? framesOf(size) : Math.min(framesOf(size) - 1, Math.max(0, Math.floor((length - HEADER) / (FRAME + OVERHEAD))));

export const newShape = (size: number, role: Role): Shape => ({ size, role, salt: randomBytes(16) });

export function headerOf({ size, role, salt }: Shape): Buffer {
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header);
  header.set([VERSION, AES_256_GCM, roles[role]], 7);
  header.writeUInt32BE(FRAME, 12);
  header.writeBigUInt64BE(BigInt(size), 16);
  salt.copy(header, 24);
  return header;
}

export function readHeader(header: Buffer): Shape {
  if (header.length < HEADER || !header.subarray(0, 7).equals(MAGIC)) throw new EvidenceDamaged("this is no evidence file");
  if (header[7] !== VERSION || header[8] !== AES_256_GCM || header.readUInt32BE(12) !== FRAME) throw new EvidenceDamaged("a format that is not known");
  const role = header[9] === roles.original ? "original" : header[9] === roles.derived ? "derived" : undefined;
  const size = header.readBigUInt64BE(16);
  if (!role || size > BigInt(Number.MAX_SAFE_INTEGER)) throw new EvidenceDamaged("a header that cannot be");
  const shape: Shape = { role, size: Number(size), salt: Buffer.from(header.subarray(24, HEADER)) };
  if (!headerOf(shape).equals(header.subarray(0, HEADER))) throw new EvidenceDamaged("a header that cannot be");
  return shape;
}

export type Frames = { header: Buffer; key: Buffer; total: number };

/** What seals and opens the frames of one stored file: a key of its own, from the file's key and the header's salt. */
export function framesFor(fileKey: Buffer, shape: Shape): Frames {
  const key = Buffer.from(hkdfSync("sha256", fileKey, shape.salt, "erkin/evidence/frames", 32));
  return { header: headerOf(shape), key, total: framesOf(shape.size) };
}

function associated({ header, total }: Frames, frame: number): Buffer {
  const place = Buffer.alloc(9);
  place.writeUInt32BE(frame, 0);
  place.writeUInt32BE(total, 4);
  place[8] = frame === total - 1 ? 1 : 0;
  return Buffer.concat([header, place]);
}

export function sealFrame(frames: Frames, frame: number, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", frames.key, nonce).setAAD(associated(frames, frame));
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

export function openFrame(frames: Frames, frame: number, sealed: Buffer): Buffer {
  if (sealed.length < OVERHEAD) throw new EvidenceDamaged(`frame ${frame} is cut off`);
  const decipher = createDecipheriv("aes-256-gcm", frames.key, sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(associated(frames, frame)).setAuthTag(sealed.subarray(-16));
  const plain = decipher.update(sealed.subarray(12, -16));
  try {
    decipher.final();
  } catch {
    throw new EvidenceDamaged(`frame ${frame} is not what was stored`);
  }
  return plain;
}
