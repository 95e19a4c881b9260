import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { findCases, type CaseRow } from "@/db/queries/cases";
import { institutionNames, latestEstimate, listCountingMoments, listOrders } from "@/db/queries/custody";
import { findPeople, type PersonRow } from "@/db/queries/people";
import type { Reader } from "@/db/store";
import { can, type Actor } from "@/lib/model/permissions";
import { sheetColumns, type SheetTarget, type SheetValue } from "@/lib/model/sheet";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { shownCell, type SheetWords } from "./sheet-words";

/** The record that a column of a row changes, as it is now; `own`: a term of this person's own under a ruling for several. */
export type TargetRow = { id: string; version: number; own?: boolean };
export type SheetCase = { id: string; reference: string; version: number; teamId: string; targets: Partial<Record<SheetTarget, TargetRow>>; values: Record<string, SheetValue> };

const AT_A_TIME = 100;

/** The cells of cases as they are now, of those that the actor may write. */
export async function sheetCases(tx: Reader, actor: Actor, ids: readonly string[], words: SheetWords): Promise<Map<string, SheetCase>> {
  const found = new Map<string, SheetCase>();
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const rows = (await findCases(tx, actor, ids.slice(at, at + AT_A_TIME))).filter((row) => can(actor, "case.write", row));
    const people = new Map((await findPeople(tx, actor, [...new Set(rows.map((row) => row.personId))])).map((row) => [row.id, row]));
    for (const row of rows) found.set(row.id, await sheetCase(tx, row, people.get(row.personId), words));
    await nextTurn();
  }
  return found;
}

async function sheetCase(tx: Reader, row: CaseRow, person: PersonRow | undefined, words: SheetWords): Promise<SheetCase> {
  const moments = await listCountingMoments(tx, row.id);
  const taken = moments.find(({ kind }) => kind === "seized");
  const released = moments.findLast(({ kind }) => kind === "released");
  const bound = await governing(tx, row.id);
  const order = bound?.order;
  const names = await institutionNames(tx, [row.agencyId, row.heldAtId, order?.courtId ?? null].filter((id) => id !== null));
  const nameOf = (id: string | null | undefined) => names.get(id ?? "") ?? "";
  const own = bound !== undefined && bound.ownTerm !== null;
  const fields: Record<SheetTarget, Record<string, string | null>> = {
    case: { ...row, agency: nameOf(row.agencyId), heldAt: nameOf(row.heldAtId) } as unknown as Record<string, string | null>,
    person: person ? { name: person.displayName, sex: person.sex, birthDate: person.birthDate, occupation: person.occupation, residence: person.residence } : {},
    order: order ? { court: nameOf(order.courtId), date: order.date, term: own ? bound.ownTerm : order.term, articles: order.articles } : {},
    taken: { when: taken?.when ?? null },
    released: { when: released?.when ?? null, releaseKind: released?.releaseKind ?? null },
  };
  const values = sheetColumns.map((column) => {
    const value = fields[column.target][column.field] ?? "";
    return [column.key, { value, shown: shownCell(column, value, words) }] as const;
  });
  const at = ({ id, version }: TargetRow): TargetRow => ({ id, version });
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    teamId: row.teamId,
    targets: { case: at(row), ...(person && { person: at(person) }), ...(order && { order: { ...at(order), own } }), ...(taken && { taken: at(taken) }), ...(released && { released: at(released) }) },
    values: Object.fromEntries(values),
  };
}

/** The ruling that the term of custody follows from, with this person's own term under it; the only one there is, or none. */
async function governing(tx: Reader, caseId: string) {
  const counting = (await listOrders(tx, caseId)).filter(({ order }) => order.withdrawn === null);
  if (counting.length < 2) return counting[0];
  const estimate = await latestEstimate(tx, caseId);
  const id = estimate && (JSON.parse(estimate.answer) as ReleaseEstimate).governingOrder;
  return counting.find(({ order }) => order.id === id) ?? counting.at(-1);
}
