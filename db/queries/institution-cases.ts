import { sql, type SQL } from "drizzle-orm";
import { cases } from "@/db/schema";

/** Selections of `case_id`, each once, for `CaseMatch.found`. */
const selection = (parts: readonly SQL[]): SQL => sql`(${sql.join([...parts], sql` union `)})`;

const heldNow = (id: string) => sql`select id as case_id from cases where held_at_id = ${id} and outstanding = ${sql.param(true, cases.outstanding)}`;
const heldLast = (id: string) => sql`select id as case_id from cases where last_held_at_id = ${id}`;
const heldOnce = (id: string) =>
  sql`select case_id from custody_moments where institution_id = ${id} and withdrawn is null and kind in ('delivered', 'admitted', 'transferred', 'hospitalised', 'still_inside')`;
const ordered = (id: string) => sql`select oc.case_id from order_cases oc join orders o on o.id = oc.order_id where o.court_id = ${id} and o.withdrawn is null`;
const tookPart = (id: string) => sql`select id as case_id from cases where agency_id = ${id}`;
const tookAtMoment = (id: string) => sql`select case_id from custody_moments where institution_id = ${id} and withdrawn is null and kind in ('seized', 'protocol')`;

export const casesHeldNow = (id: string): SQL => selection([heldNow(id)]);
/** Held there once and no longer. */
export const casesHeldBefore = (id: string): SQL => sql`(select case_id from (${heldLast(id)} union ${heldOnce(id)}) as held_ever where case_id not in (${heldNow(id)}))`;
export const casesOrderedBy = (id: string): SQL => selection([ordered(id)]);
export const casesTakenBy = (id: string): SQL => selection([tookPart(id), tookAtMoment(id)]);
/** Every case in which the institution held, took or ordered. */
export const casesOfInstitution = (id: string): SQL => selection([heldNow(id), heldLast(id), heldOnce(id), ordered(id), tookPart(id), tookAtMoment(id)]);
