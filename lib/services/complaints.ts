import "server-only";
import { randomUUID } from "node:crypto";
import { bodiesById, changeComplaint, countDueComplaints, findComplaint, insertComplaint, listDueComplaints, type ComplaintRow } from "@/db/queries/allegation-parts";
import { listAllegationCases, listVictims, type AllegationRow } from "@/db/queries/allegations";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { daysAfter, type ComplaintValues } from "@/lib/model/complaint";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { bodyNamed, checkOrderOf, logOn, requireAllegation } from "./allegation-access";
import { allow } from "./allow";
import { checkPast, refuseBadDate } from "./case-access";
import { now, realNow } from "./clock";
import { complaintOf } from "./complaint-items";
import type { FormMeta } from "./form-meta";
import { changesOf, write, type Log } from "./write";

const told = ["kind", "agency", "filedBy", "filed", "number", "due", "outcome", "answered", "note"] as const;
const MOST_DUE = 20;
/** Answers are told of a week before they are due. */
const WATCH_MS = 7 * 86_400_000;

/** Records a complaint about what is alleged; the day of the answer is typed, or counted from when it was filed. */
export const recordComplaint = (actor: Actor, { allegationId, ...input }: ComplaintValues & { allegationId: string }, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const allegation = await requireAllegation(tx, actor, allegationId);
      const { row, shown } = await checked(tx, log, input, allegation);
      const id = randomUUID();
      const at = realNow();
      await insertComplaint(tx, { id, allegationId, teamId: allegation.teamId, zone: allegation.zone, ...row, createdAt: at, updatedAt: at });
      await logOn(log, await listAllegationCases(tx, allegationId), "complaint.recorded", { subject: ["complaint", id], version: [null, 1], changes: changesOf(undefined, shown, told) });
      return { allegationId };
    },
    meta.submission,
  );

export const updateComplaint = (actor: Actor, { complaintId, ...input }: ComplaintValues & { complaintId: string }, meta: FormMeta): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { before, allegation } = await requireComplaint(tx, actor, complaintId);
      const { row, shown } = await checked(tx, log, input, { ...allegation, zone: before.zone });
      const saved = { version: before.version, values: await editableComplaint(tx, before) };
      const version = seenVersion(meta.version, saved);
      if (!(await changeComplaint(tx, complaintId, version, { ...row, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      await logOn(log, await listAllegationCases(tx, allegation.id), "complaint.updated", { subject: ["complaint", complaintId], version: [version, version + 1], changes: changesOf(saved.values, shown, told) });
      return { allegationId: allegation.id };
    },
    meta.submission,
  );

export const withdrawComplaint = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { before, allegation } = await requireComplaint(tx, actor, recordId);
      if (!(await changeComplaint(tx, recordId, before.version, { withdrawn: reason, updatedAt: realNow() }))) throw new AppError("not_found");
      const changes = [{ field: "withdrawn", before: null, after: reason }];
      await logOn(log, await listAllegationCases(tx, allegation.id), "complaint.withdrawn", { subject: ["complaint", recordId], version: [before.version, before.version + 1], changes });
      return { allegationId: allegation.id };
    },
    meta.submission,
  );

export async function getEditableComplaint(actor: Actor, id: string): Promise<{ id: string; allegationId: string; version: number; zone: string; values: Record<string, string> }> {
  const { read } = await store();
  const { before, allegation } = await requireComplaint(read, actor, id);
  return { id, allegationId: allegation.id, version: before.version, zone: before.zone, values: await editableComplaint(read, before) };
}

/** Complaints whose answer is overdue or due within a week, the one due longest first, with the cases that they are about; `overdue` counts all of the former. */
export async function listAnswersDue(actor: Actor) {
  allow(actor, "case.read");
  const { read } = await store();
  const at = now();
  const rows = await listDueComplaints(read, actor, at + WATCH_MS, MOST_DUE);
  const bodies = await bodiesById(read, rows.map(({ institutionId }) => institutionId));
  const victims = rows.length ? await listVictims(read, actor, [...new Set(rows.map(({ allegationId }) => allegationId))]) : [];
  const items = rows.map((row) => ({ ...complaintOf(row, bodies.get(row.institutionId ?? "") ?? null), victims: victims.filter(({ allegationId }) => allegationId === row.allegationId) }));
  return { items, total: await countDueComplaints(read, actor, at + WATCH_MS), overdue: await countDueComplaints(read, actor, at) };
}

async function requireComplaint(tx: Reader, actor: Actor, id: string): Promise<{ before: ComplaintRow; allegation: AllegationRow }> {
  const before = await findComplaint(tx, actor, id);
  if (!before || before.withdrawn !== null) throw new AppError("not_found");
  return { before, allegation: await requireAllegation(tx, actor, before.allegationId) };
}

async function checked(tx: Tx, log: Log, { agency, dueDays, ...input }: ComplaintValues, { zone, placeId }: Pick<AllegationRow, "zone" | "placeId">) {
  checkPast("filed", input.filed, zone);
  checkPast("answered", input.answered, zone);
  checkOrderOf(input.filed, input.answered, "answered", zone);
  if (input.outcome === "pending" && input.answered !== null) throw refuse("outcome", "outcome_needed");
  const due = dueOf(input, dueDays);
  refuseBadDate("due", due, zone);
  checkOrderOf(input.filed, due, "due", zone);
  const dueLatest = due === null ? null : boundsOf(due, zone).latest;
  return { row: { ...input, due, dueLatest, institutionId: await bodyNamed(tx, log, agency, placeId) }, shown: { ...input, agency, due } };
}

/** The typed day, or the day so many days after it was filed; a day is never counted from a date that is not known to the day. */
function dueOf({ filed, due }: Pick<ComplaintValues, "filed" | "due">, dueDays: number | null): string | null {
  if (dueDays === null) return due;
  if (due !== null) throw refuse("dueDays", "date_or_days");
  if (filed === null) throw refuse("filed", "required");
  const counted = daysAfter(filed, dueDays);
  if (counted === null) throw refuse("filed", "day_needed");
  return counted;
}

const editableComplaint = async (tx: Reader, row: ComplaintRow): Promise<Record<string, string>> => ({
  kind: row.kind,
  agency: (await bodiesById(tx, [row.institutionId])).get(row.institutionId ?? "")?.name ?? "",
  filedBy: row.filedBy,
  filed: row.filed ?? "",
  number: row.number,
  due: row.due ?? "",
  dueDays: "",
  outcome: row.outcome,
  answered: row.answered ?? "",
  note: row.note,
});
