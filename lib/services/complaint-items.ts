import "server-only";
import type { ComplaintRow } from "@/db/queries/allegation-parts";
import type { Body } from "@/lib/model/institution-name";
import type { ShownComplaint } from "@/lib/model/complaint";
import { now } from "./clock";

/** A complaint as pages show it; it is late once the last instant of its due date has passed without an answer. */
export const complaintOf = (row: ComplaintRow, body: Body | null): ShownComplaint => ({
  id: row.id,
  allegationId: row.allegationId,
  kind: row.kind,
  body,
  filedBy: row.filedBy,
  filed: row.filed,
  number: row.number,
  due: row.due,
  overdue: row.outcome === "pending" && row.withdrawn === null && row.dueLatest !== null && row.dueLatest <= now(),
  outcome: row.outcome,
  answered: row.answered,
  note: row.note,
  withdrawn: row.withdrawn,
});
