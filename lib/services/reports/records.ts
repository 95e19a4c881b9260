import "server-only";
import type { ReportRecordRow } from "@/db/queries/reports";
import { INTERNAL, type Destination } from "@/lib/model/destination";
import { refuse } from "@/lib/model/errors";
import type { CaseQuery } from "@/lib/model/case-query";
import type { OutCase } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import type { ReportRecord } from "@/lib/model/report";
import { listOutCases, streamOutCases, type HeldWithin } from "../outgoing";

/** A document of more cases than this would be read by nobody. */
export const MOST_CASES = 5000;

/** One case as the destination may know it, beside the house's own record of it. Only figures and the comparison may be made of `own`. */
export type PairedCase = { told: OutCase; own: OutCase };

/** The cases of a filter in the list's order; refused (`too_many_cases` on `filter`) where no document can hold them. */
export async function pairedCases(actor: Actor, query: CaseQuery, destination: Destination, held?: HeldWithin): Promise<PairedCase[]> {
  const found: PairedCase[] = [];
  for await (const batch of streamOutCases(actor, query, INTERNAL, held)) {
    found.push(...(await pairsOf(actor, batch, destination)));
    if (found.length > MOST_CASES) throw refuse("filter", "too_many_cases", { max: MOST_CASES });
  }
  return found;
}

/** These cases, by the house's ids, in the order of their references; those out of scope are left out. */
export async function pairedCasesOf(actor: Actor, ids: readonly string[], destination: Destination): Promise<PairedCase[]> {
  return pairsOf(actor, await listOutCases(actor, ids, INTERNAL), destination);
}

async function pairsOf(actor: Actor, own: readonly OutCase[], destination: Destination): Promise<PairedCase[]> {
  if (destination.profile === "internal") return own.map((item) => ({ own: item, told: item }));
  const ids = own.map(({ id }) => id);
  const told = await listOutCases(actor, ids, destination);
  // Both lists come in the order of the references, which the destination is not told.
  const order = [...own].sort((a, b) => (a.reference < b.reference ? -1 : 1));
  const byId = new Map(order.map((item, at) => [item.id, told[at]]));
  return own.flatMap((item) => {
    const other = byId.get(item.id);
    return other ? [{ own: item, told: other }] : [];
  });
}

/** What an issued report contained, as it was noted down. */
export const recordsOfReport = (rows: readonly ReportRecordRow[]): ReportRecord[] =>
  rows.map(({ reportId: _report, position: _position, recordId: id, recordVersion: version, kind, ...row }) => ({ ...row, id, version, kind: kind as ReportRecord["kind"] }));

/** What is noted down of a case that a report contained. */
export const caseRecord = ({ own, told }: PairedCase): ReportRecord => ({
  kind: "case",
  id: own.id,
  version: own.version,
  label: own.reference,
  named: told.person.named,
  status: own.status,
  outstanding: own.outstanding,
  expectedFrom: own.expectedFrom,
  expectedTo: own.expectedTo,
  overdueFrom: own.overdueFrom,
  released: own.released,
});

/** What is noted down of anything else. */
export const plainRecord = (kind: Exclude<ReportRecord["kind"], "case">, { id, version, label }: Pick<ReportRecord, "id" | "version" | "label">): ReportRecord => ({
  kind, id, version, label, named: null, status: null, outstanding: null, expectedFrom: null, expectedTo: null, overdueFrom: null, released: null,
});
