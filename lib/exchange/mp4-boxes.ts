import { CannotStrip, type Bytes } from "./media-bytes";

export type Box = { type: string; at: number; /** Where its content begins and the box ends. */ begin: number; end: number };
export const MOST_BOXES = 20_000;

/** The boxes side by side in a stretch of the file; one that reaches past its end is refused. */
export async function boxesIn(bytes: Bytes, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const head = Buffer.from(await bytes.read(at, Math.min(to, at + 16)));
    // QuickTime may end a list with four zeros.
    if (to - at < 8 && head.every((byte) => byte === 0)) break;
    if (head.length < 8) throw new CannotStrip("a box that is cut off");
    const short = head.readUInt32BE(0);
    const large = short === 1;
    if (large && head.length < 16) throw new CannotStrip("a box that is cut off");
    const length = large ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    const begin = at + (large ? 16 : 8);
    if (!(at + length >= begin && at + length <= to)) throw new CannotStrip("a box that reaches past its end");
    boxes.push({ type: head.toString("latin1", 4, 8), at, begin, end: at + length });
    if (boxes.length > MOST_BOXES) throw new CannotStrip("too many boxes");
    at += length;
  }
  return boxes;
}
