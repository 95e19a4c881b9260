import { dateWord, datePhrases, foldDateLetters, type DateWord } from "./uncertain-date-words";

/** A piece of a typed date. `dotted` is `16.00` or `24.02`: only its neighbours tell whether it is a time or a day. */
export type DateToken =
  | { kind: "date"; year: number | undefined; month: number; day: number | undefined }
  | { kind: "dotted"; first: number; second: number }
  | { kind: "time"; hour: number; minute: number }
  | { kind: "number"; value: number; digits: number }
  | DateWord;

const patterns: readonly (readonly [RegExp, (match: string[]) => DateToken | null])[] = [
  [/\s+|[,.;:()'"«»’]/y, () => null],
  [/(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y, (m) => ({ kind: "date", year: int(m[1]), month: int(m[3]), day: int(m[4]) })],
  [/(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y, (m) => ({ kind: "date", year: fullYear(m[4]), month: int(m[3]), day: int(m[1]) })],
  [/(\d{4})[-./](\d{1,2})(?!\d)/y, (m) => ({ kind: "date", year: int(m[1]), month: int(m[2]), day: undefined })],
  [/(\d{1,2})[./](\d{4})(?!\d)/y, (m) => ({ kind: "date", year: int(m[2]), month: int(m[1]), day: undefined })],
  [/(\d{1,2}):(\d{2})(?::[0-5]\d)?(?!\d)/y, (m) => ({ kind: "time", hour: int(m[1]), minute: int(m[2]) })],
  [/(\d{1,2})\.(\d{1,2})(?!\d)/y, (m) => ({ kind: "dotted", first: int(m[1]), second: int(m[2]) })],
  [/(\d{1,2})\/(\d{1,2})(?!\d)/y, (m) => ({ kind: "date", year: undefined, month: int(m[2]), day: int(m[1]) })],
  [/\d{1,4}(?!\d)/y, (m) => ({ kind: "number", value: int(m[0]), digits: (m[0] ?? "").length })],
  [/[~≈]/y, () => ({ kind: "mark", mark: "about" })],
  [/@/y, () => ({ kind: "mark", mark: "at" })],
  [/[-/]/y, () => ({ kind: "mark", mark: "to" })],
  [/[<≤]/y, () => ({ kind: "mark", mark: "notAfter" })],
  [/[>≥]/y, () => ({ kind: "mark", mark: "notBefore" })],
];

/** "В 14-30", "22.11.2026 14-30": no day and no hour is called so, and "14-15" may be two hours. */
const minutesAfterDash = /((?<!\p{L})(?:в|во|at|сагат)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}) (\d{1,2})-(00|2[5-9]|[3-5]\d)(?![\d./-])/gu;

/** Cuts a typed date into tokens; null when any piece of it is not understood. */
export function dateTokens(normalised: string): DateToken[] | null {
  let text = foldDateLetters(normalised);
  for (const [phrase, mark] of datePhrases) text = text.replace(phrase, mark);
  text = text
    .replace(/(\d) ?-(?:го|му|е|ое|ого|ое|й|я|ши|шы|сы|си|ы|и|да|де|та|те|га|ге|ка|ке|дан|ден|тан|тен|нан|нен)(?!\p{L})/gu, "$1 ")
    .replace(/(?<![\d:./])(\d{1,2})-(?=\p{L})/gu, "$1 ")
    .replace(/(?<=\p{L})-(?=\d{4}(?!\d))/gu, " ")
    .replace(/(?<!\p{L})(early|mid|late)-/gu, "$1 ")
    .replace(minutesAfterDash, "$1 $2:$3")
    .replace(/(?<=\d)t(?=\d)/g, " ");
  const tokens: DateToken[] = [];
  let position = 0;
  while (position < text.length) {
    const piece = nextToken(text, position);
    if (piece === null) return null;
    position = piece.end;
    if (piece.token !== null && !(piece.token.kind === "mark" && piece.token.mark === "filler")) tokens.push(piece.token);
  }
  return tokens;
}

function nextToken(text: string, position: number): { token: DateToken | null; end: number } | null {
  for (const [pattern, make] of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null) return { token: make([...match]), end: pattern.lastIndex };
  }
  const letters = /\p{L}+/uy;
  letters.lastIndex = position;
  const found = letters.exec(text);
  const token = found === null ? undefined : dateWord(found[0]);
  return token === undefined ? null : { token, end: letters.lastIndex };
}

function int(digits: string | undefined): number {
  return Number(digits);
}

function fullYear(digits: string | undefined): number {
  return digits?.length === 2 ? 2000 + Number(digits) : Number(digits);
}
