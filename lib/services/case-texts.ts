import "server-only";
import { eq } from "drizzle-orm";
import { listCaseEvents } from "@/db/queries/case-events";
import { putCaseText } from "@/db/queries/cases";
import { listOrders } from "@/db/queries/custody";
import { allNamesOf } from "@/db/queries/institution-naming";
import { findPlace, placeNamesOf } from "@/db/queries/organisation";
import { listNames } from "@/db/queries/people";
import { cases, people } from "@/db/schema";
import type { Tx } from "@/db/store";
import { foldName } from "@/lib/names/fold";

/** Rewrites what a case is found by: every name of the person, of the place, of courts and institutions, the reference, the events. */
export async function refreshCaseText(tx: Tx, caseId: string): Promise<void> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("a case that is being changed must exist");
  const [person] = await tx.select({ displayName: people.displayName }).from(people).where(eq(people.id, row.personId));
  const place = await findPlace(tx, row.placeId);
  const ordered = await listOrders(tx, caseId);
  const institutionIds = [row.heldAtId, row.agencyId, ...ordered.map(({ order }) => order.courtId)].filter((id) => id !== null);
  const words = [
    row.reference,
    person?.displayName,
    ...(await listNames(tx, [row.personId])).map((name) => name.text),
    place?.nameKk,
    place?.nameRu,
    place?.nameEn,
    ...(await placeNamesOf(tx, [row.placeId])).map(({ text }) => text),
    ...(await allNamesOf(tx, institutionIds)).map(({ text }) => text),
    ...ordered.map(({ order }) => order.judge),
    ...(await listCaseEvents(tx, [caseId])).map(({ title }) => title),
  ];
  await putCaseText(tx, caseId, textOf(words));
}

/** Words as a case is found by them: folded, each once. */
export const textOf = (words: readonly (string | undefined)[]): string => joined(words.map((word) => (word ? foldName(word) : "")));

/** The same from words that are folded already. */
export const joined = (folded: readonly string[]): string => [...new Set(folded)].filter(Boolean).join(" | ");
