import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf, treeOf, typedValues } from "@/lib/model/form-input";
import { actionRights } from "../scripts/action-rights";

const context = { today: "2019-11-01" };
const labels = new Set(Object.keys((JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../messages/en/forms.json"), "utf8")) as { errors: object }).errors));
const forms = Object.entries(actionRights).flatMap(([name, { input }]) => (input ? [[name, input(context)] as const] : []));
const namesOf = (schema: z.ZodType) => Object.keys((z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as { properties: object }).properties);

/** What a browser, a hurried person or somebody hostile may send in one field. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("", " ", "0", "-1", "1e309", "NaN", "[object Object]", "null", "\u0000", "\u202e2019", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "' OR 1=1 --", "x".repeat(10_000), "9".repeat(400), "ә".repeat(201), "👩‍👩‍👧‍👦".repeat(50)),
  fc.constantFrom("31.02.2019", "2019-13-01", "2019-10-31T25:00", "../..", "2019-10-30/2019-10-29", "29.02.2100", "0000-01-01", "99999-01-01", "2019-10-31T16:00~", "вчера", "шамамен 16:00", "24.02.2024 16:00"),
  fc.constantFrom("10", "10 d", "он күн", "0 d", "-5 d", "10000000 y", "5 days and 3 hours"),
);
const suffix = fc.constantFrom("", "", "", ".0", ".0.text", ".1.kind", ".amount", ".unit", ".__proto__", ".constructor.prototype", "[]");

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe.each(forms)("the form of %s", (_name, schema) => {
  const names = fc.constantFrom(...namesOf(schema), "unknown", "role", "teamId", "version", "submission", "__proto__", "constructor");
  const sent = fc.array(fc.tuple(fc.tuple(names, suffix).map(([name, after]) => name + after), hostile), { maxLength: 20 });

  it("answers whatever is sent with values or with problems that have words, quickly", () => {
    fc.assert(
      fc.property(sent, (entries) => {
        const began = performance.now();
        const parsed = schema.safeParse(treeOf(typedValues(formOf(entries))));
        expect(performance.now() - began).toBeLessThan(1000);
        if (parsed.success) return;
        const problems = Object.entries(problemsOf(parsed.error));
        expect(problems.length).toBeGreaterThan(0);
        for (const [field, { code }] of problems) expect(labels.has(code), `${field}: ${code}`).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuses a field that it does not know", () => {
    const parsed = schema.safeParse(treeOf(typedValues(formOf([["isAdmin", "true"]]))));
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(problemsOf(parsed.error)).toMatchObject({ isAdmin: { code: "unknown_field" } });
  });
});
