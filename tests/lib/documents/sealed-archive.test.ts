import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sealedArchive, zipped, type Receipt, type Seal } from "@/lib/documents/sealed-archive";
import type { Member } from "@/lib/documents/zip-stream";
import { ArchiveProblem, readSealed, type Opener } from "@/lib/documents/sealed-reader";

const stream = (bytes: Uint8Array, step = 5000) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += step) controller.enqueue(bytes.subarray(at, at + step));
      controller.close();
    },
  });

const from = (files: Record<string, Uint8Array>) =>
  async function* (receipts: readonly Receipt[]): AsyncGenerator<Member> {
    for (const [name, bytes] of Object.entries(files)) yield { name, pieces: [bytes.subarray(0, 7), bytes.subarray(7)] };
    yield { name: "manifest.json", pieces: [Buffer.from(JSON.stringify(receipts))] };
  };

const sealed = async (files: Record<string, Uint8Array>, seal: Seal): Promise<Buffer> => buffer(await sealedArchive(from(files), seal));

async function read(bytes: Uint8Array, opener: Opener, step?: number): Promise<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {};
  for await (const { name, content } of readSealed(stream(bytes, step), opener)) found[name] = await buffer(content);
  return found;
}

const codeOf = (reading: Promise<unknown>): Promise<string> => reading.then(() => "read", (error: unknown) => (error instanceof ArchiveProblem ? error.code : String(error)));

const passphrase = "a long enough sentence";
const files = { "erkin.db": randomBytes(200_000), "evidence/empty": Buffer.alloc(0), "secret.key": Buffer.from("abc"), "слова/ә.txt": Buffer.from("мәтін ".repeat(9000)) };

describe("a sealed archive", () => {
  it("gives back what was put in, and receipts that say what it was", async () => {
    const bytes = await sealed(files, { passphrase });
    // The work of each try of somebody who guesses.
    expect(bytes.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 17\n/);
    const found = await read(bytes, { passphrase });
    const { "manifest.json": manifest, ...rest } = found;
    expect(rest).toEqual(files);
    const expected = Object.entries(files).map(([name, bytes]) => ({ name, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length }));
    expect(JSON.parse(manifest?.toString() ?? "")).toEqual(expected);
  });

  it("opens with the key that belongs to the recipient, and with no other", async () => {
    const [own, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const bytes = await sealed(files, { recipients: [await identityToRecipient(own)] });
    expect(Object.keys(await read(bytes, { identities: [own] }))).toHaveLength(5);
    expect(await codeOf(read(bytes, { identities: [other] }))).toBe("wrong_secret");
    expect(() => sealedArchive(from(files), { recipients: ["age1nobody"] })).toThrow();
  });

  it("is refused with another passphrase, cut short, with one byte changed, or when it is something else", async () => {
    const own = await generateX25519Identity();
    const opener = { identities: [own] };
    const bytes = await sealed(files, { recipients: [await identityToRecipient(own)] });
    expect(await codeOf(read(await sealed({}, { passphrase }), { passphrase: "another long sentence" }))).toBe("wrong_secret");
    expect(await codeOf(read(Buffer.from("PK\u0003\u0004 no age file"), opener))).toBe("not_sealed");
    for (const length of [250, 70_000, 131_400, bytes.length - 16, bytes.length - 1]) expect(await codeOf(read(bytes.subarray(0, length), opener))).toBe("damaged");
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(await codeOf(read(changed, opener))).toMatch(/^(damaged|not_sealed|wrong_secret)$/);
      }),
      { numRuns: 40 },
    );
  });

  it("is read whatever the sizes of members and of pieces are", async () => {
    const own = await generateX25519Identity();
    const recipients = [await identityToRecipient(own)];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 5 }), fc.integer({ min: 1, max: 4000 }), async (contents, step) => {
        const given = Object.fromEntries(contents.map((bytes, at) => [`f${at}`, bytes]));
        const { "manifest.json": _, ...found } = await read(await sealed(given, { recipients }), { identities: [own] }, step);
        expect(Object.entries(found).map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(Object.entries(given).map(([name, bytes]) => [name, Buffer.from(bytes)]));
      }),
      { numRuns: 30 },
    );
  });

  it("ends with the error of a member that cannot be read, and says nothing of when anybody worked", async () => {
    const broken = async function* (): AsyncGenerator<Member> {
      yield { name: "whole", pieces: [Buffer.from("x")] };
      yield { name: "broken", pieces: (async function* (): AsyncGenerator<Uint8Array> { yield Buffer.from("y"); throw new Error("the disk is gone"); })() };
    };
    await expect(sealedArchive(broken, { passphrase }).then(buffer)).rejects.toThrow("the disk is gone");
    const plain = await buffer(zipped(from(files)));
    expect(plain.readUInt16LE(12)).toBe(0x0021);
  });
});
