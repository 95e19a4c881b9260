/** Fewer people than this in a cell could be recognised; whatever leaves the house does not show them. */
export const SMALLEST_SHOWN = 5;

/** A figure for everybody, told in steps: 13 is "10 and more". Else two documents subtracted from each other would tell of the one who came between. */
export const inSteps = (count: number): number => count - (count % SMALLEST_SHOWN);

export type WithheldList = { parts: (number | null)[]; total: number | null };
export type WithheldTable = { cells: (number | null)[][]; rowTotals: (number | null)[]; columnTotals: (number | null)[]; total: number | null };

/** Whether a figure is of so few people; of nobody, or of a number not known, it is not. */
export const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < SMALLEST_SHOWN;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * Counts that add up to a total, with null for what is withheld: everything from one to four, and of the rest so many of the smallest that what is
 * withheld together is not small either and none of it can be worked out from the total. A total is withheld only where it is small itself.
 */
export function withholdInList(parts: readonly number[]): WithheldList {
  const total = sum(parts);
  if (isSmall(total)) return { parts: parts.map((part) => (part === 0 ? 0 : null)), total: null };
  const hidden = new Set(parts.flatMap((part, at) => (isSmall(part) ? [at] : [])));
  const others = parts.map((part, at) => ({ part, at })).filter(({ part }) => part >= SMALLEST_SHOWN).sort((a, b) => a.part - b.part);
  const together = () => sum(parts.filter((_, at) => hidden.has(at)));
  while (hidden.size === 1 || (hidden.size > 0 && together() < SMALLEST_SHOWN)) {
    const next = others.shift();
    if (next === undefined) break;
    hidden.add(next.at);
  }
  return { parts: parts.map((part, at) => (hidden.has(at) ? null : part)), total };
}

/**
 * The same where some of each part (`known`) are told one by one beside it: then it must not be small either how many the others are. What is
 * withheld for the one or for the other stays safe for both, because withholding more never makes a withheld number easier to find.
 */
export function withholdBeside(parts: readonly number[], known: readonly number[]): WithheldList {
  const [all, others] = [withholdInList(parts), withholdInList(parts.map((part, at) => part - (known[at] ?? 0)))];
  return { parts: all.parts.map((part, at) => (others.parts[at] === null ? null : part)), total: others.total === null ? null : all.total };
}

/**
 * The same for rows and columns with all their totals. What is withheld stays unknown even to somebody who knows this rule and does the sums:
 * every withheld cell can still be more than one number when the rows and columns are added up.
 */
export function withholdInTable(cells: readonly (readonly number[])[]): WithheldTable {
  const grid = withTotals(cells);
  const [lastRow, lastColumn] = [cells.length, cells[0]?.length ?? 0];
  const hidden = grid.map((row) => row.map(isSmall));
  for (let at = exposed(grid, hidden); at !== undefined; at = exposed(grid, hidden)) {
    const [row, column] = nextToHide(grid, hidden, at) ?? at;
    if (hidden[row]?.[column] !== false) break;
    hidden[row][column] = true;
  }
  const shown = grid.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
  return {
    cells: shown.slice(0, lastRow).map((row) => row.slice(0, lastColumn)),
    rowTotals: shown.slice(0, lastRow).map((row) => row[lastColumn] ?? null),
    columnTotals: shown[lastRow]?.slice(0, lastColumn) ?? [],
    total: shown[lastRow]?.[lastColumn] ?? null,
  };
}

/** The same as `withholdBeside` for a table. */
export function withholdTableBeside(cells: readonly (readonly number[])[], known: readonly (readonly number[])[]): WithheldTable {
  const [all, others] = [withholdInTable(cells), withholdInTable(cells.map((row, r) => row.map((count, c) => count - (known[r]?.[c] ?? 0))))];
  const both = (one: readonly (number | null)[], other: readonly (number | null)[]) => one.map((count, at) => (other[at] === null ? null : count));
  return {
    cells: all.cells.map((row, at) => both(row, others.cells[at] ?? [])),
    rowTotals: both(all.rowTotals, others.rowTotals),
    columnTotals: both(all.columnTotals, others.columnTotals),
    total: others.total === null ? null : all.total,
  };
}

type Grid = readonly (readonly number[])[];
type Hidden = boolean[][];
type At = readonly [row: number, column: number];

