import "server-only";
import { findCase, findCases, type CaseRow } from "@/db/queries/cases";
import type { Reader } from "@/db/store";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf, checkUncertainDate } from "@/lib/model/uncertain-date";
import { allow } from "./allow";
import { now } from "./clock";

/** Loads a case for its team or throws `not_found`; checks the right on it. */
export async function requireCase(tx: Reader, actor: Actor, permission: "case.read" | "case.write", id: string): Promise<CaseRow> {
  const row = await findCase(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, permission, row);
  return row;
}

/** The same for several cases at once: all of them or none (AZ-8). */
export async function requireCases(tx: Reader, actor: Actor, permission: "case.read" | "case.write", ids: readonly string[]): Promise<[CaseRow, ...CaseRow[]]> {
  const rows = await findCases(tx, actor, ids);
  const [first, ...others] = rows;
  if (!first || rows.length !== new Set(ids).size) throw new AppError("not_found");
  for (const row of rows) allow(actor, permission, row);
  return [first, ...others];
}

/** Refuses a date that the place's clock never showed, or an interval that ends before it starts. */
export function refuseBadDate(field: string, value: string | null, zone: string): void {
  const problem = value === null ? null : checkUncertainDate(value, zone);
  // A wall time that came twice is honest knowledge: its bounds cover both occurrences.
  if (problem && problem !== "ambiguous_time") throw refuse(field, problem);
}

/** What is told has happened: it cannot lie wholly in the future. Answers its earliest instant. */
export function checkPast(field: string, value: string | null, zone: string): number | null {
  refuseBadDate(field, value, zone);
  const earliest = value === null ? null : boundsOf(value, zone).earliest;
  if (earliest !== null && earliest > now()) throw refuse(field, "date_in_future");
  return earliest;
}
