import "server-only";
import { crc32, deflateSync } from "node:zlib";
import { PART, type FileSubject } from "@/lib/model/file";
import type { Actor } from "@/lib/model/permissions";
import { beginUpload, finishUpload, receivePart } from "./file-uploads";

/** A grey picture with a darker frame: it stands for a photograph and shows nobody. */
function picture(): Buffer {
  const [width, height] = [320, 200];
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (__, x) => (x < 8 || y < 8 || x >= width - 8 || y >= height - 8 ? 0x60 : 0xc8))])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** One picture as evidence for a record of the sample. */
export async function recordSampleFile(actor: Actor, subject: FileSubject): Promise<string> {
  const bytes = picture();
  const { fileId } = await beginUpload(actor, { name: "алаңдағы сурет.png", size: bytes.length, subject, isProtected: false });
  const body = new Blob([new Uint8Array(bytes)]).stream() as ReadableStream<Uint8Array>;
  await receivePart(actor, fileId, { offset: 0, length: Math.min(PART, bytes.length), sha256: null }, body);
  await finishUpload(actor, fileId);
  return fileId;
}
