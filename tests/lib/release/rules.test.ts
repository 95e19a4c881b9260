import { describe, expect, it } from "vitest";
import { detentionKinds, orderKinds } from "@/lib/model/vocabularies";
import { compute } from "@/lib/release/compute";
import { ruleKey } from "@/lib/release/explain";
import { checkTerm } from "@/lib/release/facts";
import type { Facts } from "@/lib/release/facts";
import { outcome } from "@/lib/release/outcome";
import { parseRatio } from "@/lib/release/ratio";
import { general } from "@/lib/release/rules/general";
import { ruleSetOf, ruleSets } from "@/lib/release/rules/registry";
import { inForce, limitSteps, ruleLists } from "@/lib/release/rules/rule";
import type { RuleEntry, RuleList, RuleSet } from "@/lib/release/rules/rule";
import { chainRules, conventions, releaseRules, roundings } from "@/lib/release/types";

const sets = [...Object.values(ruleSets), general];
const rulesOf = (set: RuleSet): (RuleEntry<unknown> & { list: RuleList })[] => ruleLists.flatMap((list) => set[list].map((entry) => ({ ...entry, list })));
const each = <L extends RuleList>(list: L): RuleSet[L][number][] => sets.flatMap((set) => [...set[list]]);

describe("rules of law", () => {
  it("belong to seven countries, and to none where nothing is recorded", () => {
    expect(Object.keys(ruleSets)).toEqual(["KZ", "RU", "BY", "KG", "UZ", "UA", "GB"]);
    for (const country of ["NO", "", "kz", "constructor", "__proto__"]) expect(ruleSetOf(country)).toBe(general);
    expect(new Set(sets.map(({ ruleSet }) => ruleSet)).size).toBe(sets.length);
  });

  it("each have an id of their own, also as a message key", () => {
    const shared = new Set(rulesOf(general).map(({ id }) => id));
    const own = sets.flatMap((set) => rulesOf(set).filter(({ id }) => set === general || !shared.has(id)));
    expect(new Set(own.map(({ id }) => ruleKey(id))).size).toBe(own.length);
    for (const { id } of own) expect(id).toMatch(/^[a-z]+(\.[a-z0-9-]+)+$/);
  });

  it("each have a citation, a confidence and dates that make sense", () => {
    for (const { id, citation, confidence, validFrom, validTo, appliesTo } of sets.flatMap(rulesOf)) {
      expect([id, citation.length > 20, confidence]).toEqual([id, true, expect.stringMatching(/^(confirmed|secondary|unconfirmed)$/)]);
      for (const date of [validFrom, validTo]) expect([id, date]).toEqual([id, date === null ? null : expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
      if (validFrom !== null && validTo !== null) expect(validFrom < validTo, id).toBe(true);
      for (const kind of appliesTo) expect(detentionKinds, id).toContain(kind);
    }
  });

  it("say so in their citation where the text was not seen", () => {
    const silent = sets.flatMap(rulesOf).filter(({ confidence, citation }) => confidence === "confirmed" && /not (seen|verified)|general knowledge/.test(citation.replace(/The day on which the change took effect was not seen/, "")));
    expect(silent.map(({ id }) => id)).toEqual([]);
    const known = sets.flatMap(rulesOf).filter(({ citation }) => /general knowledge/.test(citation));
    expect(known.every(({ confidence }) => confidence === "unconfirmed")).toBe(true);
  });

  it("hold values that the engine can use", () => {
    for (const { id, value } of each("counting")) {
      const shown = [...value.window, ...value.readings, ...(value.exact ? [value.exact] : [])];
      expect(value.window.length, id).toBeGreaterThan(0);
      for (const convention of shown) expect(conventions, id).toContain(convention);
      for (const convention of [...value.window, ...(value.exact ? [value.exact] : [])]) expect(value.readings, id).toContain(convention);
    }
    for (const { id, value } of each("limits")) {
      expect(Number.isInteger(value.hours) && value.hours > 0, id).toBe(true);
      expect(limitSteps, id).toContain(value.until);
      if (value.soberingCapHours !== undefined) expect([id, value.from]).toEqual([id, "delivered"]);
    }
    for (const { value } of each("maxTerms")) [value.term, ...(value.exceptional ? [value.exceptional] : [])].forEach((term) => checkTerm(term));
    for (const { value } of each("crediting")) {
      parseRatio(value.ratio, "CREDIT_RATIO_INVALID", "ratio");
      if (value.rounding) expect(roundings).toContain(value.rounding);
    }
    for (const { value } of each("chaining")) expect(chainRules).toContain(value.chain);
    for (const { value } of each("releaseDays")) {
      expect(releaseRules).toContain(value.rule);
      expect(value.weekend.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)).toBe(true);
    }
    for (const { value } of each("servedShares")) {
      const { n, d } = parseRatio(value.fraction, "FRACTION_INVALID", "fraction");
      expect(n <= d).toBe(true);
    }
    for (const { id, value } of each("appeals")) {
      expect((value.days ?? 0) + (value.hours ?? 0), id).toBeGreaterThan(0);
      for (const kind of value.orderKinds) expect(orderKinds, id).toContain(kind);
    }
  });

  it("always hold a rule of counting and the limit of international law, whatever the country, kind and date", () => {
    for (const set of sets) {
      for (const kind of detentionKinds) {
        for (const date of [null, "1995-06-01", "2026-06-01"]) {
          expect(inForce(set.counting, kind, date).at(-1)?.id).toBe("general.counting");
          expect(inForce(set.limits, kind, date).map(({ id }) => id)).toContain("iccpr.9.48h");
        }
      }
    }
  });
});

describe("rules in force", () => {
  const ids = (country: string, list: RuleList, kind: string, date: string | null) => inForce<unknown>(ruleSetOf(country)[list], kind, date).map(({ id }) => id);

  it("begin with the code that they stand in", () => {
    expect(ids("KZ", "counting", "administrative_arrest", "2019-10-22")).toEqual(["kz.arrest.counting", "general.counting"]);
    expect(ids("KZ", "counting", "administrative_arrest", "2014-12-31")).toEqual(["general.counting"]);
    expect(ids("KZ", "counting", "administrative_arrest", null)).toEqual(["kz.arrest.counting", "general.counting"]);
    expect(ids("KG", "maxTerms", "administrative_arrest", "2021-11-30")).toEqual([]);
    expect(ids("KG", "maxTerms", "administrative_arrest", "2021-12-01")).toEqual(["kg.arrest.max"]);
  });

  it("credit custody in Belarus since 19 June 2021", () => {
    expect(ids("BY", "crediting", "imprisonment", "2021-06-18")).toEqual([]);
    expect(ids("BY", "crediting", "imprisonment", "2021-06-19")).toEqual(["by.custody.credit"]);
  });

  it("cap sobering up in Russia since the change of December 2017, one rule at a time", () => {
    const caps = (date: string | null) => inForce(ruleSetOf("RU").limits, "administrative_detention", date).filter(({ value, id }) => value.hours === 48 && id.startsWith("ru.")).map(({ value }) => value.soberingCapHours);
    expect([caps("2017-12-31"), caps("2018-01-01"), caps(null)]).toEqual([[undefined], [48], [48]]);
  });
});

describe("the rules of England and Wales, on the published examples", () => {
  const set = ruleSetOf("GB");
  const value = <L extends RuleList>(list: L) => inForce<RuleSet[L][number]["value"]>(set[list] as never, "imprisonment", "2015-02-22")[0]!.value;
  const rules: Facts = { tz: "Europe/London", convention: value("counting").exact!, chain: value("chaining").chain, fraction: value("servedShares").fraction };
  const day = (date: string) => ({ precision: "day" as const, date });
  const remand = { days: 14, ratio: value("crediting").ratio };

  it("chain 3 months and 7 months from 22 February 2015 (25)", () => {
    const orders = [{ id: "a", term: { m: 3 }, start: day("2015-02-22") }, { id: "b", term: { m: 7 }, consecutiveTo: "a" }];
    const { state, extras } = compute({ ...rules, orders });
    expect([state.end, state.release, extras.lengthDays]).toEqual([{ lastDay: "2015-12-21" }, { lastDay: "2015-07-23" }, 303]);
  });

  it("chain 12 months from 2 August 2013 and 6 months imposed later (26)", () => {
    const orders = [{ id: "a", term: { m: 12 }, start: day("2013-08-02") }, { id: "b", term: { m: 6 }, consecutiveTo: "a", imposed: "2013-11-18" }];
    const { state } = compute({ ...rules, orders });
    expect([state.end, state.release]).toEqual([{ lastDay: "2015-02-01" }, { lastDay: "2014-05-03" }]);
  });

  it("let the later of two concurrent terms govern, with 14 days of remand (16), and let go on a working day", () => {
    const orders = [{ id: "a", term: { m: 6 }, start: day("2015-02-12") }, { id: "b", term: { m: 8 }, start: day("2015-02-12") }];
    const facts: Facts = { ...rules, orders, chain: "CONCURRENT", credits: [remand] };
    const { state, extras } = compute(facts);
    expect([state.release, extras.governing]).toEqual([{ lastDay: "2015-05-29" }, "b"]);
    const { rule, weekend } = value("releaseDays");
    const onHoliday = outcome({ ...facts, releaseRule: rule, weekend: [...weekend], holidays: ["2015-05-29"] });
    expect([outcome({ ...facts, releaseRule: rule, weekend: [...weekend] }).state.release, onHoliday.state.release]).toEqual([{ lastDay: "2015-05-29" }, { lastDay: "2015-05-28" }]);
  });
});
