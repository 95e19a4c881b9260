import { CannotStrip, type Bytes, type Patch } from "./media-bytes";
import { boxesIn, type Box } from "./mp4-boxes";

const MOST_ENTRIES = 2_000_000;

/** Where the samples of a track lie in the file, so that they can be overwritten: a track of places is not only named but held in the data. */
export async function metadataSamples(bytes: Bytes, trak: Box): Promise<Patch[]> {
  const stbl = await inside(bytes, await inside(bytes, await inside(bytes, trak, "mdia"), "minf"), "stbl");
  if (!stbl) return [];
  const offsets = await numbers(bytes, await inside(bytes, stbl, "stco"), 4) ?? (await numbers(bytes, await inside(bytes, stbl, "co64"), 8)) ?? [];
  const perChunk = await numbers(bytes, await inside(bytes, stbl, "stsc"), 4, 3) ?? [];
  const sizes = await sampleSizes(bytes, await inside(bytes, stbl, "stsz"));
  const patches: Patch[] = [];
  let sample = 0;
  let row = 0;
  for (const [chunk, at] of offsets.entries()) {
    while ((perChunk[(row + 1) * 3] ?? Infinity) <= chunk + 1) row++;
    const count = perChunk[row * 3 + 1] ?? 0;
    if (sample + count > MOST_ENTRIES) throw new CannotStrip("too many samples");
    let length = 0;
    for (let each = 0; each < count; each++) length += sizes(sample++);
    if (at + length > bytes.size) throw new CannotStrip("samples that lie outside the file");
    if (length > 0) patches.push({ at, length });
  }
  return patches;
}

async function inside(bytes: Bytes, box: Box | undefined, type: string): Promise<Box | undefined> {
  return box ? (await boxesIn(bytes, box.begin, box.end)).find((each) => each.type === type) : undefined;
}

/** A table of numbers: a count, then so many rows of `columns`. */
async function numbers(bytes: Bytes, box: Box | undefined, width: 4 | 8, columns = 1): Promise<number[] | undefined> {
  if (!box) return undefined;
  const content = Buffer.from(await bytes.read(box.begin, Math.min(box.end, box.begin + 8 + MOST_ENTRIES * width)));
  const count = content.length >= 8 ? content.readUInt32BE(4) * columns : 0;
  if (8 + count * width > content.length) throw new CannotStrip("a table that is cut off");
  return Array.from({ length: count }, (_, index) => (width === 4 ? content.readUInt32BE(8 + index * 4) : Number(content.readBigUInt64BE(8 + index * 8))));
}

async function sampleSizes(bytes: Bytes, box: Box | undefined): Promise<(sample: number) => number> {
  if (!box) throw new CannotStrip("samples without their sizes");
  const content = Buffer.from(await bytes.read(box.begin, Math.min(box.end, box.begin + 12 + MOST_ENTRIES * 4)));
  if (content.length < 12) throw new CannotStrip("a table that is cut off");
  const same = content.readUInt32BE(4);
  if (same > 0) return () => same;
  return (sample) => {
    if (12 + sample * 4 + 4 > content.length) throw new CannotStrip("a table that is cut off");
    return content.readUInt32BE(12 + sample * 4);
  };
}
