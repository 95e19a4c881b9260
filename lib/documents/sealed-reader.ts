import { createInflateRaw } from "node:zlib";
import { Decrypter } from "age-encryption";
import { ByteSource } from "./byte-source";

/** What opens a sealed archive: the passphrase, or secret keys (`AGE-SECRET-KEY-1…`). */
export type Opener = { passphrase: string } | { identities: readonly string[] };

/** `not_sealed`: no file of ours. `wrong_secret`: another passphrase or key. `damaged`: a byte differs, or the end is missing. */
export class ArchiveProblem extends Error {
  constructor(readonly code: "not_sealed" | "wrong_secret" | "damaged") {
    super(code);
  }
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const DESCRIPTOR = 0x08074b50;
const ZIP64 = 0xffffffff;

/** One member; its content must be read to its end before the next one is asked for. */
export type SealedMember = { name: string; content: AsyncGenerator<Uint8Array, void> };

/**
 * The members of an archive of `sealedArchive`, in their order and in one pass, from the bytes of the file. The file has been read to its very end,
 * and its seal with it, when the generator ends without `ArchiveProblem`.
 */
export async function* readSealed(bytes: ReadableStream<Uint8Array>, opener: Opener): AsyncGenerator<SealedMember, void> {
  const source = new ByteSource(pieces(await opened(bytes, opener)), () => new ArchiveProblem("damaged"));
  for (;;) {
    const signature = (await source.exactly(4)).readUInt32LE();
    if (signature === CENTRAL) break;
    if (signature !== LOCAL) throw new ArchiveProblem("damaged");
    const header = await source.exactly(26);
    const name = (await source.exactly(header.readUInt16LE(22))).toString("utf8");
    await source.exactly(header.readUInt16LE(24));
    if (header.readUInt16LE(4) !== 8) throw new ArchiveProblem("damaged");
    let read = false;
    yield { name, content: (async function* () { yield* inflated(source); read = true; })() };
    if (!read) throw new Error(`the member ${name} was not read to its end`);
  }
  while ((await source.some()) !== undefined);
}

async function opened(bytes: ReadableStream<Uint8Array>, opener: Opener): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  if ("passphrase" in opener) decrypter.addPassphrase(opener.passphrase.normalize("NFC"));
  else for (const identity of opener.identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    throw new ArchiveProblem(error instanceof Error && /no identity matched/.test(error.message) ? "wrong_secret" : "not_sealed");
  }
}

async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => Promise.reject(new ArchiveProblem("damaged")));
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The content of one member, and the descriptor behind it, whose length follows from the sizes. */
async function* inflated(source: ByteSource): AsyncGenerator<Uint8Array, void> {
  const inflate = createInflateRaw();
  let last: Uint8Array = new Uint8Array();
  let fed = 0;
  const feed = async (): Promise<void> => {
    // What it leaves of a piece belongs to whatever comes behind the member.
    while (inflate.bytesWritten === fed) {
      const piece = await source.some();
      if (piece === undefined) throw new ArchiveProblem("damaged");
      last = piece;
      fed += piece.length;
      await new Promise<void>((resolve) => inflate.write(piece, () => resolve()));
    }
  };
  const feeding = feed().catch((error: unknown) => inflate.destroy(error instanceof Error ? error : undefined));
  let size = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      yield piece;
    }
  } catch (error) {
    throw error instanceof ArchiveProblem ? error : new ArchiveProblem("damaged");
  }
  await feeding;
  source.giveBack(last.subarray(last.length - (fed - inflate.bytesWritten)));
  const wide = size > ZIP64 || inflate.bytesWritten > ZIP64;
  const descriptor = await source.exactly(wide ? 24 : 16);
  if (descriptor.readUInt32LE() !== DESCRIPTOR) throw new ArchiveProblem("damaged");
}
