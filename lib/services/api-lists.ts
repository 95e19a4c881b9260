import "server-only";
import { lastSeqBefore, listCaseKeys, listKeys, type Key, type ListOf, type Mark } from "@/db/queries/api-lists";
import { caseMatch } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import { refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { endOfToday, filterOf } from "./case-list";
import { now } from "./clock";

/** `next` is the cursor of the page after; null on the last one. */
export type IdPage = { ids: string[]; next: string | null };
export type Paging = { cursor?: string | undefined; limit: number };

/**
 * Ids of one page of cases in the order in which they were recorded: what is recorded while somebody pages comes at the end, so nothing comes twice
 * and nothing that was there is left out. `since` (an instant) keeps only cases that the log speaks of since then.
 */
export async function pageOfCases(actor: Actor, { since, ...query }: CaseQuery & { since?: number | undefined }, { cursor, limit }: Paging): Promise<IdPage> {
  allow(actor, "case.export");
  const opened = await store();
  const at = now();
  const match = caseMatch(actor, filterOf({ view: "all", ...query }, at, await endOfToday(at)), opened.dialect);
  const sinceSeq = since === undefined ? undefined : await lastSeqBefore(opened.read, since);
  return paged(await listCaseKeys(opened.read, match, markOf(cursor), sinceSeq, limit + 1), limit);
}

/** The same for people, allegations or events. */
export async function pageOfRecords(actor: Actor, list: ListOf, { cursor, limit }: Paging): Promise<IdPage> {
  allow(actor, "case.export");
  const { read } = await store();
  return paged(await listKeys(read, actor, list, markOf(cursor), limit + 1), limit);
}

function paged(found: readonly Key[], limit: number): IdPage {
  const keys = found.slice(0, limit);
  const last = keys.at(-1);
  return { ids: keys.map(({ id }) => id), next: found.length > limit && last ? Buffer.from(JSON.stringify([last.at, last.key])).toString("base64url") : null };
}

/** What a cursor says; one that this application did not make is refused with `unknown_cursor`. */
function markOf(cursor: string | undefined): Mark | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [at, key] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (Number.isSafeInteger(at) && typeof key === "string" && /^[\p{L}\d-]{1,100}$/u.test(key)) return { at: at as number, key };
  } catch {
    // Falls through: neither is this one of ours.
  }
  throw refuse("cursor", "unknown_cursor");
}
