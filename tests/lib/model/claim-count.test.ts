import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBounds, countOf, countsExclude, readCount } from "@/lib/model/claim-count";

describe("a count", () => {
  it.each([
    ["26", "exact:26"],
    ["1 200", "exact:1200"],
    ["about 10", "about:10"],
    ["около 10", "about:10"],
    ["10 шамасында", "about:10"],
    ["at least 24", "at_least:24"],
    ["не менее 24", "at_least:24"],
    ["кемінде 24", "at_least:24"],
    ["әлдеқайда көп", "far_more:"],
    ["Намного больше", "far_more:"],
    ["dozens", "tens:"],
    ["десятки", "tens:"],
    ["ондаған", "tens:"],
    ["hundreds:", "hundreds:"],
    ["at_least:24", "at_least:24"],
  ])("typed as %j is %j", (typed, stored) => expect(readCount(typed)).toBe(stored));

  it.each(["", "many", "-3", "3.5", "exact:", "far_more:3", "tens:20", "12345678", "exactly"])("%j is none", (typed) => expect(readCount(typed)).toBeNull());

  it("that is stored reads as itself", () => {
    const bound = fc.constantFrom(...countBounds.filter((each) => !["tens", "hundreds", "far_more"].includes(each)));
    fc.assert(fc.property(bound, fc.nat(9_999_999), (each, figure) => {
      expect(readCount(`${each}:${figure}`)).toBe(`${each}:${figure}`);
    }));
  });

  it("contradicts another only where both cannot be right", () => {
    const exclude = (a: string, b: string) => countsExclude(countOf(a)!, countOf(b)!);
    expect(exclude("exact:26", "exact:27")).toBe(true);
    expect(exclude("exact:26", "at_least:24")).toBe(false);
    expect(exclude("exact:26", "at_least:30")).toBe(true);
    expect(exclude("exact:26", "about:25")).toBe(false);
    expect(exclude("exact:26", "far_more:")).toBe(true);
    expect(exclude("far_more:", "far_more:")).toBe(false);
    expect(exclude("exact:26", "tens:")).toBe(false);
    expect(exclude("far_more:", "tens:")).toBe(false);
  });
});
