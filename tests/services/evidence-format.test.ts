import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EvidenceDamaged, FRAME, framesOf, positionOf, storedLength } from "@/lib/vault/evidence-format";
import { newFileKey, openFileKey, sealFileKey } from "@/lib/vault/evidence-key";
import { openSealed } from "@/lib/vault/evidence-reader";
import { beginSealed, PartMisfits, storeSealed, writeSealed } from "@/lib/vault/evidence-writer";
import { ensureKey } from "@/lib/vault/keys";

const folder = mkdtempSync(path.join(tmpdir(), "erkin-sealed-"));
beforeAll(() => ensureKey());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const fresh = (): string => path.join(folder, `file-${++made}`);
async function* pieces(bytes: Uint8Array, step = 70_000): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += step) yield await Promise.resolve(bytes.subarray(at, at + step));
}

async function stored(bytes: Uint8Array, key = newFileKey()): Promise<{ file: string; key: Buffer }> {
  const file = fresh();
  await storeSealed(file, key, bytes.length, "original", pieces(bytes));
  return { file, key };
}

async function readAll(file: string, key: Buffer, from = 0, to = Infinity): Promise<Buffer> {
  const sealed = await openSealed(file, key, "original");
  try {
    const all: Uint8Array[] = [];
    for await (const piece of sealed.stream(from, Math.min(to, sealed.size))) all.push(piece);
    return Buffer.concat(all);
  } finally {
    await sealed.close();
  }
}

