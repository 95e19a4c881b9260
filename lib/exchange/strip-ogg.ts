import { CannotStrip, inOrder, type Bytes, type Patch, type Stripped } from "./media-bytes";

type Page = { at: number; length: number; continued: boolean; first: boolean; serial: number; /** Pieces of packets: where, how long, and whether the packet ends with it. */ pieces: { at: number; length: number; ends: boolean }[] };
type Stream = { packet: number; codec: "vorbis" | "opus"; pieces: { at: number; length: number }[]; pages: Set<number> };

/** Empties the header of comments of every stream (title, artist, place, program); sound and lengths stay, the pages get their new check sums. */
export async function stripOgg(bytes: Bytes): Promise<Stripped> {
  const streams = new Map<number, Stream>();
  const patches: Patch[] = [];
  for (let at = 0; at < bytes.size; ) {
    const page = await pageAt(bytes, at);
    if (page.first) streams.set(page.serial, { packet: 0, codec: await codecOf(bytes, page), pieces: [], pages: new Set() });
    const stream = streams.get(page.serial);
    if (!stream) throw new CannotStrip("a page of no stream");
    for (const piece of page.pieces) {
      if (stream.packet === 1) {
        stream.pieces.push(piece);
        stream.pages.add(page.at);
      }
      if (!piece.ends) continue;
      if (stream.packet === 1) patches.push(...(await emptied(bytes, stream)));
      stream.packet++;
    }
    at += page.length;
  }
  if (patches.length === 0 || [...streams.values()].some(({ packet }) => packet < 2)) throw new CannotStrip("a stream without its headers");
  return { from: 0, to: bytes.size, patches: inOrder(patches) };
}

async function pageAt(bytes: Bytes, at: number): Promise<Page> {
  const head = await bytes.read(at, at + 27 + 255);
  if (head.length < 27 || String.fromCharCode(...head.subarray(0, 4)) !== "OggS" || head[4] !== 0) throw new CannotStrip("something between the pages");
  const count = head[26] ?? 0;
  const lacing = [...head.subarray(27, 27 + count)];
  const begin = at + 27 + count;
  const pieces: Page["pieces"] = [];
  let where = begin;
  let length = 0;
  for (const [index, value] of lacing.entries()) {
    length += value;
    if (value === 255 && index < count - 1) continue;
    pieces.push({ at: where, length, ends: value < 255 });
    where += length;
    length = 0;
  }
  if (where > bytes.size || lacing.length < count) throw new CannotStrip("a page that is cut off");
  const flags = head[5] ?? 0;
  return { at, length: where - at, continued: (flags & 1) !== 0, first: (flags & 2) !== 0, serial: new DataView(head.buffer, head.byteOffset).getUint32(14, true), pieces };
}

async function codecOf(bytes: Bytes, { pieces }: Page): Promise<Stream["codec"]> {
  const at = pieces[0]?.at ?? 0;
  const name = String.fromCharCode(...(await bytes.read(at, at + 8)));
  if (name.startsWith("\u0001vorbis")) return "vorbis";
  if (name === "OpusHead") return "opus";
  throw new CannotStrip("a stream that is neither Vorbis nor Opus");
}

/** A packet of the same length whose only word is a vendor made of spaces, put over the old one, and the pages with it. */
async function emptied(bytes: Bytes, { codec, pieces, pages }: Stream): Promise<Patch[]> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const name = codec === "vorbis" ? "\u0003vorbis" : "OpusTags";
  const vendor = length - name.length - 8 - (codec === "vorbis" ? 1 : 0);
  if (vendor < 0) throw new CannotStrip("a header of comments that is too short");
  const packet = Buffer.alloc(length, 0x20);
  packet.write(name, 0, "latin1");
  packet.writeUInt32LE(vendor, name.length);
  packet.writeUInt32LE(0, name.length + 4 + vendor);
  if (codec === "vorbis") packet[length - 1] = 1;
  const done: Patch[] = [];
  for (const at of pages) {
    const page = await pageAt(bytes, at);
    const whole = Buffer.from(await bytes.read(at, at + page.length));
    let taken = 0;
    for (const piece of pieces) {
      if (piece.at >= at && piece.at < at + page.length) packet.copy(whole, piece.at - at, taken, taken + piece.length);
      taken += piece.length;
    }
    whole.writeUInt32LE(0, 22);
    whole.writeUInt32LE(checkSum(whole), 22);
    done.push({ at, length: page.length, bytes: whole });
  }
  return done;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** The CRC-32 of an Ogg page whose own check sum is zero. */
export function checkSum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}