function withTotals(cells: Grid): Grid {
  const rows = cells.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

const everywhere = (grid: Grid): At[] => grid.flatMap((row, r) => row.map((_, c) => [r, c] as const));

/** A withheld cell that could be worked out, or one of a row or column whose withheld parts are together too few. */
function exposed(grid: Grid, hidden: Hidden): At | undefined {
  const withheld = everywhere(grid).filter(([r, c]) => hidden[r]?.[c]);
  return withheld.find((at) => !canDiffer(grid, hidden, at)) ?? withheld.find((at) => isSmallTogether(grid, hidden, at));
}

function isSmallTogether(grid: Grid, hidden: Hidden, [row, column]: At): boolean {
  const [lastRow, lastColumn] = [grid.length - 1, (grid[0]?.length ?? 1) - 1];
  const remainder = (parts: At[]) => sum(parts.filter(([r, c]) => hidden[r]?.[c]).map(([r, c]) => grid[r]?.[c] ?? 0));
  const inRow = column < lastColumn && !hidden[row]?.[lastColumn] && isSmall(remainder(Array.from({ length: lastColumn }, (_, c) => [row, c])));
  return inRow || (row < lastRow && !hidden[lastRow]?.[column] && isSmall(remainder(Array.from({ length: lastRow }, (_, r) => [r, column]))));
}

/**
 * What is withheld next: the smallest count that makes the cell safe by itself, else the smallest of its row or column; totals only where nothing
 * else is left. The total of everything need never be withheld unless it is small: two counts that add up to five or more can always differ.
 */
function nextToHide(grid: Grid, hidden: Hidden, at: At): At | undefined {
  const [row, column] = at;
  const [lastRow, lastColumn] = [grid.length - 1, (grid[0]?.length ?? 1) - 1];
  const count = ([r, c]: At) => grid[r]?.[c] ?? 0;
  const totals = ([r, c]: At) => Number(r === lastRow) + Number(c === lastColumn);
  const open = everywhere(grid).filter((one) => !hidden[one[0]]?.[one[1]] && count(one) > 0 && totals(one) < 2).sort((a, b) => totals(a) - totals(b) || count(a) - count(b));
  const near = open.filter(([r, c]) => r === row || c === column);
  const enough = canDiffer(grid, hidden, at) ? undefined : open.find((one) => canDiffer(grid, alsoHidden(hidden, one), at));
  const [nearest = open[0]] = near;
  return enough && nearest && totals(enough) <= totals(nearest) ? enough : nearest;
}

const alsoHidden = (hidden: Hidden, [row, column]: At): Hidden => hidden.map((cells, r) => (r === row ? cells.map((cell, c) => cell || c === column) : cells));

/**
 * Whether a withheld cell could hold another number although every row and column still adds up and every withheld cell is one or more: whether
 * a circle of withheld cells leads through it, by turns one more and one less. A total counts the other way round than its parts.
 */
function canDiffer(grid: Grid, hidden: Hidden, at: At): boolean {
  return ([1, -1] as const).some((step) => mayMove(grid, at, step) && hasCircle(grid, hidden, at, step));
}

/** Whether a cell can be one more or one less in the sense of its row and column. */
function mayMove(grid: Grid, [row, column]: At, step: 1 | -1): boolean {
  const isPart = (row === grid.length - 1) === (column === (grid[0]?.length ?? 1) - 1);
  return (isPart ? step : -step) > 0 || (grid[row]?.[column] ?? 0) > 1;
}

function hasCircle(grid: Grid, hidden: Hidden, [row, column]: At, step: 1 | -1): boolean {
  const [rows, columns] = [new Set<number>(), new Set([column])];
  const waiting = [column];
  for (let c = waiting.pop(); c !== undefined; c = waiting.pop()) {
    for (const r of grid.keys()) {
      if (rows.has(r) || !hidden[r]?.[c] || (r === row && c === column) || !mayMove(grid, [r, c], step === 1 ? -1 : 1)) continue;
      if (r === row) return true;
      rows.add(r);
      for (const next of grid[r]?.keys() ?? []) {
        if (columns.has(next) || !hidden[r]?.[next] || !mayMove(grid, [r, next], step)) continue;
        columns.add(next);
        waiting.push(next);
      }
    }
  }
  return false;
}
