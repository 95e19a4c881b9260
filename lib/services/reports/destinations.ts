import "server-only";
import { findRecipient } from "@/db/queries/disclosure";
import type { Reader } from "@/db/store";
import { INTERNAL, PUBLIC_RECIPIENT, type AudienceProfile, type Destination } from "@/lib/model/destination";
import { refuse } from "@/lib/model/errors";
import type { ConsentAudience, ConsentPurpose } from "@/lib/model/vocabularies";
import type { ReportRow } from "@/db/queries/reports";

/** Values of the form's field besides the ids of recipients. */
export const HOUSE = "house";
export const EVERYBODY = "public";

/** Where a report goes as a form said it; without a purpose nothing goes outside, since nobody could have agreed to it. */
export async function destinationFrom(tx: Reader, { to, purpose }: { to: string; purpose: ConsentPurpose }): Promise<Destination> {
  if (to === HOUSE) return INTERNAL;
  if (to === EVERYBODY) return { profile: "public", recipientId: PUBLIC_RECIPIENT, audience: "public", purpose };
  const recipient = await findRecipient(tx, to);
  if (!recipient) throw refuse("to", "unknown_option");
  if (recipient.closed) throw refuse("to", "recipient_closed");
  return { profile: recipient.profile as AudienceProfile, recipientId: recipient.id, audience: recipient.audience as ConsentAudience, purpose };
}

/** The destination as a report's row keeps it. */
export const destinationOfRow = ({ profile, recipientId, audience, purpose }: Pick<ReportRow, "profile" | "recipientId" | "audience" | "purpose">): Destination => ({
  profile: profile as AudienceProfile,
  recipientId,
  audience: audience as ConsentAudience | null,
  purpose: purpose as ConsentPurpose | null,
});

/** Refused (`recipient_closed` on `seen`) where whoever was to get it gets nothing more, or is told something else by now. */
export async function refuseGone(tx: Reader, row: Pick<ReportRow, "profile" | "recipientId" | "audience">): Promise<void> {
  if (row.recipientId === null || row.recipientId === PUBLIC_RECIPIENT) return;
  const recipient = await findRecipient(tx, row.recipientId);
  if (!recipient || recipient.closed || recipient.profile !== row.profile || recipient.audience !== row.audience) throw refuse("seen", "recipient_closed");
}
