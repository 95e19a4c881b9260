import { createHash } from "node:crypto";
import { once } from "node:events";
import { Readable, Transform } from "node:stream";
import { ZipArchive } from "archiver";
import { Encrypter } from "age-encryption";

/** One file of an archive: a name with forward slashes, and its bytes in pieces, read once and never held as a whole. */
export type Member = { name: string; content: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };
/** What went into the archive under a name; the hash is SHA-256 in 64 hexadecimal digits. */
export type Receipt = { name: string; sha256: string; bytes: number };
/** Who can open it: whoever knows the passphrase, or whoever holds the secret key of one of the recipients (`age1…`). */
export type Seal = { passphrase: string } | { recipients: readonly string[] };

/** Shorter ones can be found by trying on a machine of one's own. */
export const LEAST_PASSPHRASE = 14;

/** An age public key as it can be typed; whether it is one, only `sealedArchive` knows for sure. */
export const RECIPIENT = /^age1[a-z0-9]{20,3000}$/;

/** Dates of members say nothing about when anybody worked (DP-4). */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/**
 * The bytes of a ZIP file that is sealed with age, made while they are read: memory does not grow with the members. `members` is given the receipts
 * of those that went before, so that its last member can be the list of all others. Whatever `members` throws ends the stream with that error.
 * Throws at once, not as a promise, where a recipient is no age public key. Opened again by `readSealed`, or by hand: `age -d` and any unzip.
 */
export function sealedArchive(members: (receipts: readonly Receipt[]) => AsyncIterable<Member>, seal: Seal): Promise<ReadableStream<Uint8Array>> {
  return encrypterFor(seal).encrypt(Readable.toWeb(zipped(members)) as ReadableStream<Uint8Array>);
}

/** The same ZIP without the seal: for what holds nothing that could harm, and for tests. */
export function zipped(members: (receipts: readonly Receipt[]) => AsyncIterable<Member>): Readable {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  void fill(archive, members).catch((error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))));
  return archive;
}

async function fill(archive: ZipArchive, members: (receipts: readonly Receipt[]) => AsyncIterable<Member>): Promise<void> {
  const receipts: Receipt[] = [];
  for await (const { name, content } of members(receipts)) {
    const counted = counting();
    const source = Readable.from(content, { objectMode: false });
    source.on("error", (error) => archive.destroy(error));
    const added = once(archive, "entry");
    archive.append(source.pipe(counted.stream), { name, date: NO_DATE, mode: 0o600 });
    await added;
    receipts.push({ name, ...counted.told() });
  }
  await archive.finalize();
}

function counting(): { stream: Transform; told: () => { sha256: string; bytes: number } } {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  return { stream, told: () => ({ sha256: hash.digest("hex"), bytes }) };
}

function encrypterFor(seal: Seal): Encrypter {
  const encrypter = new Encrypter();
  if ("passphrase" in seal) encrypter.setPassphrase(seal.passphrase.normalize("NFC"));
  else for (const recipient of seal.recipients) encrypter.addRecipient(recipient);
  return encrypter;
}
