import { beforeEach, describe, expect, it, vi } from "vitest";
import { auditEntries, organisations } from "@/db/schema";
import type { Store } from "@/db/store";
import { anonymous } from "@/lib/model/actors";
import { calculatorInput, type CalculatorValues } from "@/lib/model/calculator";
import { problemsOf, treeOf } from "@/lib/model/form-input";
import { listAudit } from "@/lib/services/audit";
import { admitToCalculator, answerRequest, calculateTerm, isCalculatorOpen } from "@/lib/services/calculator";
import { forgetAllowances, takeTime, takeTokens } from "@/lib/services/calculator-allowance";
import { updateOrganisation } from "@/lib/services/organisation-admin";
import { overrideRule } from "@/lib/services/rule-overrides";
import { calculatorValues, ownValue } from "../support/records";
import { admin, almaty, freshWorld, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  forgetAllowances();
});
const open = () => store.write((tx) => tx.update(organisations).set({ calculatorOpen: true }));
const asked = (given: Partial<CalculatorValues> = {}, actor = viewer) => calculateTerm(actor, { ...calculatorValues, ...given }, "net");
const read = (typed: Record<string, string>) => calculatorInput({ today: "2019-11-01" }).safeParse(treeOf(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]))));

describe("the calculator", () => {
  it("is for everybody who is signed in, and for nobody else until an administrator opens it", async () => {
    await expect(asked()).resolves.toMatchObject({ estimate: { basis: "computed" } });
    await expect(asked({}, anonymous)).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerRequest(anonymous, { cases: [] }, "net")).rejects.toMatchObject({ code: "forbidden" });
    await updateOrganisation(admin, { name: "Erkin test", defaultLocale: "en", defaultPlaceId: almaty, calculator: "everybody" }, { version: 1 });
    expect(await isCalculatorOpen()).toBe(true);
    await expect(asked({}, anonymous)).resolves.toMatchObject({ estimate: { basis: "computed" } });
    expect((await listAudit(admin, {})).lines[0]?.changes).toContainEqual({ field: "calculator", before: "signed_in", after: "everybody" });
  });

  it("keeps nothing", async () => {
    await open();
    await asked({ seized: "2019-10-21T16:00" });
    await asked({}, anonymous);
    expect(await store.read.select().from(auditEntries)).toEqual([]);
  });

  it("reads the zone and the country from the place, else from what is typed", async () => {
    const where = async (given: Partial<CalculatorValues> = {}) => {
      const { zone, estimate } = await asked(given);
      return [zone, estimate.provenance.ruleSet];
    };
    expect(await where()).toEqual(["Asia/Almaty", "kazakhstan"]);
    expect(await where({ placeId: "mow" })).toEqual(["Europe/Moscow", "russia"]);
    expect(await where({ placeId: null, zone: "Europe/Kyiv", country: "ua" })).toEqual(["Europe/Kyiv", "ukraine"]);
    expect(await where({ placeId: null, zone: "Europe/Paris", country: "fr" })).toEqual(["Europe/Paris", "general"]);
  });

  it("goes by the organisation's own rules, which are nobody's business who has not signed in", async () => {
    await overrideRule(admin, ownValue("kz.arrest.counting", { exact: "INCLUSIVE_DAYS", window: ["INCLUSIVE_DAYS"] }), { version: 1 });
    const exact = { seized: "2019-10-21T16:00" };
    expect((await asked(exact)).estimate).toMatchObject({ convention: "INCLUSIVE_DAYS", countingRule: { overridden: { version: 1, source: "Ruling no. 4" } } });
    await open();
    const outside = await asked(exact, anonymous);
    expect(outside.estimate.convention).toBe("ELAPSED_24H");
    expect(JSON.stringify(outside)).not.toContain("Ruling no. 4");
  });

  it.each<[Partial<CalculatorValues>, Record<string, { code: string }>]>([
    [{ placeId: "nowhere" }, { placeId: { code: "unknown_option" } }],
    [{ placeId: null }, { zone: { code: "required" } }],
    [{ placeId: null, zone: "Mars/Base" }, { zone: { code: "unknown_option" } }],
    [{ placeId: null, zone: "Europe/Berlin", seized: "2019-03-31T02:30" }, { seized: { code: "nonexistent_time" } }],
    [{ countFrom: "delivered" }, { delivered: { code: "required" } }],
  ])("refuses %j at its field", async (given, problems) => {
    await expect(asked(given)).rejects.toMatchObject({ code: "invalid", detail: { problems } });
  });
});

