import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";

export class ZipProblem extends Error {
  constructor(readonly code: "unreadable" | "unzips_too_large") {
    super(code);
  }
}

/** One file of an archive; `read` gives its bytes, and refuses more than `most` of them whatever the archive says of itself. */
export type ZipEntry = { name: string; read: (most: number) => Promise<Buffer> };

const MOST_ENTRIES = 2_000;
const inflate = promisify(inflateRaw) as (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** What an archive lists at its end. Throws `ZipProblem` for what is no ZIP, is encrypted, or holds too many files. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipProblem("unreadable");
  const found: ZipEntry[] = [];
  for (let at = bytes.readUInt32LE(end + 16), each = 0; each < count; each++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new ZipProblem("unreadable");
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const [flags, method, packed, local] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    if (flags & 1) throw new ZipProblem("unreadable");
    found.push({ name, read: (most) => unpacked(bytes, local, packed, method, most) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  throw new ZipProblem("unreadable");
}

async function unpacked(bytes: Buffer, local: number, packed: number, method: number, most: number): Promise<Buffer> {
  if (most <= 0) throw new ZipProblem("unzips_too_large");
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) throw new ZipProblem("unreadable");
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const body = bytes.subarray(from, from + packed);
  if (body.length < packed) throw new ZipProblem("unreadable");
  if (method === 0) {
    if (packed > most) throw new ZipProblem("unzips_too_large");
    return body;
  }
  if (method !== 8) throw new ZipProblem("unreadable");
  try {
    return await inflate(body, { maxOutputLength: most });
  } catch (error) {
    throw new ZipProblem((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "unzips_too_large" : "unreadable");
  }
}

/** An archive of these files, not packed, one piece at a time: whoever reads it gets exactly the bytes that were looked at. */
export async function* storedZip(files: AsyncIterable<{ name: string; bytes: Buffer }>): AsyncGenerator<Buffer> {
  const listed: Buffer[] = [];
  let count = 0;
  let at = 0;
  for await (const { name, bytes } of files) {
    const path = Buffer.from(name, "utf8");
    // Version, flags (names are UTF-8), method, time, date, check sum, both sizes, lengths of name and extra field: the same in both headers.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    listed.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, rest, path);
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, path]);
    yield head;
    if (bytes.length > 0) yield bytes;
    at += head.length + bytes.length;
    count++;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([list, end]);
}
