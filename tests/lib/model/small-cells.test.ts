import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inSteps, SMALLEST_SHOWN, withholdBeside, withholdInList, withholdInTable, withholdTableBeside, type WithheldTable } from "@/lib/model/small-cells";

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
const list = fc.array(count, { minLength: 1, maxLength: 7 });
const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

type Line = { parts: (number | null)[]; total: number | null };
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** Every row and column as it is published, the two of totals among them. */
const linesOf = ({ cells, rowTotals, columnTotals, total }: WithheldTable): Line[] => [
  ...cells.map((parts, row) => ({ parts, total: rowTotals[row] ?? null })),
  ...columnTotals.map((of, column) => ({ parts: cells.map((row) => row[column] ?? null), total: of })),
  { parts: rowTotals, total },
  { parts: columnTotals, total },
];

/** The cells of a table with its totals, row by row, and as one equation each what adds up to zero. */
function equations(rows: number, columns: number): { size: number; lines: { cell: number; times: 1 | -1 }[][] } {
  const cell = (row: number, column: number) => row * (columns + 1) + column;
  const across = Array.from({ length: rows + 1 }, (_, row) => Array.from({ length: columns + 1 }, (_each, column) => ({ cell: cell(row, column), times: column === columns ? (-1 as const) : (1 as const) })));
  const down = Array.from({ length: columns + 1 }, (_, column) => Array.from({ length: rows + 1 }, (_each, row) => ({ cell: cell(row, column), times: row === rows ? (-1 as const) : (1 as const) })));
  return { size: (rows + 1) * (columns + 1), lines: [...across, ...down] };
}

/** The cells whose numbers follow from the equations, by elimination over fractions. */
function workedOut(hidden: readonly number[], rows: number, columns: number): number[] {
  const matrix = equations(rows, columns).lines.map((line) => hidden.map((cell) => line.find((each) => each.cell === cell)?.times ?? 0) as number[]);
  let lead = 0;
  for (const column of hidden.keys()) {
    const pivot = matrix.findIndex((row, at) => at >= lead && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [matrix[lead], matrix[pivot]] = [matrix[pivot]!, matrix[lead]!];
    const by = matrix[lead]![column]!;
    matrix[lead] = matrix[lead]!.map((value) => value / by);
    for (const row of matrix.keys()) if (row !== lead) matrix[row] = matrix[row]!.map((value, at) => value - matrix[row]![column]! * matrix[lead]![at]!);
    lead++;
  }
  return matrix.flatMap((row) => {
    const left = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []));
    return left.length === 1 ? [hidden[left[0]!]!] : [];
  });
}

/** How many numbers each withheld cell can be, found by trying: every withheld cell is at least one and every line adds up. */
function possibleValues(given: readonly (number | null)[], rows: number, columns: number, most: number): Map<number, Set<number>> {
  const { lines } = equations(rows, columns);
  const inner = given.flatMap((value, at) => (value === null && Math.floor(at / (columns + 1)) < rows && at % (columns + 1) < columns ? [at] : []));
  const found = new Map(given.flatMap((value, at) => (value === null ? [[at, new Set<number>()] as const] : [])));
  const grid = given.map((value) => value ?? 0);
  const settle = () => {
    const full = [...grid];
    for (let row = 0; row < rows; row++) full[row * (columns + 1) + columns] = sum(full.slice(row * (columns + 1), row * (columns + 1) + columns));
    for (let column = 0; column <= columns; column++) full[rows * (columns + 1) + column] = sum(Array.from({ length: rows }, (_, row) => full[row * (columns + 1) + column]!));
    const fits = given.every((value, at) => (value === null ? full[at]! >= 1 : value === full[at]));
    if (fits) for (const [at, values] of found) values.add(full[at]!);
  };
  const tryAll = (next: number): void => {
    const at = inner[next];
    if (at === undefined) return settle();
    for (let value = 1; value <= most; value++) {
      grid[at] = value;
      tryAll(next + 1);
    }
  };
  expect(lines.length).toBe(rows + columns + 2);
  tryAll(0);
  return found;
}

const flat = ({ cells, rowTotals, columnTotals, total }: WithheldTable) => [...cells.flatMap((row, at) => [...row, rowTotals[at]!]), ...columnTotals, total];

describe("small counts that add up to a total", () => {
  test("take the next smallest along, so that the total does not tell them", () => {
    expect(withholdInList([3, 20, 7])).toEqual({ parts: [null, 20, null], total: 30 });
    expect(withholdInList([2, 1, 20, 0])).toEqual({ parts: [null, null, null, 0], total: 23 });
    expect(withholdInList([4, 4, 20])).toEqual({ parts: [null, null, 20], total: 28 });
    expect(withholdInList([2, 1])).toEqual({ parts: [null, null], total: null });
    expect(withholdInList([12, 0])).toEqual({ parts: [12, 0], total: 12 });
    expect(withholdInList([])).toEqual({ parts: [], total: 0 });
  });

  test("are never shown and never the only ones withheld", () => {
    fc.assert(
      fc.property(list, (given) => {
        const { parts, total } = withholdInList(given);
        for (const [at, shown] of parts.entries()) expect([null, given[at]]).toContain(shown);
        for (const shown of [...parts, total]) if (shown !== null && shown > 0) expect(shown).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
        const hidden = given.filter((_, at) => parts[at] === null);
        expect(total).toBe(sum(given) > 0 && sum(given) < SMALLEST_SHOWN ? null : sum(given));
        if (total !== null && hidden.length > 0) expect([hidden.length > 1, sum(hidden) >= SMALLEST_SHOWN]).toEqual([true, true]);
        if (given.every((one) => one === 0 || one >= SMALLEST_SHOWN)) expect(parts).toEqual(given);
        expect(hidden).not.toContain(0);
      }),
      { numRuns: 600 },
    );
  });
});

