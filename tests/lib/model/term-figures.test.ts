import fc from "fast-check";
import { expect, test } from "vitest";
import { custodyDays } from "@/lib/model/custody-days";
import { termFigures } from "@/lib/model/term-figures";

const of = (...terms: (string | null)[]) => termFigures(terms.map((term) => ({ term, count: 1 })));

test("terms are told as they were ordered, the middle one too, and never averaged", () => {
  expect(of("P15D", "P5D", "P10D")).toEqual({ known: 3, unknown: 0, shortest: "P5D", longest: "P15D", middle: ["P10D"] });
  expect(of("P5D", "P15D")).toMatchObject({ middle: ["P5D", "P15D"] });
  expect(termFigures([{ term: "P10D", count: 3 }, { term: "P15D", count: 1 }])).toMatchObject({ known: 4, middle: ["P10D"] });
  expect(of("P2M", "P45D", "P1Y6M", "LIFE", "PT48H")).toMatchObject({ shortest: "PT48H", longest: "LIFE", middle: ["P2M"] });
});

test("a term that is not known, or cannot be read, is not known", () => {
  expect(of(null, null)).toEqual({ known: 0, unknown: 2, shortest: null, longest: null, middle: [] });
  expect(of(null, "UNKNOWN", "P10D")).toEqual({ known: 1, unknown: 2, shortest: "P10D", longest: "P10D", middle: ["P10D"] });
  expect(of()).toEqual({ known: 0, unknown: 0, shortest: null, longest: null, middle: [] });
});

test("nothing is told that was not ordered", () => {
  const terms = fc.array(fc.record({ term: fc.constantFrom(null, "P1D", "P10D", "P15D", "P1M", "P3Y", "LIFE"), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(terms, (given) => {
      const { known, unknown, shortest, longest, middle } = termFigures(given);
      expect(known + unknown).toBe(given.reduce((sum, { count }) => sum + count, 0));
      const ordered = given.flatMap(({ term }) => term ?? []);
      for (const told of [shortest, longest, ...middle].filter((term) => term !== null)) expect(ordered).toContain(told);
      expect(middle.length > 0).toBe(known > 0);
    }),
  );
});

test("days in custody are walked back from the last over who came and who left", () => {
  const flows = { entered: new Map([[10, 2], [12, 1]]), left: new Map([[11, 1]]) };
  expect(custodyDays(2, flows, 12, 4).map(({ held }) => held)).toEqual([0, 2, 1, 2]);
  expect(custodyDays(2, flows, 12, 1)).toEqual([{ date: "1970-01-13", held: 2 }]);
});
