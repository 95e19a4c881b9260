import type { ConsentAudience, ConsentPurpose } from "./vocabularies";

/** Who reads what leaves: the house itself, somebody it works with, or anybody. From left to right less is told. */
export const audienceProfiles = ["internal", "partner", "public"] as const;
export type AudienceProfile = (typeof audienceProfiles)[number];

/** What is taken where nobody chose: the profile that tells least. */
export const SAFEST: AudienceProfile = "public";

/**
 * Where records go. `recipientId` names whoever gets them, so that pseudonyms stay the same for one recipient and cannot be matched between two;
 * `audience` and `purpose` are what a person must have agreed to before the name goes along. All three are null for the house itself.
 */
export type Destination = { profile: AudienceProfile; recipientId: string | null; audience: ConsentAudience | null; purpose: ConsentPurpose | null };

export const INTERNAL: Destination = { profile: "internal", recipientId: null, audience: null, purpose: null };
/** Everybody: one recipient of its own, whoever else there is. */
export const PUBLIC_RECIPIENT = "public";
