import { mpegFrameLength } from "@/lib/model/file-type";
import { CannotStrip, type Bytes, type Stripped } from "./media-bytes";

const text = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));
const syncsafe = (bytes: Uint8Array, at: number): number => [0, 1, 2, 3].reduce((sum, each) => sum * 128 + ((bytes[at + each] ?? 0) & 0x7f), 0);
const little = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) * 65_536 + (bytes[at + 3] ?? 0) * 16_777_216;

/** Leaves out the tags before and after the sound: ID3 of both versions, APE, Lyrics3. */
export async function stripMp3(bytes: Bytes): Promise<Stripped> {
  const to = await endOfSound(bytes);
  let from = 0;
  for (let length = await tagAt(bytes, from); length > 0 && from < to; length = await tagAt(bytes, from)) from += length;
  const begin = await bytes.read(from, Math.min(to, from + 65_536));
  // Between the tag and the sound there may be padding; what is neither is left out.
  const sound = begin.findIndex((byte, at) => byte === 0xff && isSound(begin, at));
  if (sound < 0) throw new CannotStrip("no sound was found");
  const found = { from: from + sound, to };
  await refuseTagsInside(bytes, found);
  return { ...found, patches: [] };
}

function isSound(begin: Uint8Array, at: number): boolean {
  const length = mpegFrameLength(begin, at);
  return length !== undefined && (at + length >= begin.length || mpegFrameLength(begin, at + length) !== undefined);
}

async function tagAt(bytes: Bytes, at: number): Promise<number> {
  const head = await bytes.read(at, at + 32);
  if (text(head, 0, 3) === "ID3") return 10 + syncsafe(head, 6) + ((head[5] ?? 0) & 0x10 ? 10 : 0);
  return text(head, 0, 8) === "APETAGEX" ? 32 + little(head, 12) : 0;
}

async function endOfSound(bytes: Bytes): Promise<number> {
  let to = bytes.size;
  for (let before = -1; to > 0 && to !== before; ) {
    before = to;
    const from = Math.max(0, to - 160);
    const tail = await bytes.read(from, to);
    const ends = (length: number, word: string, within = 0) => tail.length >= length && text(tail, tail.length - length + within, word.length) === word;
    if (ends(128, "TAG")) to -= 128;
    else if (ends(10, "3DI")) to -= 20 + syncsafe(tail, tail.length - 4);
    else if (ends(9, "LYRICS200")) to -= 15 + Number(text(tail, tail.length - 15, 6));
    else if (ends(32, "APETAGEX")) to -= little(tail, tail.length - 20) + ((tail[tail.length - 9] ?? 0) & 0x80 ? 32 : 0);
    if (!(to >= 0)) throw new CannotStrip("a tag that is longer than the file");
  }
  return to;
}

/** A tag in the middle of the sound, as files that were put together have one: such a file is not shown. */
async function refuseTagsInside(bytes: Bytes, { from, to }: { from: number; to: number }): Promise<void> {
  const step = 1_000_000;
  for (let at = from; at < to; at += step) {
    const piece = Buffer.from(await bytes.read(at, Math.min(to, at + step + 16)));
    for (const word of ["APETAGEX", "LYRICSBEGIN"]) if (piece.includes(word, 0, "latin1")) throw new CannotStrip("a tag stands inside the sound");
    for (let found = piece.indexOf("ID3", 0, "latin1"); found >= 0; found = piece.indexOf("ID3", found + 3, "latin1")) {
      const [version = 255, revision = 255, , ...size] = piece.subarray(found + 3, found + 10);
      if (version >= 2 && version <= 4 && revision === 0 && size.length === 4 && size.every((byte) => byte < 128)) throw new CannotStrip("a tag stands inside the sound");
    }
  }
}
