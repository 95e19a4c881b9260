import "server-only";
import type { Reader } from "@/db/store";
import { INTERNAL, PUBLIC_RECIPIENT, type AudienceProfile, type Destination } from "@/lib/model/destination";
import { refuse } from "@/lib/model/errors";
import type { ConsentAudience, ConsentPurpose } from "@/lib/model/vocabularies";
import type { ReportRow } from "@/db/queries/reports";

/** Values of the form's field besides the ids of recipients. */
export const HOUSE = "house";
export const EVERYBODY = "public";

/** Where a report goes as a form said it; without a purpose nothing goes outside, since nobody could have agreed to it. */
export async function destinationFrom(_tx: Reader, { to, purpose }: { to: string; purpose: ConsentPurpose }): Promise<Destination> {
  if (to === HOUSE) return INTERNAL;
  if (to === EVERYBODY) return Promise.resolve({ profile: "public", recipientId: PUBLIC_RECIPIENT, audience: "public", purpose });
  throw refuse("to", "unknown_option");
}

/** The destination as a report's row keeps it. */
export const destinationOfRow = ({ profile, recipientId, audience, purpose }: Pick<ReportRow, "profile" | "recipientId" | "audience" | "purpose">): Destination => ({
  profile: profile as AudienceProfile,
  recipientId,
  audience: audience as ConsentAudience | null,
  purpose: purpose as ConsentPurpose | null,
});
