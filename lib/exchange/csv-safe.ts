/**
 * What a spreadsheet may run as a formula (OWASP, "CSV Injection"): = + - @ | % and their full-width forms, also
 * after blanks, a byte-order mark or control characters, and any cell with a tab or a return in its blank beginning.
 */
const runs = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠％]|[\s\p{Cc}\p{Cf}]*?[\t\r])/u;

/** Most cells begin with a letter or a digit of the scripts that we meet most, and run nowhere. */
const harmless = /^[0-9A-Za-z\u0400-\u052F]/;

/** Puts `'` before a cell that a spreadsheet might run, or that would look as if we had; other cells stay as they are. */
export function guardCell(cell: string): string {
  return cell !== "" && !harmless.test(cell) && runs.test(cell) ? `'${cell}` : cell;
}

/** The exact inverse: `unguardCell(guardCell(x)) === x` for every string. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell;
}
