import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, cases, releaseEstimates, ruleOverrides } from "@/db/schema";
import type { Store } from "@/db/store";
import type { CaseFacts } from "@/lib/release/estimate";
import { listAudit } from "@/lib/services/audit";
import { recordMoment } from "@/lib/services/moments";
import { activeOverrides, overrideRule, restoreRule } from "@/lib/services/rule-overrides";
import { getEditableRule, getRule, getRules } from "@/lib/services/rules";
import { momentValues } from "../support/matrix-records";
import { aCase, aRuling, ownValue } from "../support/records";
import { admin, freshWorld, monitor, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

const wholeDays = ownValue("kz.arrest.counting", { exact: "INCLUSIVE_DAYS", window: ["INCLUSIVE_DAYS"] });
const latestOf = async (caseId: string) => {
  const [row] = await store.read.select({ facts: releaseEstimates.facts, cause: releaseEstimates.cause, to: cases.expectedTo }).from(cases).innerJoin(releaseEstimates, eq(releaseEstimates.id, cases.estimateId)).where(eq(cases.id, caseId));
  return { ...row, facts: JSON.parse(row?.facts ?? "{}") as CaseFacts };
};

describe("an own value in the place of a rule", () => {
  it("is the next version, with reason, source and author, and is told field by field in the log", async () => {
    await overrideRule(admin, wholeDays, { version: 1 });
    const page = await getRule(viewer, "kz.arrest.counting");
    expect(page.own).toMatchObject({ version: 1, source: "Ruling no. 4", reason: "The court counts otherwise", author: "admin" });
    expect(page.own?.value).toMatchObject({ exact: "INCLUSIVE_DAYS", window: ["INCLUSIVE_DAYS"] });
    const [entry] = await store.read.select().from(auditEntries).where(eq(auditEntries.action, "rule.overridden"));
    const values = await store.read.select().from(auditValues).where(eq(auditValues.seq, entry?.seq ?? 0));
    expect(values.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["ruleId", null, "kz.arrest.counting"],
      ["reason", null, "The court counts otherwise"],
      ["exact", "ELAPSED_24H", "INCLUSIVE_DAYS"],
      ["window", "ELAPSED_24H; INCLUSIVE_DAYS", "INCLUSIVE_DAYS"],
      ["source", null, "Ruling no. 4"],
    ]);
    expect((await listAudit(admin, {})).lines[0]).toMatchObject({ action: "rule.overridden", hidden: false });
  });

  it("stands in the facts of every estimate made from then on, and goes with the law again", async () => {
    const caseId = await aCase();
    await aRuling([caseId]);
    expect((await latestOf(caseId)).facts.overrides).toEqual([]);
    await overrideRule(admin, wholeDays, { version: 1 });
    await recordMoment(monitor, { ...momentValues, caseIds: [caseId] });
    expect((await latestOf(caseId)).facts.overrides).toEqual([{ ruleId: "kz.arrest.counting", version: 1, source: "Ruling no. 4", value: '{"exact":"INCLUSIVE_DAYS","window":["INCLUSIVE_DAYS"]}' }]);
    await restoreRule(admin, { ruleId: "kz.arrest.counting", reason: "Overturned" }, { version: 2 });
    await recordMoment(monitor, { ...momentValues, when: "2019-10-26", caseIds: [caseId] });
    expect((await latestOf(caseId)).facts.overrides).toEqual([]);
    expect((await getRule(viewer, "kz.arrest.counting")).versions.map(({ version, restored }) => [version, restored])).toEqual([[2, true], [1, false]]);
  });

  it("counts in every country that has the rule, and in no other", async () => {
    await overrideRule(admin, ownValue("iccpr.9.48h", { hours: "24" }), { version: 1 });
    await overrideRule(admin, wholeDays, { version: 1 });
    const ids = async (country: string) => (await activeOverrides(store.read, country)).map(({ ruleId }) => ruleId);
    expect(await ids("KZ")).toEqual(["iccpr.9.48h", "kz.arrest.counting"]);
    expect(await ids("RU")).toEqual(["iccpr.9.48h"]);
    expect(await ids("")).toEqual(["iccpr.9.48h"]);
  });

  it("is one of two that were typed at once: the second author sees the first value and may still send their own", async () => {
    await overrideRule(admin, ownValue("kz.detention.48h", { hours: "24" }), { version: 1 });
    const mine = ownValue("kz.detention.48h", { hours: "36", source: "Mine" });
    await expect(overrideRule(admin, mine, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { hours: "24", source: "Ruling no. 4" } } } });
    await expect(overrideRule(admin, mine, {})).rejects.toMatchObject({ code: "stale_version" });
    await expect(restoreRule(admin, { ruleId: "kz.detention.48h", reason: "x" }, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await overrideRule(admin, mine, { version: 2 });
    expect((await getRule(viewer, "kz.detention.48h")).own).toMatchObject({ version: 2, value: { hours: 36, from: "deprivation", until: "court" } });
  });

  it("shows no difference in a conflict where the same value was typed in other words", async () => {
    await overrideRule(admin, ownValue("kz.arrest.max", { term: "15 d" }), { version: 1 });
    await expect(overrideRule(admin, ownValue("kz.arrest.max", { term: "15 суток", source: "Other" }), { version: 1 })).rejects.toMatchObject({ detail: { current: { values: { term: "15 суток", source: "Ruling no. 4" } } } });
  });

  it("is recorded once however often its form is sent", async () => {
    for (let sent = 0; sent < 3; sent++) await overrideRule(admin, wholeDays, { version: 1, submission: "one" });
    expect(await store.read.select().from(ruleOverrides)).toHaveLength(1);
  });

  it("is refused where it cannot be read, says nothing new, or stands for no rule", async () => {
    const refused = (typed: Parameters<typeof overrideRule>[1], field: string, code: string, version = 1) => expect(overrideRule(admin, typed, { version })).rejects.toMatchObject({ detail: { problems: { [field]: { code } } } });
    await refused(ownValue("kz.detention.48h", {}), "hours", "required");
    await refused(ownValue("kz.detention.48h", { hours: "0" }), "hours", "number_too_small");
    await refused(ownValue("kz.detention.48h", { hours: "24", days: "1" }), "days", "unknown_field");
    await refused(ownValue("kz.arrest.counting", { exact: "EXCLUSIVE_DAYS", window: ["INCLUSIVE_DAYS"] }), "window", "invalid");
    await expect(overrideRule(admin, ownValue("kz.no.such", { hours: "1" }), { version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(restoreRule(admin, { ruleId: "kz.detention.48h", reason: "x" }, { version: 1 })).rejects.toMatchObject({ detail: { problems: { reason: { code: "nothing_to_restore" } } } });
    await overrideRule(admin, ownValue("kz.detention.48h", { hours: "24" }), { version: 1 });
    await refused(ownValue("kz.detention.48h", { hours: "24" }), "source", "same_value", 2);
    expect(await store.read.select().from(ruleOverrides)).toHaveLength(1);
  });

  it("that is stored and cannot be read leaves the law, and the page says so", async () => {
    await store.write((tx) => tx.insert(ruleOverrides).values({ id: "broken", ruleId: "kz.detention.48h", ruleVersion: 1, value: '{"hours":-1}', reason: "r", source: "s", authorId: "admin", createdAt: 0 }));
    expect((await getRule(viewer, "kz.detention.48h")).own).toMatchObject({ value: null, restored: false });
    expect(await getEditableRule(admin, "kz.detention.48h")).toMatchObject({ values: { hours: "48" }, version: 2 });
  });
});

it("every country’s rules can be read, and every rule begins its form with a value that the form takes back", async () => {
  for (const { code } of (await getRules(viewer)).countries) {
    const { country, lists } = await getRules(viewer, code);
    expect(country).toBe(code);
    for (const { law, own } of lists.flatMap(({ rules }) => rules)) {
      const { values, version } = await getEditableRule(admin, law.id);
      if (own !== null) continue;
      await overrideRule(admin, ownValue(law.id, { ...values, source: "Ruling no. 5" }), { version });
      expect((await getRule(viewer, law.id)).own?.value, law.id).toEqual(law.value);
    }
  }
  expect((await getRules(viewer)).country).toBe("KZ");
  expect((await getRules(viewer, "FR")).country).toBe("other");
});
