import "server-only";
import { and, eq } from "drizzle-orm";
import { listCaseRights, putCaseRights } from "@/db/queries/case-rights";
import { cases } from "@/db/schema";
import { store } from "@/db/store";
import type { CaseRights } from "@/lib/model/case-rights";
import { AppError, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { engagedRights } from "@/lib/model/vocabularies";
import { requireCase, requireCases } from "./case-access";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const inOrder = (rights: Iterable<string>): string[] => {
  const all = new Set(rights);
  return engagedRights.filter((right) => all.has(right));
};

/** Marks which human rights a case engages, and adds the same ones to other cases, from which nothing is taken. */
export const markRights = (actor: Actor, { caseId, rights, otherIds }: CaseRights, meta: FormMeta): Promise<{ caseId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireCase(tx, actor, "case.write", caseId);
      const others = otherIds.length ? await requireCases(tx, actor, "case.write", otherIds) : [];
      const before = await listCaseRights(tx, caseId);
      const saved = { version: row.version, values: { rights: before.join("; ") } };
      const version = seenVersion(meta.version, saved);
      const changed = await tx.update(cases).set({ version: version + 1, updatedAt: realNow() }).where(and(eq(cases.id, caseId), eq(cases.version, version))).returning({ id: cases.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await putCaseRights(tx, caseId, rights);
      await log("rights.marked", { subject: ["case", caseId], caseId, version: [version, version + 1], changes: changesOf({ rights: before }, { rights }, ["rights"]) });
      for (const other of others) {
        const had = await listCaseRights(tx, other.id);
        const has = inOrder([...had, ...rights]);
        if (other.id === caseId || has.length === had.length) continue;
        await tx.update(cases).set({ version: other.version + 1, updatedAt: realNow() }).where(eq(cases.id, other.id));
        await putCaseRights(tx, other.id, has);
        await log("rights.marked", { subject: ["case", other.id], caseId: other.id, version: [other.version, other.version + 1], changes: changesOf({ rights: had }, { rights: has }, ["rights"]) });
      }
      return { caseId };
    },
    meta.submission,
  );

/** The rights that a case engages, in the order of the treaty, with the version that a change is made from. */
export async function getEditableRights(actor: Actor, caseId: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.write", caseId);
  return { caseId, version: row.version, rights: await listCaseRights(read, caseId) };
}
