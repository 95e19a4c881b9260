import "server-only";
import { generateX25519Identity, identityToRecipient } from "age-encryption";

/** A key pair for reading back, in this very process, what is sealed for others; its secret half is never written anywhere. */
export async function extraOpener(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
