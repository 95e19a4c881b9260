import "server-only";
import { eq } from "drizzle-orm";
import { listCaseEvents } from "@/db/queries/case-events";
import { putCaseText } from "@/db/queries/cases";
import { institutionNames, listOrders } from "@/db/queries/custody";
import { findPlace } from "@/db/queries/organisation";
import { listNames } from "@/db/queries/people";
import { cases, people } from "@/db/schema";
import type { Tx } from "@/db/store";
import { foldName } from "@/lib/names/fold";

/** Rewrites what a case is found by: every name of the person, the reference, the place, courts and institutions, the events. */
export async function refreshCaseText(tx: Tx, caseId: string): Promise<void> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("a case that is being changed must exist");
  const [person] = await tx.select({ displayName: people.displayName }).from(people).where(eq(people.id, row.personId));
  const place = await findPlace(tx, row.placeId);
  const institutions = await institutionNames(tx, [row.heldAtId, row.agencyId].filter((id) => id !== null));
  const words = [
    row.reference,
    person?.displayName,
    ...(await listNames(tx, [row.personId])).map((name) => name.text),
    place?.nameKk,
    place?.nameRu,
    place?.nameEn,
    ...institutions.values(),
    ...(await listOrders(tx, caseId)).flatMap(({ order, court }) => [court, order.judge]),
    ...(await listCaseEvents(tx, [caseId])).map(({ title }) => title),
  ];
  const folded = words.flatMap((word) => (word ? [foldName(word)] : []));
  await putCaseText(tx, caseId, [...new Set(folded)].filter(Boolean).join(" | "));
}
