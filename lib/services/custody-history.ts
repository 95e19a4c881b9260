import "server-only";
import { listCustodies, listMomentsOfPerson, listRulingsOfPerson } from "@/db/queries/custody-history";
import type { Reader } from "@/db/store";
import { beginningOf, custodyHistory, type DatedMoment, type DetentionFact, type DetentionFlags } from "@/lib/model/custody-history";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";

/** How a person's detentions follow one another, of those that the actor may see; for readers who have the person or one of the cases. */
export async function historyOf(tx: Reader, actor: Actor, personId: string): Promise<DetentionFlags[]> {
  const moments = Map.groupBy(await listMomentsOfPerson(tx, actor, personId), ({ caseId }) => caseId);
  const rulings = Map.groupBy(await listRulingsOfPerson(tx, actor, personId), ({ caseId }) => caseId);
  const facts = (await listCustodies(tx, actor, personId)).map(({ id, zone, outstanding }): DetentionFact => {
    const own = moments.get(id) ?? [];
    const given = (rulings.get(id) ?? []).flatMap(({ date, zone: its }) => (date === null ? [] : [boundsOf(date, its).latest ?? []].flat()));
    return { id, zone, from: beginningOf(own, given), to: outstanding ? null : releaseOf(own) };
  });
  return custodyHistory(facts);
}

/** The last release, not before the last sign of being inside; null where custody ended otherwise. */
function releaseOf(moments: readonly DatedMoment[]): DetentionFact["to"] {
  const released = moments.filter(({ kind }) => kind === "released");
  if (released.length === 0 || moments.some(({ kind }) => kind === "died")) return null;
  const last = released.reduce((a, b) => ((b.earliest ?? b.latest ?? 0) > (a.earliest ?? a.latest ?? 0) ? b : a));
  const inside = moments.flatMap(({ kind, earliest }) => (kind === "released" || earliest === null ? [] : [earliest]));
  const floor = Math.max(last.earliest ?? -Infinity, ...inside.filter((at) => last.latest === null || at < last.latest));
  return { earliest: Number.isFinite(floor) ? floor : null, latest: last.latest };
}
