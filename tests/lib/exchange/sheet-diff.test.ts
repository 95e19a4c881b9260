import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, compareCell, decidedCell, matchRows, type SheetRow, type ThreeWay } from "@/lib/exchange/sheet-diff";

const value = fc.constantFrom("", "a", "b", "c");
const cell: fc.Arbitrary<ThreeWay> = fc.record({ base: value, now: value, mine: value });
const choice = fc.constantFrom<"sheet" | "record" | undefined>("sheet", "record", undefined);

describe("three readings of a cell", () => {
  it("never take away silently what somebody else wrote meanwhile", () => {
    fc.assert(
      fc.property(cell, choice, (three, chosen) => {
        const decided = decidedCell(three, chosen);
        const othersWrote = three.now !== three.base;
        if (othersWrote && decided !== three.now) expect(decided === undefined || chosen === "sheet").toBe(true);
      }),
    );
  });

  it("leave a record as it is unless the sheet was changed, and never make up a value", () => {
    fc.assert(
      fc.property(cell, choice, (three, chosen) => {
        const decided = decidedCell(three, chosen);
        if (three.mine === three.base) expect(decided).toBe(three.now);
        expect([three.now, three.mine, undefined]).toContain(decided);
      }),
    );
  });

  it("wait for a person exactly where both sides changed to different values", () => {
    fc.assert(
      fc.property(cell, (three) => {
        const both = three.mine !== three.base && three.now !== three.base && three.mine !== three.now;
        expect(compareCell(three) === "conflict").toBe(both);
        expect(decidedCell(three, undefined) === undefined).toBe(both);
      }),
    );
  });

  it("take what only the sheet changed, and come to rest: the same sheet brought back again changes nothing that was taken", () => {
    fc.assert(
      fc.property(cell, choice, (three, chosen) => {
        if (three.now === three.base && chosen !== "record") expect(decidedCell(three, chosen)).toBe(three.mine);
        const decided = decidedCell(three, chosen);
        if (decided !== undefined && decided === three.mine) expect(decidedCell({ ...three, now: decided }, undefined)).toBe(decided);
      }),
    );
  });

  it("do not depend on which side is called which, but for whom the question is put to", () => {
    fc.assert(
      fc.property(cell, ({ base, now, mine }) => {
        const [here, there] = [compareCell({ base, now, mine }), compareCell({ base, now: mine, mine: now })];
        expect(here === "conflict").toBe(there === "conflict");
        if (here === "agreed" && now !== base) expect(there).toBe("agreed");
      }),
    );
  });
});

describe("the rows of a sheet", () => {
  const ids = ["one", "two", "three", "four"];
  const row = fc.record({ row: fc.nat(1000), sheet: fc.constantFrom("mine", "other", ""), id: fc.constantFrom(...ids, "unknown", ""), cells: fc.record({ a: fc.constantFrom("", " ", "x") }) });

  it("are each told once, and every record comes back or is said to be missing", () => {
    fc.assert(
      fc.property(fc.array(row), (given) => {
        const rows: SheetRow[] = given.map((each, at) => ({ ...each, row: at + 2 }));
        const { matched, added, foreign, twice, missing } = matchRows("mine", ids, rows);
        const empty = rows.filter((each) => each.id === "" && each.sheet === "" && each.cells["a"]?.trim() === "");
        expect([...matched.map((each) => each.row), ...added, ...foreign, ...twice, ...empty.map((each) => each.row)].sort((a, b) => a - b)).toEqual(rows.map((each) => each.row));
        expect([...matched.map(({ id }) => id), ...missing].sort()).toEqual([...ids].sort());
        expect(matched.every((each) => each.sheet === "mine")).toBe(true);
      }),
    );
  });

  it("are read past what spreadsheets do to a text", () => {
    expect(cellText(" a\r\nb_x000D_\nc\r ")).toBe("a\nb\nc");
    expect(cellText("е\u0308")).toBe("ё");
  });
});
