import "server-only";
import { bodiesById } from "@/db/queries/allegation-parts";
import type { CaseRow } from "@/db/queries/cases";
import { listCountingMoments, listOrders, listStated } from "@/db/queries/custody";
import { findEvent } from "@/db/queries/events";
import { listNames } from "@/db/queries/people";
import type { Reader } from "@/db/store";
import { termOf } from "@/lib/model/ordered-term";
import type { Actor } from "@/lib/model/permissions";
import type { ClaimKind } from "@/lib/model/vocabularies";

/** What a record holds of a fact that claims are about, as claimed values are stored; an empty list where it has a place for it and nothing there. */
export type Recorded = { field: string; valueKind: ClaimKind; values: string[] }[];

const BEGINS: readonly string[] = ["seized", "delivered", "protocol", "admitted"];

/** Every name that an institution goes by here. */
const bodyNames = (body: { name: string; nameKk: string; nameRu: string; nameEn: string } | undefined): string[] => (body ? [body.name, body.nameKk, body.nameRu, body.nameEn] : []);

/** What a case itself holds of the facts that claims can be compared with. */
export async function recordedOfCase(tx: Reader, actor: Actor, row: CaseRow): Promise<Recorded> {
  const moments = await listCountingMoments(tx, row.id);
  const orders = (await listOrders(tx, row.id)).filter(({ order }) => order.withdrawn === null);
  const stated = (await listStated(tx, row.id)).filter((each) => each.stated.withdrawn === null);
  const event = row.eventId === null ? undefined : await findEvent(tx, actor, row.eventId);
  const begun = row.seizedText ?? moments.find(({ kind, when }) => BEGINS.includes(kind) && when !== null)?.when ?? null;
  const terms = orders.map(({ order, ownTerm }) => ownTerm ?? order.term).filter((term) => termOf(term) !== null);
  const at = moments.map(({ institutionId }) => institutionId);
  const bodies = await bodiesById(tx, [row.agencyId, row.heldAtId, ...at, ...orders.map(({ order }) => order.courtId)]);
  const namesOf = (ids: readonly (string | null)[]) => ids.flatMap((id) => bodyNames(bodies.get(id ?? "")));
  const fact = (field: string, valueKind: ClaimKind, values: readonly (string | null | undefined)[]) => ({ field, valueKind, values: [...new Set(values.filter((value): value is string => Boolean(value)))] });
  return [
    fact("identity", "person", [row.personId]),
    fact("identity", "name", (await listNames(tx, [row.personId])).map(({ text }) => text)),
    fact("custody", "when", [begun]),
    fact("custody", "institution", [row.agencyId, row.heldAtId, ...at]),
    fact("custody", "place", [row.placeId]),
    fact("place", "place", [row.placeId]),
    fact("place", "institution", [row.heldAtId, ...at]),
    fact("custody", "name", namesOf([row.agencyId, row.heldAtId, ...at])),
    fact("ruling", "when", orders.map(({ order }) => order.date)),
    fact("ruling", "institution", orders.map(({ order }) => order.courtId)),
    fact("ruling", "name", namesOf(orders.map(({ order }) => order.courtId))),
    fact("ruling", "term", terms),
    fact("term", "term", terms),
    fact("stated_release", "when", stated.map(({ stated: said }) => said.when)),
    fact("release", "when", [row.releasedText]),
    fact("event", "when", [event?.start]),
  ].filter(({ field }) => field !== "event" || event);
}
