import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";

const key = fc.oneof(fc.string({ maxLength: 4, unit: "binary" }), fc.constantFrom("a", "b", "aa", "10", "9", "0x", "", "__proto__", "toJSON", "constructor", "ä", "Ж", "\u{1F600}", "\uFFFF"));
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(fc.string({ unit: "binary" }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));

/** By the letter of the definition, piece by piece. */
function byTheLetter(json: Json): string {
  if (Array.isArray(json)) return `[${(json as Json[]).map(byTheLetter).join(",")}]`;
  if (json === null || typeof json !== "object") return JSON.stringify(json);
  const object = json as Record<string, Json>;
  const keys = Object.keys(object).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((name) => `${JSON.stringify(name)}:${byTheLetter(object[name] as Json)}`).join(",")}}`;
}

describe("canonical JSON", () => {
  it("is what its definition says, whatever the keys", () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(canonicalJson(json)).toBe(byTheLetter(json));
      }),
      { numRuns: 3000 },
    );
  });

  it("does not depend on the order in which an object was filled", () => {
    expect(canonicalJson({ b: 1, a: { d: [], c: "x" } })).toBe(canonicalJson({ a: { c: "x", d: [] }, b: 1 }));
    expect(canonicalJson({ 10: 1, 9: 2, a: 3 })).toBe('{"10":1,"9":2,"a":3}');
  });

  it("takes no fraction and nothing beyond a safe whole number", () => {
    for (const number of [0.5, NaN, Infinity, 2 ** 53]) expect(() => canonicalJson([{ number }])).toThrow("whole numbers");
  });
});
