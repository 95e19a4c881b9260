import type { EventMapping } from "@/lib/model/event-import";
import { foldName } from "@/lib/names/fold";
import { readCase, readPerson, type ReadContext, type Told } from "./case-read";
import type { CsvRow } from "./csv-read";
import type { Finding, JudgedRow, KnownPlace, Planned } from "./event-plan";
import { dayOf } from "./row-dates";

/** A case or person on record that a row could repeat: found by a folded name. `key`: the number that its own row had. */
export type NamedRecord = { id: string; nameKey: string; name: string; placeId: string; when: string | null; key: string };
export type KnownNamed = { places: readonly KnownPlace[]; keys: ReadonlyMap<string, string>; named: readonly NamedRecord[] };
/** Rows that are taken in although they look like something: somebody said so. */
export type Taken = ReadonlySet<number>;

type Seen = { row: number; key: string; born: string | null };
type Like = { certain: boolean; id: string | null; finding: Finding };

/**
 * Judges rows of cases or people piece by piece; what the rows before said is known to those after them. `read` only reads a row, which is
 * remembered: it can be done ahead, because what a row says does not change with what is on record.
 */
export function recordChecker(kind: "cases" | "people", mapping: EventMapping) {
  const byKey = new Map<string, number>();
  const byLikeness = new Map<string, Seen[]>();
  const told = new WeakMap<CsvRow, [Told<unknown>, Planned | null]>();

  const judge = (rows: readonly CsvRow[], known: KnownNamed, context: ReadContext, taken: Taken = new Set()): JudgedRow[] => {
    const named = Map.groupBy(known.named, ({ nameKey }) => nameKey);
    return rows.map((row) => judged(row, known, named, context, taken.has(row.row)));
  };
  return { judge, read };

  function judged(row: CsvRow, known: KnownNamed, named: ReadonlyMap<string, NamedRecord[]>, context: ReadContext, taken: boolean): JudgedRow {
    const [said, plan] = read(row, known.places, context);
    const base = { row: row.row, cells: row.cells, problems: said.problems, externalKey: said.externalKey, plan };
    if (plan === null) return { ...base, doubts: said.doubts, verdict: "refused", like: null, certain: false };
    const like = byNumber(said, known) ?? inFile(said, plan) ?? onRecord(said, plan, named);
    if (!like || taken) keep(row.row, said, plan);
    const doubts = like ? [...said.doubts, like.finding] : said.doubts;
    const aside = like?.certain === true || (!taken && ((like && mapping.similar === "aside") || (said.doubts.length > 0 && mapping.doubtful === "aside")));
    return { ...base, doubts, verdict: aside ? "aside" : "accepted", like: like?.id ?? null, certain: like?.certain ?? false };
  }

  function read(row: CsvRow, places: readonly KnownPlace[], context: ReadContext): [Told<unknown>, Planned | null] {
    const known = told.get(row) ?? freshly(row, places, context);
    told.set(row, known);
    return known;
  }

  function freshly(row: CsvRow, places: readonly KnownPlace[], context: ReadContext): [Told<unknown>, Planned | null] {
    if (kind === "cases") {
      const read = readCase(row, mapping, places, context);
      return [read, read.plan && { kind, made: read.plan }];
    }
    const read = readPerson(row, mapping, context);
    return [read, read.plan && { kind, person: read.plan }];
  }

  function byNumber({ externalKey }: Told<unknown>, known: KnownNamed): Like | undefined {
    if (externalKey === "") return undefined;
    const [id, row] = [known.keys.get(externalKey), byKey.get(externalKey)];
    if (id !== undefined) return { certain: true, id, finding: { code: "known_key", column: null } };
    return row === undefined ? undefined : { certain: true, id: null, finding: { code: "repeated_key", column: null, params: { row } } };
  }

  function inFile({ likeKey, externalKey }: Told<unknown>, plan: Planned): Like | undefined {
    const seen = likeKey === "" ? undefined : byLikeness.get(likeKey)?.find(({ key, born }) => !sameSender(key, externalKey) && couldBe(born, bornOf(plan)));
    return seen && { certain: false, id: null, finding: { code: "like_named_row", column: null, params: { row: seen.row } } };
  }

  function onRecord({ externalKey }: Told<unknown>, plan: Planned, named: ReadonlyMap<string, NamedRecord[]>): Like | undefined {
    const found = candidates(plan, named).find(({ key }) => !sameSender(key, externalKey));
    return found && { certain: false, id: found.id, finding: { code: kind === "cases" ? "like_case" : "like_person", column: null, params: { name: found.name } } };
  }

  function keep(row: number, { externalKey, likeKey }: Told<unknown>, plan: Planned): void {
    if (externalKey !== "") byKey.set(externalKey, row);
    if (likeKey === "") return;
    const seen = byLikeness.get(likeKey) ?? [];
    byLikeness.set(likeKey, seen);
    seen.push({ row, key: externalKey, born: bornOf(plan) });
  }
}

/** The birth that tells people of one name apart; cases are told apart by day and place. */
const bornOf = (plan: Planned): string | null => (plan.kind === "people" ? plan.person.birthDate : null);
const couldBe = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** A case is like another of the same name, day and place; a person like another of the same name whose birth does not say otherwise. */
function candidates(plan: Planned, named: ReadonlyMap<string, NamedRecord[]>): NamedRecord[] {
  if (plan.kind === "people") return (named.get(foldName(plan.person.name)) ?? []).filter(({ when }) => couldBe(when, plan.person.birthDate));
  if (plan.kind !== "cases" || !("placeId" in plan.made.place)) return [];
  const { person, taken, place } = plan.made;
  const day = dayOf(taken);
  return day === null || person.name === "" ? [] : (named.get(foldName(person.name)) ?? []).filter((each) => each.placeId === place.placeId && dayOf(each.when) === day);
}

/** Keys are `sender:number`. Two numbers of one sender are two records, however alike. */
const sameSender = (a: string, b: string): boolean => a !== "" && b !== "" && a.slice(0, a.indexOf(":")) === b.slice(0, b.indexOf(":"));
