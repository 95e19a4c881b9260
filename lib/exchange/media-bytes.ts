/** Bytes that can be read from anywhere; `to` is exclusive, and what lies past the end is not there. */
export type Bytes = { size: number; read: (from: number, to: number) => Promise<Uint8Array> };

/** Bytes of a recording that are overwritten: with these, or with zeros. */
export type Patch = { at: number; length: number; bytes?: Uint8Array };
/** A recording without what is told beside it: the bytes from `from` to `to`, with patches in order and apart from each other. */
export type Stripped = { from: number; to: number; patches: Patch[] };

/** What cannot be cleaned with certainty is not shown. */
export class CannotStrip extends Error {}

/** Patches in order; those that overlap are joined, so that nothing that one of them takes out comes back. */
export function inOrder(patches: readonly Patch[]): Patch[] {
  const sorted = [...patches].sort((a, b) => a.at - b.at || b.length - a.length);
  const joined: Patch[] = [];
  for (const patch of sorted) {
    const last = joined.at(-1);
    if (!last || patch.at >= last.at + last.length) joined.push(patch);
    else if (patch.at + patch.length > last.at + last.length) {
      const begin = last.at + last.length;
      joined.push({ at: begin, length: patch.at + patch.length - begin, ...(patch.bytes ? { bytes: patch.bytes.subarray(begin - patch.at) } : {}) });
    }
  }
  return joined;
}

/** The stripped recording, piece by piece. `stream` reads the original in order. */
export async function* strippedStream({ from, to, patches }: Stripped, stream: (from: number, to: number) => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let at = from;
  let next = 0;
  for await (const piece of stream(from, to)) {
    const end = at + piece.length;
    let copy: Uint8Array | undefined;
    for (; next < patches.length; next++) {
      const patch = patches[next];
      if (!patch || patch.at >= end) break;
      copy ??= Uint8Array.from(piece);
      const [begin, stop] = [Math.max(patch.at, at), Math.min(patch.at + patch.length, end)];
      if (patch.bytes) copy.set(patch.bytes.subarray(begin - patch.at, stop - patch.at), begin - at);
      else copy.fill(0, begin - at, stop - at);
      if (patch.at + patch.length > end) break;
    }
    yield copy ?? piece;
    at = end;
  }
}
