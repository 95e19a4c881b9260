import type { AudienceProfile } from "@/lib/model/destination";
import type { OutPlace } from "@/lib/model/outgoing";

/** What decides how a record is told to one destination, found out in the moment in which it is made. */
export type DisclosureRules = {
  profile: AudienceProfile;
  /** Whether this person agreed that the name goes along. */
  mayName: (personId: string) => boolean;
  /** A name that is always the same for this destination and cannot be matched with that of another: `P-7K3QXD2M`. */
  pseudonym: (kind: "person" | "case" | "record", id: string) => string;
  /** The text without the names of people who may not be named. */
  hide: (text: string) => string;
  /** The city or region that stands for a place. */
  coarse: (place: OutPlace) => OutPlace;
};
