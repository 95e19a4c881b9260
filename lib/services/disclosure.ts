import "server-only";
import { createHmac } from "node:crypto";
import { consentingPeople, peopleWithConsent } from "@/db/queries/consents";
import { coarsePlaces } from "@/db/queries/outgoing";
import { store, type Reader } from "@/db/store";
import type { DisclosureRules } from "@/lib/disclosure/rules";
import type { Destination } from "@/lib/model/destination";
import { AppError } from "@/lib/model/errors";
import type { OutPlace } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { subKey } from "@/lib/vault/keys";
import { realNow } from "./clock";
import { hiderOf, namesNow, type KeptNames } from "./names-kept";

/** Answers the rules of one destination as they are in the moment of asking: a consent that was withdrawn a second ago no longer counts. */
export type Discloser = { destination: Destination; rules: (tx?: Reader) => Promise<DisclosureRules> };

const inHouse: DisclosureRules = { profile: "internal", mayName: () => true, pseudonym: (_kind, id) => id, hide: (text) => text, coarse: (place) => place };

/**
 * Who may be named to this destination, and by what pseudonym everybody else goes. A destination outside the house must say to whom and what
 * for; else it is refused (`invalid`), because no consent could be found for it.
 */
export async function discloserOf(actor: Actor, destination: Destination): Promise<Discloser> {
  const { profile, recipientId, audience, purpose } = destination;
  if (profile === "internal") return { destination, rules: () => Promise.resolve(inHouse) };
  if (recipientId === null || audience === null || purpose === null) throw new AppError("invalid");
  const { read } = await store();
  const coarse = coarser(await coarsePlaces(read));
  const pseudonym = pseudonymsFor(recipientId);
  const seen = new Map<Reader, KeptNames>();
  const namesIn = async (tx: Reader): Promise<KeptNames> => {
    const names = (tx === read ? undefined : seen.get(tx)) ?? (await namesNow(tx, actor));
    if (tx !== read) seen.set(tx, names);
    return names;
  };
  return {
    destination,
    rules: async (tx = read) => {
      const now = await peopleWithConsent(tx, actor, await consentingPeople(tx, actor, purpose), purpose, audience, realNow());
      // After the consents: a name that is recorded meanwhile is hidden, whoever agreed to it.
      const hide = hiderOf(await namesIn(tx), now);
      return { profile, mayName: (id) => now.has(id), pseudonym, hide, coarse };
    },
  };
}

/** Without I, L, O and U, which are read for others. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 10;
const heads = { person: "P", case: "C", record: "R" } as const;

/** Fifty bits of an HMAC over recipient and record: stable for the recipient, and without the key nobody can match two recipients' names. */
function pseudonymsFor(recipientId: string): DisclosureRules["pseudonym"] {
  const key = subKey("pseudonym");
  return (kind, id) => {
    const hash = createHmac("sha256", key).update(`${recipientId}\u0000${kind}\u0000${id}`).digest();
    let text = "";
    for (let i = 0; i < LETTERS; i++) text += ALPHABET[(hash[i] ?? 0) & 31] ?? "";
    return `${heads[kind]}-${text}`;
  };
}

type Place = Awaited<ReturnType<typeof coarsePlaces>>[number];
const LARGE = new Set(["city", "region", "country"]);
const MOST_STEPS = 6;

function coarser(places: readonly Place[]): (place: OutPlace) => OutPlace {
  const known = new Map(places.map((place) => [place.id, place]));
  return (place) => {
    let at: Place | undefined = known.get(place.id);
    for (let i = 0; i < MOST_STEPS && at && !LARGE.has(at.kind); i++) at = known.get(at.parentId ?? "");
    return at && LARGE.has(at.kind) ? { id: at.id, nameKk: at.nameKk, nameRu: at.nameRu, nameEn: at.nameEn } : { id: "", nameKk: "", nameRu: "", nameEn: "" };
  };
}
