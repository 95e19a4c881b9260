import { createHash } from "node:crypto";
import { Encrypter } from "age-encryption";
import { zipStream, type Member } from "./zip-stream";

/** What went into the archive under a name; the hash is SHA-256 in 64 hexadecimal digits. */
export type Receipt = { name: string; sha256: string; bytes: number };
/** Who can open it: whoever knows the passphrase, or whoever holds the secret key of one of the recipients (`age1…`). */
export type Seal = { passphrase: string } | { recipients: readonly string[] };

/** Shorter ones can be found by trying on a machine of one's own. */
export const LEAST_PASSPHRASE = 14;

/** An age public key as it can be typed; whether it is one, only `sealedArchive` knows for sure. */
export const RECIPIENT = /^age1[a-z0-9]{20,3000}$/;

/** Dates of members say nothing about when anybody worked (DP-4). */
const NO_DATE = Date.UTC(1980, 0, 1);

/** Work of 2^17: about a second and 128 MiB for each try of somebody who guesses, and once for us; the passphrase itself is asked to be long. */
const WORK = 17;

/**
 * The bytes of a ZIP file that is sealed with age, made while they are read: memory does not grow with the members. `members` is given the receipts
 * of those that went before, so that its last member can be the list of all others. Whatever `members` throws ends the stream with that error.
 * Throws at once, not as a promise, where a recipient is no age public key. Opened again by `readSealed`, or by hand: `age -d` and any unzip.
 */
export function sealedArchive(members: (receipts: readonly Receipt[]) => AsyncIterable<Member>, seal: Seal): Promise<ReadableStream<Uint8Array>> {
  return encrypterFor(seal).encrypt(zipped(members));
}

/** The same ZIP without the seal: for what holds nothing that could harm, and for tests. */
export function zipped(members: (receipts: readonly Receipt[]) => AsyncIterable<Member>): ReadableStream<Uint8Array> {
  const receipts: Receipt[] = [];
  return zipStream(received(members(receipts), receipts), NO_DATE);
}

async function* received(members: AsyncIterable<Member>, receipts: Receipt[]): AsyncGenerator<Member, void> {
  for await (const member of members) yield { ...member, pieces: counted(member, receipts) };
}

async function* counted({ name, pieces }: Member, receipts: Receipt[]): AsyncGenerator<string | Uint8Array, void> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += typeof piece === "string" ? Buffer.byteLength(piece) : piece.length;
    yield piece;
  }
  receipts.push({ name, sha256: hash.digest("hex"), bytes });
}

function encrypterFor(seal: Seal): Encrypter {
  const encrypter = new Encrypter();
  if ("passphrase" in seal) {
    encrypter.setScryptWorkFactor(WORK);
    encrypter.setPassphrase(seal.passphrase.normalize("NFC"));
  } else for (const recipient of seal.recipients) encrypter.addRecipient(recipient);
  return encrypter;
}
