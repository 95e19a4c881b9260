import type { Separator } from "@/lib/model/event-import";

const UNKNOWN = new Set(["-", "--", "—", "–", "?", "??", "n/a", "na", "n.a.", "none", "null", "unknown", "not known", "no data", "нет", "н/д", "нет данных", "неизвестно", "не известно", "не указано", "белгісіз", "жоқ", "мәлімет жоқ", "деректер жоқ"]);

const LONGEST_UNKNOWN = Math.max(...[...UNKNOWN].map(({ length }) => length));

/** The text of a cell, empty where it only says that nothing is known. */
export function knownText(cell: string): string {
  const text = cell.normalize("NFC").trim();
  return text.length <= LONGEST_UNKNOWN && UNKNOWN.has(text.toLowerCase()) ? "" : text;
}

const opening = "«„“(\"";
const closing = "»“”)\"";

/** The things in one cell, trimmed, in their order; what stands in quotes or brackets is not taken apart. */
export function splitCell(cell: string, separator: Separator): string[] {
  if (separator === "none") return [knownText(cell)].filter(Boolean);
  const parts: string[] = [""];
  let until: string | undefined;
  const signs = [...cell];
  const last = new Map(signs.map((sign, at) => [sign, at]));
  // A quote that nobody closes is a letter like any other.
  const closesLater = (sign: string, at: number) => (last.get(closing[opening.indexOf(sign)] ?? "") ?? -1) > at;
  signs.forEach((sign, at) => {
    if (until === undefined && separates(sign, signs[at + 1], separator)) {
      parts.push("");
      return;
    }
    if (sign === until) until = undefined;
    else if (until === undefined && opening.includes(sign) && closesLater(sign, at)) until = closing[opening.indexOf(sign)];
    parts[parts.length - 1] += sign;
  });
  return parts.map(knownText).filter(Boolean);
}

function separates(sign: string, next: string | undefined, separator: Separator): boolean {
  if (separator === "comma") return sign === ",";
  if (separator === "tight_comma") return sign === "," && next !== undefined && !/\s/.test(next);
  if (separator === "semicolon") return sign === ";";
  if (separator === "bar") return sign === "|";
  return sign === "\n" || sign === "\r";
}

/** The separator that the cells of a column speak for. */
export function guessSeparator(cells: readonly string[]): Separator {
  const some = (pattern: RegExp) => cells.some((cell) => pattern.test(cell));
  if (some(/\n/)) return "line";
  if (some(/;/)) return "semicolon";
  if (some(/\|/)) return "bar";
  if (some(/,[^\s\d]/)) return "tight_comma";
  return some(/,/) ? "comma" : "none";
}

/** The web addresses in a cell, whatever stands between them; an address may hold commas. `rest` is what is none. */
export function addressesIn(cell: string): { addresses: string[]; rest: string[] } {
  const words = knownText(cell).split(/\s+/).flatMap((word) => word.split(/[,;|](?=https?:\/\/)/i));
  const parts = words.map((word) => word.replace(/^[,;|]+/, "").replace(/(?<![,;|])[,;|]+$/, "")).filter(Boolean);
  const isAddress = (part: string) => /^https?:\/\/[^\s<>"]+$/i.test(part);
  return { addresses: [...new Set(parts.filter(isAddress))], rest: parts.filter((part) => !isAddress(part)) };
}
