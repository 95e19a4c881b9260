import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { general } from "@/lib/release/rules/general";
import { findRule, refusedOverrides, withOverrides } from "@/lib/release/rules/override";
import type { RuleOverride } from "@/lib/release/rules/override";
import { fieldsOf, readFields, textOf, valueOf } from "@/lib/release/rules/override-values";
import type { OverrideValues } from "@/lib/release/rules/override-values";
import { ruleSets, ruleSetOf } from "@/lib/release/rules/registry";
import { ruleLists } from "@/lib/release/rules/rule";
import type { RuleList } from "@/lib/release/rules/rule";
import { conventions, releaseRules } from "@/lib/release/types";
import en from "@/messages/en/forms.json";
import { runs } from "./arbitraries";

const sets = [...Object.values(ruleSets), general];
const ids = [...new Set(sets.flatMap((set) => ruleLists.flatMap((list) => set[list].map(({ id }) => id))))];
const own = (ruleId: string, value: string, version = 1): RuleOverride => ({ ruleId, version, source: "Opinion of the organisation's lawyer", value });
const valueIn = (country: string, overrides: RuleOverride[], id: string) => findRule(withOverrides(ruleSetOf(country), overrides), id)?.entry;

const window = fc.subarray([...conventions], { minLength: 1 });
const term = fc.record({ d: fc.integer({ min: 1, max: 400 }), m: fc.integer({ min: 1, max: 20 }) }, { requiredKeys: ["d"] });
const values: { [L in RuleList]: fc.Arbitrary<OverrideValues[L]> } = {
  counting: window.chain((chosen) => fc.record({ exact: fc.constantFrom(null, ...chosen), window: fc.constant(chosen) })),
  limits: fc.record({ hours: fc.integer({ min: 1, max: 8784 }) }),
  maxTerms: fc.record({ term, exceptional: term }, { requiredKeys: ["term"] }),
  crediting: fc.record({ ratio: fc.constantFrom("1/1", "3/2", "1/2", "2/1") }),
  chaining: fc.record({ chain: fc.constantFrom("AGGREGATE" as const, "SEQUENTIAL" as const) }),
  releaseDays: fc.record({ rule: fc.constantFrom(...releaseRules) }),
  servedShares: fc.record({ fraction: fc.constantFrom("1/2", "2/5", "1/1") }),
  appeals: fc.record({ days: fc.integer({ min: 1, max: 366 }) }),
};

describe("a rule that an organisation replaces", () => {
  it("has the organisation's value, version and source, and the law's confidence and citation", () => {
    const law = findRule(ruleSetOf("KZ"), "kz.criminal.72h")!.entry;
    const entry = valueIn("KZ", [own("kz.criminal.72h", '{"hours":48}', 3)], "kz.criminal.72h");
    expect(entry).toEqual({ ...law, value: { ...law.value, hours: 48 }, overridden: { version: 3, source: "Opinion of the organisation's lawyer" } });
  });

  it("keeps the readings of the law in sight", () => {
    const entry = valueIn("KZ", [own("kz.arrest.counting", '{"exact":"SAME_WALL_CLOCK","window":["SAME_WALL_CLOCK"]}')], "kz.arrest.counting");
    expect(entry?.value).toEqual({ exact: "SAME_WALL_CLOCK", window: ["SAME_WALL_CLOCK"], readings: [...conventions] });
  });

  it("states a maximum of its own, without the law's longer one", () => {
    expect(valueIn("RU", [own("ru.arrest.max", '{"term":{"d":15}}')], "ru.arrest.max")?.value).toEqual({ term: { d: 15 } });
  });

  it("is held by the highest version, and by the law when that one cannot be read", () => {
    const two = [own("kz.criminal.72h", '{"hours":24}', 2), own("kz.criminal.72h", '{"hours":36}', 1)];
    expect(valueIn("KZ", two, "kz.criminal.72h")?.value).toMatchObject({ hours: 24 });
    const broken = [...two, own("kz.criminal.72h", '{"hours":-1}', 3)];
    expect(valueIn("KZ", broken, "kz.criminal.72h")).toBe(findRule(ruleSetOf("KZ"), "kz.criminal.72h")?.entry);
    expect(refusedOverrides(ruleSetOf("KZ"), broken)).toEqual([{ ruleId: "kz.criminal.72h", version: 3, code: "not_a_number" }]);
  });

  it("does not exist in another country, and changes nothing there", () => {
    const set = ruleSetOf("RU");
    expect(withOverrides(set, [own("kz.criminal.72h", '{"hours":48}')])).toEqual(set);
    expect(refusedOverrides(set, [own("kz.criminal.72h", "{}")])).toEqual([]);
    expect(withOverrides(set, [])).toBe(set);
  });
});