describe("what is typed", () => {
  it.each<[string, unknown]>([
    ["10 суток", { d: 10 }],
    ["1 год 6 месяцев", { y: 1, m: 6 }],
    ["10 days", { d: 10 }],
    ["он күн", { d: 10 }],
    ["72 hours", { h: 72 }],
    ["пожизненно", "LIFE"],
    ["Өмір бойына", "LIFE"],
    ["life", "LIFE"],
    ["unknown", null],
    ["", null],
  ])("as a term, %j is understood", (term, value) => {
    expect(read({ term })).toMatchObject({ success: true, data: { term: value } });
  });

  it.each<[string, unknown]>([
    ["14", { days: 14 }],
    ["2 weeks", { days: 14 }],
    ["1 March 2019 – 14 March 2019", { from: "2019-03-01", to: "2019-03-14" }],
    ["01.03.2019", { from: "2019-03-01", to: "2019-03-01" }],
  ])("as credited time, %j is understood", (span, value) => {
    expect(read({ "credits.0.span": span, "credits.0.ratio": "3/2" })).toMatchObject({ success: true, data: { credits: [{ span: value, ratio: "3/2" }] } });
  });

  it("may be two moments where something interrupted the term", () => {
    expect(read({ "interruptions.0.span": "01.03.2019 10:00 – 02.03.2019 12:30" })).toMatchObject({ success: true, data: { interruptions: [{ span: { fromAt: "2019-03-01T10:00", toAt: "2019-03-02T12:30" } }] } });
    expect(read({ "credits.0.span": "01.03.2019 10:00 – 02.03.2019 12:30" }).success).toBe(false);
  });

  it("and cannot be read is refused at its field", () => {
    const parsed = read({ term: "a while", seized: "31.02.2019", "credits.0.span": "about a month", observed: "Monday 31.10.2019", secondTerm: "0 days" });
    expect(parsed.success ? {} : problemsOf(parsed.error)).toMatchObject({ term: { code: "term_in_words" }, seized: { code: "impossible_date" }, "credits.0.span": { code: "days_or_dates" }, observed: { code: "weekday_mismatch" }, secondTerm: { code: "term_zero" } });
  });
});

describe("requests of people who have not signed in", () => {
  beforeEach(async () => {
    await open();
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  });
  const admitted = async (network: string): Promise<number> => {
    for (let times = 0; times < 500; times++) if (await admitToCalculator(anonymous, network).then(() => false, () => true)) return times;
    return 500;
  };

  it("are sixty at once from a network, then one a second; other networks are not held up", async () => {
    expect(await admitted("net")).toBe(60);
    await expect(admitToCalculator(anonymous, "net")).rejects.toMatchObject({ code: "rate_limited", detail: { params: { seconds: 1 } } });
    expect(await admitted("other")).toBe(60);
    vi.setSystemTime(10_000);
    expect(await admitted("net")).toBe(10);
    for (let times = 0; times < 100; times++) await admitToCalculator(viewer, "net");
  });

  it("pay for long computations, up to five minutes, and for many cases", async () => {
    takeTime("net", 10_000_000);
    await expect(admitToCalculator(anonymous, "net")).rejects.toMatchObject({ detail: { params: { seconds: 301 } } });
    vi.setSystemTime(302_000);
    await expect(admitToCalculator(anonymous, "net")).resolves.toBeUndefined();
    takeTokens("many", 20);
    await expect(answerRequest(anonymous, { cases: Array.from({ length: 1000 }, () => ({})) }, "many")).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("do not fill the memory: the networks that have been quiet the longest are forgotten", () => {
    takeTokens("first", 60);
    for (let network = 0; network < 10_001; network++) takeTokens(`net-${network}`, 1);
    expect(() => takeTokens("first", 60)).not.toThrow();
  });
});
