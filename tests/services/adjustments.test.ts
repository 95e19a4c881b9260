import { beforeEach, describe, expect, it } from "vitest";
import { recordAdjustment, updateAdjustment, withdrawAdjustment } from "@/lib/services/adjustments";
import { getCaseHistory } from "@/lib/services/audit";
import { getCasePage } from "@/lib/services/case-page";
import { recordOrder, updateOrder } from "@/lib/services/orders";
import { aCase, aRuling, ruling } from "../support/records";
import { freshWorld, monitor } from "../support/world";

const suspension = { kind: "suspension" as const, from: "2019-10-24T10:00", to: "2019-10-26T10:00", days: null, ratio: null, authority: "", note: "" };
const expected = async (id: string) => (await getCasePage(monitor, id)).estimate?.earliest;

let id: string;
beforeEach(async () => {
  await freshWorld();
  id = await aCase({ seized: "2019-10-22T10:00" });
  await aRuling([id]);
});

describe("time that does not count", () => {
  it("moves the expected release, says so in the history, and moves back when it is taken back", async () => {
    expect(await expected(id)).toBe("2019-11-01T10:00:00+06:00");
    await recordAdjustment(monitor, { ...suspension, caseIds: [id] });
    expect(await expected(id)).toBe("2019-11-03T10:00:00+06:00");
    const [adjustment] = (await getCasePage(monitor, id)).adjustments;
    await updateAdjustment(monitor, { ...suspension, to: "2019-10-25T10:00", adjustmentId: adjustment!.id }, { version: 1 });
    expect(await expected(id)).toBe("2019-11-02T10:00:00+06:00");
    await expect(updateAdjustment(monitor, { ...suspension, adjustmentId: adjustment!.id }, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await withdrawAdjustment(monitor, { recordId: adjustment!.id, reason: "another person" });
    expect(await expected(id)).toBe("2019-11-01T10:00:00+06:00");
    const actions = (await getCaseHistory(monitor, id)).lines.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["adjustment.recorded", "adjustment.updated", "adjustment.withdrawn", "release.recomputed"]));
  });

  it.each([
    [{ from: "2019-10", to: "2019-10-26" }, "from", "exact_day_needed"],
    [{ from: "2019-10-24~", to: "2019-10-26" }, "from", "exact_day_needed"],
    [{ from: "2019-10-26", to: "2019-10-24" }, "to", "end_before_start"],
    [{ from: null, to: null }, "from", "dates_or_days"],
    [{ days: 3 }, "days", "dates_or_days"],
    [{ to: null }, "to", "required"],
    [{ ratio: "3/2" }, "ratio", "ratio_of_credit"],
  ] as const)("is refused where it cannot be counted: %o", async (wrong, field, code) => {
    const problem = { code: "invalid", detail: { problems: { [field]: { code } } } };
    await expect(recordAdjustment(monitor, { ...suspension, ...wrong, caseIds: [id] })).rejects.toMatchObject(problem);
    expect((await getCasePage(monitor, id)).adjustments).toEqual([]);
  });
});

describe("one ruling with different terms", () => {
  it("gives each person their own, and says where one is not known", async () => {
    const [second, third] = [await aCase({ name: "Серик Ойдан" }), await aCase({ name: "Нұрлан Ойдан" })];
    const ownTerms = [{ caseId: second, term: "P5D" }, { caseId: third, term: "UNKNOWN" }];
    const { orderId } = await recordOrder(monitor, ruling([second, third], { ownTerms }));
    const page = (caseId: string) => getCasePage(monitor, caseId);
    expect((await page(second)).item.termText).toBe("P5D");
    expect((await page(second)).estimate?.earliest).toBe("2019-10-27T10:00:00+06:00");
    expect(await page(third)).toMatchObject({ item: { termText: null, expectedBasis: "none" } });
    expect((await page(third)).estimate?.warnings).toContain("TERM_UNKNOWN");
    await updateOrder(monitor, { ...ruling([second, third]), orderId }, { version: 1 });
    expect((await page(third)).item.termText).toBe("P10D");
    const told = (await getCaseHistory(monitor, third)).lines.find(({ action }) => action === "order.updated");
    expect(told?.changes).toEqual(expect.arrayContaining([{ field: "ownTerm", before: "UNKNOWN", after: null }]));
  });

  it("a ruling that follows another must belong to the same team", async () => {
    await expect(recordOrder(monitor, ruling([id], { relation: "consecutive", relatesToId: "nobody" }))).rejects.toMatchObject({ detail: { problems: { relatesToId: { code: "unknown_option" } } } });
  });
});
