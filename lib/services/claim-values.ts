import "server-only";
import { listKnownNames, namesOfRecords } from "@/db/queries/claims";
import type { Reader } from "@/db/store";
import type { KnownRecords } from "@/lib/claims/suggestion";
import type { ClaimValueKind } from "@/lib/model/claim";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";

const MOST_NAMES = 20_000;
const NAMING = new Set<string>(["place", "institution", "person"]);

/** Whether a value of this kind is the id of a record. */
export const namesRecord = (kind: string): boolean => NAMING.has(kind);

/** Everything that a text can name, in every spelling on record, within the actor's teams. */
export async function knownRecords(tx: Reader, actor: Actor): Promise<Omit<KnownRecords, "published">> {
  const { places, bodies, bodyNames, personNames } = await listKnownNames(tx, actor, MOST_NAMES);
  const byBody = grouped(bodyNames);
  const spelled = (names: readonly string[]) => [...new Set(names.filter(Boolean))];
  return {
    places: places.map(({ id, kk, ru, en }) => ({ id, names: spelled([kk, ru, en]) })),
    institutions: bodies.map(({ id, kind, name, kk, ru, en }) => ({ id, kind, names: spelled([name, kk, ru, en, ...(byBody.get(id) ?? [])]) })),
    people: [...grouped(personNames)].map(([id, names]) => ({ id, names: spelled(names) })),
  };
}

function grouped(rows: readonly { id: string; text: string }[]): Map<string, string[]> {
  const byId = new Map<string, string[]>();
  for (const { id, text } of rows) byId.set(id, [...(byId.get(id) ?? []), text]);
  return byId;
}

/** What a text can name, looked up at the first question and kept for the others of one transaction. */
export type Known = () => ReturnType<typeof knownRecords>;
export function onceKnown(tx: Reader, actor: Actor): Known {
  let found: ReturnType<typeof knownRecords> | undefined;
  return () => (found ??= knownRecords(tx, actor));
}

type Typed = { valueKind: ClaimValueKind; value: string; valueRef: string | null };
type Stored = { valueKind: ClaimValueKind; value: string };

/**
 * What is stored for a claimed value: for what names a record its id, where the name is still that of `valueRef` or is that of exactly one record;
 * a name that is not on record stays a name.
 */
export async function storedValue(tx: Reader, actor: Actor, { valueKind, value, valueRef }: Typed, known: Known = onceKnown(tx, actor)): Promise<Stored> {
  if (!namesRecord(valueKind) || value === "") return { valueKind: value === "" ? "" : valueKind, value };
  const { places, institutions, people } = await known();
  const records = valueKind === "place" ? places : valueKind === "institution" ? institutions : people;
  const folded = foldName(value);
  const called = records.filter(({ names }) => names.some((name) => foldName(name) === folded));
  const chosen = called.find(({ id }) => id === valueRef) ?? (called.length === 1 ? called[0] : undefined);
  if (chosen) return { valueKind, value: chosen.id };
  // A person may be shown by a name that is not among those on record, such as a slot.
  const shown = valueRef === null ? undefined : (await namesOfRecords(tx, actor, [valueRef]))[valueRef];
  if (valueRef !== null && shown && Object.values(shown).some((name) => foldName(name) === folded)) return { valueKind, value: valueRef };
  return { valueKind: "name", value };
}
