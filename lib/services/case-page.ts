import "server-only";
import { listAllegationsOfCase } from "@/db/queries/allegations";
import { listCaseEvents } from "@/db/queries/case-events";
import { caseMatch, findListedCase, listGroup, pageOfCases, type CaseRow } from "@/db/queries/cases";
import { listCaseRights } from "@/db/queries/case-rights";
import { latestEstimate, listAdjustments, listMoments, listOrderCases, listOrders, listStated, type MomentRow } from "@/db/queries/custody";
import { latestOverride } from "@/db/queries/estimates";
import { listNames, findPerson } from "@/db/queries/people";
import { store } from "@/db/store";
import { momentsInOrder } from "@/lib/model/custody-state";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { MomentKind } from "@/lib/model/vocabularies";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { cardFactsOf } from "./allegation-facts";
import { requireCase } from "./case-access";
import { withStatus, type CaseListItem } from "./case-list";
import { getCaseClaims } from "./claims";
import { now } from "./clock";
import { sharedOf } from "./consents";
import { historyOf } from "./custody-history";
import { findHome } from "./organisation";
import { isMasked, shownStated } from "./source-mask";
import { getCaseTasks } from "./tasks";

export type CasePage = Awaited<ReturnType<typeof getCasePage>>;

/** Related cases on the page itself; the forms offer more. */
const MOST_SHOWN = 20;

/** Everything a case page shows, in the actor's scope, with the stored estimate and its reasons. */
export async function getCasePage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", id);
  const at = now();
  const listed = await findListedCase(read, actor, id);
  const found = await findPerson(read, actor, row.personId);
  if (!listed || !found) throw new AppError("not_found");
  const { healthRisk: _healthRisk, familyContact: _familyContact, ...person } = found;
  const orders = await listOrders(read, id);
  const estimate = await latestEstimate(read, id);
  return {
    now: at,
    /** Where the organisation works: the zone that needs no mention. */
    homeZone: (await findHome())?.place.zone ?? row.zone,
    row,
    item: withStatus(listed, at),
    person,
    names: await listNames(read, [row.personId]),
    /** To whom the person may be named; empty means internal only. */
    shared: await sharedOf(read, actor, row.personId),
    /** What this detention is among the person's others. */
    history: (await historyOf(read, actor, row.personId)).find((flags) => flags.id === id),
    moments: inOrder(await listMoments(read, id), row.zone),
    orders: await Promise.all(orders.map(async (order) => ({ ...order, caseIds: (await listOrderCases(read, order.order.id)).map(({ caseId }) => caseId) }))),
    adjustments: await listAdjustments(read, id),
    stated: (await listStated(read, id)).map(({ guard, ...said }) => shownStated(isMasked(actor, guard), said)),
    estimate: estimate ? (JSON.parse(estimate.answer) as ReleaseEstimate) : undefined,
    /** The newest date set by hand; whether it stands is `ended`. */
    override: await latestOverride(read, id),
    events: await listCaseEvents(read, [id]),
    allegations: await cardFactsOf(read, actor, await listAllegationsOfCase(read, id)),
    claims: await getCaseClaims(actor, id),
    rights: await listCaseRights(read, id),
    tasks: await getCaseTasks(actor, id),
    otherCases: await otherCasesOf(actor, row, at),
    relatedCases: (await getRelatedCases(actor, id, MOST_SHOWN + 1)).filter((other) => other.id !== id),
  };
}

/** The same person's other cases, newest first. */
async function otherCasesOf(actor: Actor, row: CaseRow, at: number): Promise<CaseListItem[]> {
  const { read, dialect } = await store();
  const { rows } = await pageOfCases(read, caseMatch(actor, { personId: row.personId }, dialect), { sort: "recent", limit: 50, offset: 0, most: 50 });
  return rows.filter((other) => other.id !== row.id).map((other) => withStatus(other, at));
}

export const getCaseReference = async (actor: Actor, id: string): Promise<string> => (await requireCase((await store()).read, actor, "case.read", id)).reference;

/** Cases that a form on this case may also speak of: entered in one step with it, of the same event, or bound by the same rulings. */
export async function getRelatedCases(actor: Actor, id: string, limit = 200, also: readonly string[] = []): Promise<CaseListItem[]> {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", id);
  const orderIds = (await listOrders(read, id)).map(({ order }) => order.id);
  const bound = (await Promise.all(orderIds.map((orderId) => listOrderCases(read, orderId)))).flat().map(({ caseId }) => caseId);
  return (await listGroup(read, actor, row, [...bound, ...also], limit)).map((other) => withStatus(other, now()));
}

/** The moments of a case with their institutions, in the order in which they happened. */
function inOrder<S extends { moment: MomentRow }>(shown: readonly S[], zone: string): S[] {
  const byId = new Map(shown.map((each) => [each.moment.id, each]));
  return momentsInOrder(shown.map(({ moment }) => ({ ...moment, kind: moment.kind as MomentKind })), zone).flatMap(({ id }) => byId.get(id) ?? []);
}