describe("the value of an override", () => {
  it.each([
    ["counting", {}, "exact", "required"],
    ["counting", { exact: "none" }, "window", "required"],
    ["counting", { exact: "INCLUSIVE_DAYS", window: "ELAPSED_24H" }, "window", "invalid"],
    ["counting", { exact: "HOURS", window: "ELAPSED_24H" }, "exact", "unknown_option"],
    ["limits", { hours: "" }, "hours", "required"],
    ["limits", { hours: "48.5" }, "hours", "not_a_number"],
    ["limits", { hours: "0" }, "hours", "number_too_small"],
    ["limits", { hours: "9000" }, "hours", "number_too_big"],
    ["limits", { hours: "48", until: "court" }, "until", "unknown_field"],
    ["maxTerms", { term: "many" }, "term", "term_unreadable"],
    ["crediting", { ratio: "1.5" }, "ratio", "unreadable"],
    ["servedShares", { fraction: "3/2" }, "fraction", "unreadable"],
    ["releaseDays", { rule: "" }, "rule", "required"],
    ["chaining", { chain: "CONCURRENT" }, "chain", "unknown_option"],
    ["appeals", { days: "ten" }, "days", "not_a_number"],
  ] as const)("of %s is refused as %j", (list, fields, field, code) => {
    expect(readFields(list, fields)).toMatchObject({ ok: false, field, code });
    expect(Object.keys(en.errors)).toContain(code);
  });

  it("says how small or big a number may be", () => {
    expect([readFields("limits", { hours: "0" }), readFields("appeals", { days: "367" })]).toMatchObject([{ params: { min: 1 } }, { params: { max: 366 } }]);
  });

  it("is read from what people type, and kept in one form", () => {
    expect(readFields("crediting", { ratio: " 6/4 " })).toEqual({ ok: true, value: { ratio: "3/2" } });
    expect(readFields("maxTerms", { term: "15 суток", exceptional: "" })).toEqual({ ok: true, value: { term: { d: 15 } } });
    expect(readFields("counting", { exact: "none", window: ["EXCLUSIVE_DAYS", "INCLUSIVE_DAYS"] })).toEqual({ ok: true, value: { exact: null, window: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] } });
  });

  it.each(['{"hours": 48}', '{"hours":"48"}', '{"hours":48,"from":"delivered"}', "48", "[]", "null", "", '{"hours":1e400}', '{"__proto__":1,"hours":48}'])("is refused when the text is not exactly what is stored: %s", (text) =>
    expect(valueOf("limits", text).ok).toBe(false),
  );

  it.each(['{"term":{"toString":1,"valueOf":1}}', '{"term":{"d":{"toString":1,"valueOf":1}}}', '{"term":{"d":"15"}}', '{"term":{"d":0}}', '{"term":null}', '{"term":[15]}'])("is refused when a term is not a term: %s", (text) =>
    expect(valueOf("maxTerms", text).ok).toBe(false),
  );

  it.each(ruleLists)("of %s goes to text and to form fields and back", (list) => {
    fc.assert(
      fc.property(values[list] as fc.Arbitrary<OverrideValues[RuleList]>, (value) => {
        const read = { ok: true, value };
        expect([valueOf(list, textOf(list, value)), readFields(list, fieldsOf(list, value))]).toEqual([read, read]);
      }),
      runs,
    );
  });
});

describe("any override", () => {
  const anything = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...ruleLists).chain((list) => (values[list] as fc.Arbitrary<OverrideValues[RuleList]>).map((value) => textOf(list, value))));

  it("either holds or is refused, and never throws or touches another rule", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sets), fc.constantFrom(...ids), anything, (set, id, text) => {
        const before = JSON.stringify(set);
        const after = withOverrides(set, [own(id, text)]);
        const refused = refusedOverrides(set, [own(id, text)]);
        expect(JSON.stringify(set)).toBe(before);
        const overridden = ruleLists.flatMap((list) => after[list].filter(({ overridden: by }) => by !== undefined).map((entry) => entry.id));
        expect(overridden.length + refused.length).toBe(findRule(set, id) ? 1 : 0);
        expect([...overridden, ...refused.map(({ ruleId }) => ruleId)].every((touched) => touched === id)).toBe(true);
        for (const list of ruleLists) for (const [at, entry] of set[list].entries()) if (!overridden.includes(entry.id)) expect(after[list][at]).toBe(entry);
      }),
      runs,
    );
  });
});
