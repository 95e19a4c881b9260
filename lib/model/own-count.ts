import type { CountCategory } from "./vocabularies";

/** What of one linked case bears on our own count of an event. */
export type CountedCase = {
  caseId: string;
  personId: string;
  /** A name, even one only, is known. */
  named: boolean;
  /** How the case belongs to the event that is counted. */
  links: readonly string[];
  /** The case is linked to another event as penalised for that one. */
  penalisedForOther: boolean;
  /** The place of the site where the person was taken, else the place of the case. */
  placeId: string;
  state: string;
  detentionKind: string;
  /** Kinds of the orders that stand. */
  orders: readonly string[];
};

/** People, not cases; `eve` are those of them taken on the eve of the event and not at it. */
export type OwnCount = { total: number; named: number; eve: number };

const penalties = ["administrative_arrest", "fine", "warning", "sentence"];
const arrests = ["administrative_arrest", "remand", "sentence"];
const arrestKinds = ["administrative_arrest", "remand", "imprisonment"];

const taken = ({ links }: CountedCase): boolean => links.includes("at") || links.includes("on_the_eve_of");
/** A penalty belongs to the event that it was given for; where nothing says which, to the one where the person was taken. */
const penalisedHere = ({ links, penalisedForOther }: CountedCase): boolean => links.includes("penalised_for") || (links.includes("at") && !penalisedForOther);

const belongs: Record<Exclude<CountCategory, "injured" | "took_part">, (row: CountedCase) => boolean> = {
  detained: taken,
  penalised: (row) => row.links.includes("penalised_for") || (penalisedHere(row) && row.orders.some((kind) => penalties.includes(kind))),
  arrested: (row) => penalisedHere(row) && (row.orders.some((kind) => arrests.includes(kind)) || arrestKinds.includes(row.detentionKind)),
  /** Of everybody linked: who was only penalised for it was arrested over it all the same. */
  released: (row) => row.state === "released",
};

/**
 * How many people we have on record in a category, in these places, or everywhere where `placeIds` is empty. Null where cases do not say it:
 * who was hurt, and who took part without being taken.
 */
export function ownCount(rows: readonly CountedCase[], category: CountCategory, placeIds: readonly string[]): OwnCount | null {
  if (category === "injured" || category === "took_part") return null;
  const counted = rows.filter((row) => belongs[category](row) && (placeIds.length === 0 || placeIds.includes(row.placeId)));
  const people = new Map<string, CountedCase[]>();
  for (const row of counted) people.set(row.personId, [...(people.get(row.personId) ?? []), row]);
  const each = [...people.values()];
  return {
    total: each.length,
    named: each.filter((cases) => cases.some(({ named }) => named)).length,
    eve: each.filter((cases) => cases.every(({ links }) => links.includes("on_the_eve_of") && !links.includes("at"))).length,
  };
}
