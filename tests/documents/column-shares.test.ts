import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnShares } from "@/lib/documents/column-shares";

const cell = fc.array(fc.stringMatching(/^[а-яөүқa-z0-9]{1,20}$/u), { maxLength: 4 }).map((words) => words.join(" "));

describe("the columns of a table", () => {
  it("keep their shares where every word has room", () => {
    expect(columnShares([{ label: "Кім", share: 3 }, { label: "Саны" }], [["Адам", "7"]])).toEqual([0.75, 0.25]);
  });

  it("give way to the longest word of another", () => {
    const columns = ["Орган", "Что это", "Сообщений", "Подкреплены", "Отрицают", "Без ответа", "Жалоб"].map((label, at) => ({ label, share: at === 0 ? 5 : 1 }));
    const shares = columnShares(columns, [["Полиция", "административный", "1", "1", "0", "0", "0"]]);
    // Sixteen letters of 7.5 points of some 0.62 of their size each.
    expect(shares[1]).toBeGreaterThan((16 * 0.62 * 7.5) / 503);
    expect(shares[0]).toBeLessThan(5 / 11);
  });

  it("add up to the page, and all of them to something, whatever stands in them", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ label: cell, share: fc.double({ min: 0.5, max: 5, noNaN: true }) }), { minLength: 1, maxLength: 9 }), fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 5 }), (columns, rows) => {
        const shares = columnShares(columns, rows);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
