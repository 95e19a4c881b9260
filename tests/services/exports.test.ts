import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues } from "@/db/schema";
import type { Store } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import type { Actor } from "@/lib/model/permissions";
import { recordCase } from "@/lib/services/cases";
import { exportCases } from "@/lib/services/exports";
import { aCase, quickCase, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-01T09:00+06:00");
});

const taken = async (query: CaseQuery, by: Actor = coordinator) => {
  const rows = [];
  for await (const batch of (await exportCases(by, query)).batches) rows.push(...batch);
  return rows;
};

const entries = async (action: string) => {
  const found = await store.read.select({ seq: auditEntries.seq, actor: auditEntries.actorId }).from(auditEntries).where(eq(auditEntries.action, action)).orderBy(asc(auditEntries.seq));
  return Promise.all(found.map(async ({ seq, actor }) => [actor, ...(await store.read.select({ field: auditValues.field, after: auditValues.after }).from(auditValues).where(eq(auditValues.seq, seq)).orderBy(asc(auditValues.position))).map(({ field, after }) => `${field}=${after ?? ""}`)]));
};

describe("taking the list away", () => {
  it("gives every row that the list would show, those inside first", async () => {
    await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5", seized: "2019-10-25" }));
    const out = await aCase();
    await release([out], "2019-10-31");
    expect((await taken({})).map((row) => row.slot)).toEqual([1, 2, 3, 4, 5]);
    expect((await taken({ view: "all" })).map((row) => row.outstanding)).toEqual([true, true, true, true, true, false]);
    expect((await taken({ view: "released" })).map((row) => row.id)).toEqual([out]);
  });

  it("leaves its entries: who took what before the first row, how many at the end", async () => {
    await aCase();
    const { batches } = await exportCases(coordinator, { view: "all", q: "болат" });
    expect(await entries("export.made")).toEqual([["coordinator", "filter=?view=all&q=%D0%B1%D0%BE%D0%BB%D0%B0%D1%82"]]);
    expect(await entries("export.finished")).toEqual([]);
    for await (const batch of batches) expect(batch).toHaveLength(1);
    expect(await entries("export.finished")).toEqual([["coordinator", "rows=1", "complete=true"]]);
  });

  it("that broke off says so", async () => {
    await aCase();
    const { batches } = await exportCases(coordinator, {});
    await batches.next();
    await batches.return();
    expect(await entries("export.finished")).toEqual([["coordinator", "rows=1", "complete=false"]]);
  });

  it.each([["a monitor", monitor], ["a viewer", viewer], ["somebody of another team", stranger]])("is refused to %s, and leaves nothing", async (_who, by) => {
    await aCase();
    await expect(exportCases(by, {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await entries("export.made")).toEqual([]);
  });

  it("never holds rows of another team", async () => {
    await aCase();
    expect(await taken({ view: "all" }, { ...coordinator, teamIds: ["team-b"] })).toEqual([]);
  });
});