describe("small counts in rows and columns", () => {
  test("take others along in their row and their column", () => {
    expect(withholdInTable([[3, 20], [30, 40]])).toEqual({ cells: [[null, null], [null, null]], rowTotals: [23, 70], columnTotals: [33, 60], total: 93 });
    expect(withholdInTable([[10, 20], [30, 0]])).toEqual({ cells: [[10, 20], [30, 0]], rowTotals: [30, 30], columnTotals: [40, 20], total: 60 });
    expect(withholdInTable([[3, 0], [0, 50]]).cells[0]).toEqual([null, 0]);
  });

  test("are never shown, and what is shown is what was counted", () => {
    fc.assert(
      fc.property(table, (given) => {
        const shown = withholdInTable(given);
        const truth = [...given.flatMap((row) => [...row, sum(row)]), ...given[0]!.map((_, column) => sum(given.map((row) => row[column]!))), sum(given.flat())];
        for (const [at, value] of flat(shown).entries()) {
          expect([null, truth[at]]).toContain(value);
          if (value !== null && value > 0) expect(value).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
          if (truth[at] === 0) expect(value).toBe(0);
        }
        if (sum(given.flat()) >= SMALLEST_SHOWN) expect(shown.total).toBe(sum(given.flat()));
        if (truth.every((one) => one === 0 || one >= SMALLEST_SHOWN)) expect(flat(shown)).toEqual(truth);
      }),
      { numRuns: 400 },
    );
  });

  test("cannot be worked out from the totals of rows and columns, nor can a small remainder", () => {
    fc.assert(
      fc.property(table, (given) => {
        const shown = withholdInTable(given);
        const hidden = flat(shown).flatMap((value, at) => (value === null ? [at] : []));
        expect(workedOut(hidden, given.length, given[0]!.length)).toEqual([]);
        for (const { parts, total } of linesOf(shown)) {
          const rest = parts.filter((part) => part === null).length;
          if (total !== null && rest > 0) expect([rest > 1, total - sum(parts.map((part) => part ?? 0)) >= SMALLEST_SHOWN]).toEqual([true, true]);
        }
      }),
      { numRuns: 600 },
    );
  });

  test("can still be more than one number for somebody who knows the rule and tries them all", () => {
    const tiny = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })).chain(([rows, columns]) => fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
    fc.assert(
      fc.property(tiny, (given) => {
        const [rows, columns] = [given.length, given[0]!.length];
        for (const values of possibleValues(flat(withholdInTable(given)), rows, columns, 7).values()) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 100 },
    );
  });
});

const known = fc.tuple(list, fc.array(fc.nat(), { minLength: 7, maxLength: 7 })).map(([parts, some]) => ({ parts, known: parts.map((part, at) => (some[at] ?? 0) % (part + 1)) }));

describe("figures beside people who are told one by one", () => {
  test("leave no small number of others, in a part, in what is withheld, or in the total", () => {
    fc.assert(
      fc.property(known, ({ parts, known: named }) => {
        const shown = withholdBeside(parts, named);
        const others = parts.map((part, at) => part - (named[at] ?? 0));
        const isSmall = (number: number) => number > 0 && number < SMALLEST_SHOWN;
        for (const [at, part] of shown.parts.entries()) if (part !== null) expect([isSmall(part), isSmall(others[at] ?? 0)]).toEqual([false, false]);
        const withheld = shown.parts.flatMap((part, at) => (part === null ? [at] : []));
        if (shown.total === null) return;
        expect([isSmall(sum(parts)), isSmall(sum(others))]).toEqual([false, false]);
        expect([isSmall(sum(withheld.map((at) => parts[at] ?? 0))), isSmall(sum(withheld.map((at) => others[at] ?? 0)))]).toEqual([false, false]);
      }),
      { numRuns: 1000 },
    );
  });

  test("in a table are withheld wherever they would be by themselves", () => {
    fc.assert(
      fc.property(table, fc.nat(), (cells, seed) => {
        const named = cells.map((row, r) => row.map((count, c) => (seed * 31 + r * 7 + c) % (count + 1)));
        const shown = withholdTableBeside(cells, named);
        const [all, others] = [withholdInTable(cells), withholdInTable(cells.map((row, r) => row.map((count, c) => count - (named[r]?.[c] ?? 0))))];
        const flat = ({ cells: inner, rowTotals, columnTotals, total }: WithheldTable) => [...inner.flat(), ...rowTotals, ...columnTotals, total];
        const [one, two] = [flat(all), flat(others)];
        expect(flat(shown).map((count) => count === null)).toEqual(one.map((count, at) => count === null || two[at] === null));
      }),
      { numRuns: 300 },
    );
  });

  test("are told in steps that never say more than there are", () => {
    expect([0, 4, 5, 9, 10, 13, 14, 15].map(inSteps)).toEqual([0, 0, 5, 5, 10, 10, 10, 15]);
  });
});
