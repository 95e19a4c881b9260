import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { lastSeqBefore, listCaseKeys, listIdsAfter, listKeys, type Key, type ListOf, type Mark } from "@/db/queries/api-lists";
import { caseMatch } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import type { Destination } from "@/lib/model/destination";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { seal, unseal } from "@/lib/vault/seal";
import { allow } from "./allow";
import { endOfToday, filterOf } from "./case-list";
import { now } from "./clock";
import { discloserOf } from "./disclosure";

/** `next` is the cursor of the page after; null on the last one. */
export type IdPage = { ids: string[]; next: string | null };
export type Paging = { cursor?: string | undefined; limit: number };

/** What can be asked for from outside the house: nothing that a name could be tried with or a day found out by. */
const outsideViews: readonly CaseQuery["view"][] = [undefined, "all", "outstanding", "released"];
const outsideParts: readonly string[] = ["view", "kind", "since"];

/**
 * Ids of one page of cases in the order in which they were recorded: what is recorded while somebody pages comes at the end, so nothing comes twice
 * and nothing that was there is left out. `since` (an instant) keeps only cases that the log speaks of since then.
 */
export async function pageOfCaseIds(actor: Actor, { since, ...query }: CaseQuery & { since?: number | undefined }, { cursor, limit }: Paging, destination: Destination): Promise<IdPage> {
  allow(actor, "case.export");
  if (destination.profile !== "internal") refuseFilters({ since, ...query });
  const opened = await store();
  const at = now();
  const match = caseMatch(actor, filterOf({ ...query, view: query.view ?? "all" }, at, await endOfToday(at)), opened.dialect);
  const sinceSeq = since === undefined ? undefined : await lastSeqBefore(opened.read, since);
  const bound = `cases|${actor.userId}`;
  return paged(await listCaseKeys(opened.read, match, markOf(cursor, bound), sinceSeq, limit + 1), limit, bound);
}

function refuseFilters(query: Record<string, unknown> & Pick<CaseQuery, "view">): void {
  const part = Object.entries(query).find(([name, value]) => value !== undefined && !outsideParts.includes(name))?.[0];
  if (part) throw refuse(part, "not_outside");
  if (!outsideViews.includes(query.view)) throw refuse("view", "not_outside");
}

/** The same for people, allegations or events. */
export async function pageOfIds(actor: Actor, list: ListOf, { cursor, limit, since }: Paging & { since?: number | undefined }): Promise<IdPage> {
  allow(actor, "case.export");
  const { read } = await store();
  const bound = `${list}|${actor.userId}`;
  const sinceSeq = since === undefined ? undefined : await lastSeqBefore(read, since);
  return paged(await listKeys(read, actor, list, markOf(cursor, bound), sinceSeq, limit + 1), limit, bound);
}

function paged(found: readonly Key[], limit: number, bound: string): IdPage {
  const keys = found.slice(0, limit);
  const last = keys.at(-1);
  // Sealed, because the reference of a case and the hour of its recording are not for everybody who may see its pseudonym.
  return { ids: keys.map(({ id }) => id), next: found.length > limit && last ? seal("cursor", bound, JSON.stringify([last.at, last.key])) : null };
}

/** What a cursor says; one that was not made here, for this list and this user, is refused with `unknown_cursor`. */
function markOf(cursor: string | undefined, bound: string): Mark | undefined {
  if (cursor === undefined) return undefined;
  const text = unseal("cursor", bound, cursor);
  if (text === undefined) throw refuse("cursor", "unknown_cursor");
  const [at, key] = JSON.parse(text) as [number, string];
  return { at, key };
}

const AT_ONCE = 2000;
const kinds = { cases: "case", people: "person", allegations: "record", events: "record" } as const;

/** The record behind an id as the destination was told it: inside the house the id itself, else whose pseudonym it is. Throws `not_found`. */
export async function idBehind(actor: Actor, list: ListOf | "cases", told: string, destination: Destination): Promise<string> {
  allow(actor, "case.export");
  if (destination.profile === "internal") return told;
  const { read } = await store();
  const { pseudonym } = await (await discloserOf(actor, destination)).rules();
  for (let ids = await listIdsAfter(read, actor, list, "", AT_ONCE); ids.length > 0; ids = await listIdsAfter(read, actor, list, ids.at(-1) ?? "", AT_ONCE)) {
    const found = ids.find((id) => pseudonym(kinds[list], id) === told);
    if (found) return found;
    await nextTurn();
  }
  throw new AppError("not_found");
}
