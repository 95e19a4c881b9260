import { eq } from "drizzle-orm";
import { caseRights } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { engagedRights } from "@/lib/model/vocabularies";

/** The rights that a case engages, in the order of the treaty. */
export async function listCaseRights(tx: Reader, caseId: string): Promise<string[]> {
  const marked = new Set((await tx.select({ right: caseRights.right }).from(caseRights).where(eq(caseRights.caseId, caseId))).map(({ right }) => right));
  return engagedRights.filter((right) => marked.has(right));
}

/** Makes a case engage exactly these rights. */
export async function putCaseRights(tx: Tx, caseId: string, rights: readonly string[]): Promise<void> {
  await tx.delete(caseRights).where(eq(caseRights.caseId, caseId));
  if (rights.length) await tx.insert(caseRights).values(rights.map((right) => ({ caseId, right })));
}
