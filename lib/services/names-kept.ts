import "server-only";
import { allPersonNames, entriesFrom, type ChainLink } from "@/db/queries/outgoing";
import { lastEntry } from "@/db/queries/audit";
import { store, type Reader, type Store } from "@/db/store";
import { nameHider } from "@/lib/disclosure/hide-names";
import type { auditActions } from "@/lib/model/audit";
import type { Actor } from "@/lib/model/permissions";

/** Every name of everybody in some teams, as the log stood at `link`; `hiders` are made of it, by who may be named. */
export type KeptNames = { link: ChainLink; names: ReadonlyMap<string, readonly string[]>; count: number; hiders: Map<string, (text: string) => string> };

/** Names of all lists together, some 200 bytes each; a longer list is read anew each time. */
const MOST_NAMES = 300_000;
const MOST_LISTS = 8;
const MOST_HIDERS = 4;
/** Of so many entries it is not asked whether they bear on a name. */
const MOST_ENTRIES = 500;
const BEGINNING: ChainLink = { seq: 0, head: "" };

/**
 * What never touches a name, nor whose team somebody is in, and happens all the time. Everything else, also what will be added to the log one day,
 * has the names read anew. A test holds which files write names (tests/services/names-kept.test.ts).
 */
export const nameless: readonly (typeof auditActions)[number][] = [
  "api.read", "api.counted", "export.made", "export.finished", "report.drafted", "report.changed", "report.issued", "report.rendered", "report.downloaded",
  "session.opened", "session.ended", "session.refused", "session.provedAgain", "file.viewed", "file.downloaded", "notice.read", "moment.recorded", "moment.updated",
  "release.recomputed", "task.recorded", "task.updated", "task.finished", "consent.recorded", "consent.updated", "consent.withdrawn",
];
const isNameless = new Set<string>(nameless);

/** By store: another database is another history. */
const kept = new WeakMap<Store, Map<string, KeptNames>>();

/**
 * The names of the actor's teams as they are in the moment of asking. They are kept until the audit log says that one may have changed: whatever
 * changes a record leaves an entry in the same transaction, in whichever process, so the end of the chain tells of everything. The end is read
 * before the names: a list can be newer than it says, and is then read once more, but never older.
 */
export async function namesNow(tx: Reader, actor: Actor): Promise<KeptNames> {
  const opened = await store();
  // What a transaction sees may never come to be, and must not be kept.
  if (tx !== opened.read) return namesOf(tx, actor, BEGINNING);
  const lists = listsOf(opened);
  const teams = [...actor.teamIds].sort().join(" ");
  const before = lists.get(teams);
  const link = before && (await stillHolds(tx, before.link));
  if (before && link) {
    before.link = link;
    return before;
  }
  lists.delete(teams);
  const found = await namesOf(tx, actor, (await lastEntry(tx)) ?? BEGINNING);
  if (found.count <= MOST_NAMES) {
    lists.set(teams, found);
    shrink(lists);
  }
  return found;
}

async function namesOf(tx: Reader, actor: Actor, link: ChainLink): Promise<KeptNames> {
  const rows = await allPersonNames(tx, actor);
  return { link, names: grouped(rows), count: rows.length, hiders: new Map() };
}

/** A function that hides everybody's names but those of `agreed`. */
export function hiderOf({ names, hiders }: KeptNames, agreed: ReadonlySet<string>): (text: string) => string {
  const key = [...agreed].filter((id) => names.has(id)).sort().join(" ");
  const before = hiders.get(key);
  if (before) return before;
  const made = nameHider(keysWithout(names, agreed));
  hiders.set(key, made);
  for (const oldest of hiders.keys()) if (hiders.size > MOST_HIDERS) hiders.delete(oldest);
  return made;
}

/** The end of the chain, if nothing since `link` can have changed a name; a chain that has another entry there is another history. */
async function stillHolds(tx: Reader, link: ChainLink): Promise<ChainLink | undefined> {
  const [at, ...since] = await entriesFrom(tx, link.seq, MOST_ENTRIES);
  const end = since.at(-1) ?? at;
  if (!at || !end || at.seq !== link.seq || at.head !== link.head || since.length === MOST_ENTRIES - 1) return undefined;
  return since.every(({ action }) => isNameless.has(action)) ? { seq: end.seq, head: end.head } : undefined;
}

function listsOf(opened: Store): Map<string, KeptNames> {
  const lists = kept.get(opened) ?? new Map<string, KeptNames>();
  kept.set(opened, lists);
  return lists;
}

function shrink(lists: Map<string, KeptNames>): void {
  const total = () => [...lists.values()].reduce((sum, { count }) => sum + count, 0);
  for (const oldest of lists.keys()) if (lists.size > MOST_LISTS || total() > MOST_NAMES) lists.delete(oldest);
}

function grouped(rows: readonly { personId: string; nameKey: string }[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { personId, nameKey } of rows) {
    const of = names.get(personId);
    if (of) of.push(nameKey);
    else names.set(personId, [nameKey]);
  }
  return names;
}

function* keysWithout(names: KeptNames["names"], agreed: ReadonlySet<string>): Generator<string> {
  for (const [personId, of] of names) if (!agreed.has(personId)) yield* of;
}
