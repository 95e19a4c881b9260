import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, unguardCell } from "@/lib/exchange/csv-safe";

describe("the formula guard", () => {
  it.each(["=1+1", "+7 700", "-5", "@SUM(A1)", "|calc", "%0A", "\t=1", "\rx", "\tx", "  =1", "\ufeff=1", "\u0000=1", "\n@x", "＝1", " \t x", "'=1", "''+"])(
    "puts an apostrophe before %j",
    (cell) => expect(guardCell(cell)).toBe(`'${cell}`),
  );

  it.each(["", "Айдос", "2019-10-31", "a=b", "'quoted'", "O'Neil", "10 %", " plain"])("leaves %j as it is", (cell) => expect(guardCell(cell)).toBe(cell));

  it("gives back every cell exactly, and lets none begin like a formula", () => {
    const cells = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.constantFrom("'", "=", "+", " ", "\t", "\r", "\ufeff", "a", "@"), { maxLength: 8 }).map((all) => all.join("")));
    fc.assert(
      fc.property(cells, (cell) => {
        expect(unguardCell(guardCell(cell))).toBe(cell);
        expect(guardCell(cell)).not.toMatch(/^[\s\p{Cc}]*[=+\-@|%]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("guards 10,000 blanks and apostrophes in an instant", () => {
    const begun = performance.now();
    guardCell(" ".repeat(10_000));
    guardCell("'".repeat(10_000));
    expect(performance.now() - begun).toBeLessThan(100);
  });
});
