import "server-only";
import { listSourceClaims } from "@/db/queries/claims";
import { findListedCase } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { getEventChoices } from "./case-choices";
import { getCaseList, withStatus, type CaseListItem } from "./case-list";
import { requireClaimSource } from "./claim-access";
import { now } from "./clock";

const MOST_FOUND = 30;
const MOST_NEW = 8;

/** What a claim of this source can be about: the cases asked for, those that it is quoted for, those found by `q`, the newest; and events. */
export async function getSubjectChoices(actor: Actor, sourceId: string, chosen: readonly string[], q?: string): Promise<{ cases: CaseListItem[]; events: Awaited<ReturnType<typeof getEventChoices>> }> {
  const { read } = await store();
  const source = await requireClaimSource(read, actor, sourceId);
  const cited = (await listSourceClaims(read, actor, sourceId)).flatMap(({ claim }) => claim.caseId ?? []);
  const listed = await Promise.all([...new Set([...chosen, ...cited])].slice(0, 100).map((id) => findListedCase(read, actor, id)));
  const found = q ? (await getCaseList(actor, { view: "all", q })).items.slice(0, MOST_FOUND) : [];
  const newest = (await getCaseList(actor, { view: "all", sort: "recent" })).items.slice(0, MOST_NEW);
  const known = listed.flatMap((row) => (row ? [withStatus(row, now())] : []));
  // Those asked for come first, so that the box that was ticked is where it was left.
  const cases = new Map([...known.filter(({ id }) => chosen.includes(id)), ...found, ...known, ...newest].map((item) => [item.id, item]));
  return { cases: [...cases.values()].filter((item) => !("teamId" in item) || item.teamId === source.teamId), events: await getEventChoices(actor) };
}
