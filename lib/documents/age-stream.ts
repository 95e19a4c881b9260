import { Encrypter } from "age-encryption";

/** Work of 2^17: about a second and 128 MiB for each try of somebody who guesses, and once for us; the passphrase itself is asked to be long. */
const WORK = 17;

/** The bytes sealed with a passphrase in the format of age (age-encryption.org/v1), piece by piece. Nothing is read before the reader asks. */
export async function sealedWith(passphrase: string, bytes: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}
