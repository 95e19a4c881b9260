import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { EvidenceDamaged } from "./evidence-format";
import { subKey } from "./keys";

/** How a file's key is kept; another way of keeping it gets another letter, and the stored files stay as they are. */
const INSTALLATION = "i1.";

export const newFileKey = (): Buffer => randomBytes(32);

/** The key of one file, sealed with the installation's and bound to the file's id: text for the database. */
export function sealFileKey(fileId: string, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(subKey("evidence"), "hex"), nonce).setAAD(Buffer.from(fileId));
  return INSTALLATION + Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

export function openFileKey(fileId: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed.slice(INSTALLATION.length), "base64url");
  if (!sealed.startsWith(INSTALLATION) || bytes.length !== 60) throw new EvidenceDamaged("the key of the file cannot be read");
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(subKey("evidence"), "hex"), bytes.subarray(0, 12)).setAAD(Buffer.from(fileId)).setAuthTag(bytes.subarray(44));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, 44)), decipher.final()]);
  } catch {
    throw new EvidenceDamaged("the key of the file does not open with this installation’s key");
  }
}