describe("a stored file", () => {
  it.each([0, 1, 1000, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17])("of %i bytes comes back as it was, and says nothing of itself", async (size) => {
    const bytes = randomBytes(size);
    const { file, key } = await stored(bytes);
    expect((await readAll(file, key)).equals(bytes)).toBe(true);
    expect(statSync(file).size).toBe(storedLength(size));
    if (size > 100) expect(readFileSync(file).includes(bytes.subarray(0, 32))).toBe(false);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it("gives any stretch of itself", async () => {
    const bytes = randomBytes(3 * FRAME + 4321);
    const { file, key } = await stored(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.nat(bytes.length), async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect((await readAll(file, key, from, to)).equals(bytes.subarray(from, to))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("is noticed to be damaged wherever one bit is turned", async () => {
    const { file, key } = await stored(randomBytes(2 * FRAME + 999));
    const whole = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const broken = Buffer.from(whole);
        broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const copy = fresh();
        writeFileSync(copy, broken);
        await expect(readAll(copy, key)).rejects.toThrow(EvidenceDamaged);
        rmSync(copy);
      }),
      { numRuns: 60, examples: [[0], [7 * 8], [10 * 8], [16 * 8], [24 * 8], [40 * 8], [whole.length * 8 - 1]] },
    );
  });

  it("is noticed to be cut off, lengthened, put in another order, or mixed with another", async () => {
    const bytes = randomBytes(4 * FRAME);
    const { file, key } = await stored(bytes);
    const other = await stored(randomBytes(4 * FRAME), key);
    const whole = readFileSync(file);
    const frame = (from: Buffer, index: number) => from.subarray(positionOf(index), positionOf(index + 1));
    const [header, ...frames] = [whole.subarray(0, positionOf(0)), ...[0, 1, 2, 3].map((index) => frame(whole, index))];
    const spoilt: Record<string, Buffer> = {
      "without the last frame": whole.subarray(0, positionOf(3)),
      "without its last byte": whole.subarray(0, -1),
      "with a byte more": Buffer.concat([whole, Buffer.from([0])]),
      "with two frames exchanged": Buffer.concat([header, frames[1]!, frames[0]!, frames[2]!, frames[3]!]),
      "with a frame twice": Buffer.concat([header, frames[0]!, frames[0]!, frames[2]!, frames[3]!]),
      "with the last frame in the middle": Buffer.concat([header, frames[0]!, frames[3]!, frames[2]!, frames[3]!]),
      "with a frame of another file under the same key": Buffer.concat([header, frames[0]!, frame(readFileSync(other.file), 1), frames[2]!, frames[3]!]),
      "with a header that says less": Buffer.concat([shorter(header, 3 * FRAME), frames[0]!, frames[1]!, frames[2]!]),
      "empty": Buffer.alloc(0),
    };
    for (const [what, content] of Object.entries(spoilt)) {
      const copy = fresh();
      writeFileSync(copy, content);
      await expect(readAll(copy, key), what).rejects.toThrow(EvidenceDamaged);
    }
    await expect(readAll(file, newFileKey())).rejects.toThrow(EvidenceDamaged);
    await expect(openSealed(file, key, "derived")).rejects.toThrow(EvidenceDamaged);
    await expect(openSealed(fresh(), key, "original")).rejects.toThrow(EvidenceDamaged);
  });
});

function shorter(header: Buffer, size: number): Buffer {
  const copy = Buffer.from(header);
  copy.writeBigUInt64BE(BigInt(size), 16);
  return copy;
}

describe("writing in parts", () => {
  it("goes on where the last whole part ended, however often it broke off", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 * FRAME }), fc.array(fc.record({ frames: fc.integer({ min: 1, max: 3 }), breaks: fc.boolean(), step: fc.integer({ min: 1000, max: 300_000 }) }), { maxLength: 6 }), async (size, attempts) => {
        const bytes = randomBytes(size);
        const [file, key] = [fresh(), newFileKey()];
        await beginSealed(file, size, "original");
        let at = 0;
        for (const { frames, breaks, step } of [...attempts, { frames: framesOf(size), breaks: false, step: 65_536 }]) {
          if (at >= size) break;
          const part = bytes.subarray(at, Math.min(size, at + frames * FRAME));
          if (breaks) {
            await expect(writeSealed(file, key, at, brokenOff(part, step))).rejects.toThrow("the line broke");
            // What a process that died leaves behind is worse: a piece of a frame.
            if (at > 0) truncateSync(file, positionOf(at / FRAME) + 5);
          } else {
            const written = await writeSealed(file, key, at, pieces(part, step));
            at += part.length;
            expect(written).toEqual({ received: at, sha256: createHash("sha256").update(part).digest("hex") });
          }
        }
        expect((await readAll(file, key)).equals(bytes)).toBe(true);
        rmSync(file);
      }),
      { numRuns: 15 },
    );
  });

  it("refuses a part that begins elsewhere, is too long, or ends inside a frame, and keeps nothing of it", async () => {
    const [file, key, bytes] = [fresh(), newFileKey(), randomBytes(3 * FRAME)];
    await beginSealed(file, bytes.length, "original");
    await writeSealed(file, key, 0, pieces(bytes.subarray(0, FRAME)));
    const before = readFileSync(file);
    for (const [from, part] of [[2 * FRAME, bytes.subarray(2 * FRAME)], [FRAME, bytes.subarray(0, 5)], [FRAME, randomBytes(2 * FRAME + 1)], [100, bytes]] as const) {
      await expect(writeSealed(file, key, from, pieces(part))).rejects.toThrow(PartMisfits);
      expect(readFileSync(file).equals(before), `${from}`).toBe(true);
    }
    await writeSealed(file, key, FRAME, pieces(bytes.subarray(FRAME)));
    expect((await readAll(file, key)).equals(bytes)).toBe(true);
  });
});

async function* brokenOff(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array, void> {
  yield* pieces(bytes.subarray(0, bytes.length >> 1), step);
  throw new Error("the line broke");
}

describe("the key of a file", () => {
  it("opens for that file only, and only whole", () => {
    const key = newFileKey();
    const sealed = sealFileKey("file-a", key);
    expect(openFileKey("file-a", sealed).equals(key)).toBe(true);
    expect(() => openFileKey("file-b", sealed)).toThrow(EvidenceDamaged);
    expect(() => openFileKey("file-a", `${sealed.slice(0, -2)}AA`)).toThrow(EvidenceDamaged);
    expect(() => openFileKey("file-a", "")).toThrow(EvidenceDamaged);
  });
});
