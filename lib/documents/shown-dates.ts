import { setImmediate as nextTurn } from "node:timers/promises";

/** Which parts of a date a cell shows where it does not show all: a spreadsheet makes the first of October of a typed “October 2019”, and this year’s date of a “25 October”. */
export type ShownPart = "year" | "year_month" | "no_year";
export type ShownParts = ReadonlyMap<number, ShownPart>;
type Dates = { parts: ShownParts; from1904: boolean };

const BUILT_IN: ReadonlyMap<number, string> = new Map([[16, "d-mmm"], [17, "mmm-yy"]]);
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((value) => value !== undefined) ?? "";
const plain = (text: string): string => text.replace(/&(quot|apos|amp|lt|gt);/g, (_whole, name: string) => ENTITIES[name] ?? "");

/** The styles of `xl/styles.xml`, by their number as cells name it, that show a part of a date only. */
export function shownParts(styles: string): ShownParts {
  const formats = new Map(BUILT_IN);
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) formats.set(Number(attribute(tag, "numFmtId")), plain(attribute(tag, "formatCode")));
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? "";
  const found = [...cells.matchAll(/<(?:\w+:)?xf[\s/>][^>]*>/g)].map(([tag]) => partOf(formats.get(Number(attribute(tag, "numFmtId"))) ?? ""));
  return new Map(found.flatMap((part, at) => (part ? [[at, part] as const] : [])));
}

/**
 * What a number format shows of a date (ECMA-376 part 1, 18.8.31): `m` beside hours or seconds is minutes, `ddd` and `dddd` are days of the week.
 * Nothing for whole dates, times and numbers.
 */
export function partOf(format: string): ShownPart | undefined {
  const elapsed = format.replace(/\[[hms]{1,2}\]/gi, "h");
  const bare = elapsed.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, " ").toLowerCase().replace(/am\/pm|a\/p/g, "").split(";")[0] ?? "";
  if (/[0#?%]|general/.test(bare)) return undefined;
  const tokens = bare.match(/y+|e+|m+|d+|h+|s+/g) ?? [];
  const isMonth = (at: number) => tokens[at]?.startsWith("m") === true && !tokens[at - 1]?.startsWith("h") && !tokens[at + 1]?.startsWith("s");
  const year = tokens.some((token) => /^[ye]/.test(token));
  const month = tokens.some((_token, at) => isMonth(at));
  const day = tokens.some((token) => /^d{1,2}$/.test(token));
  if (year && !day) return month ? "year_month" : "year";
  return !year && month ? "no_year" : undefined;
}

const DAY_MS = 86_400_000;
/** The day that is number nought: by the calendar of 1900 with its 29 February, and by that of old Macintosh files. */
const [EPOCH_1900, EPOCH_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** Whether a workbook counts its days from 1904, by its `xl/workbook.xml`. */
export const countsFrom1904 = (workbook: string): boolean => /<(?:\w+:)?workbookPr\s[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook);

const SLICE = 1_000_000;
const CELL = /<((?:\w+:)?)c(\s[^>]*)>((?:<(?:\w+:)?f[\s>][^<]*<\/(?:\w+:)?f>|<(?:\w+:)?f[^>]*\/>)?)\s*<(?:\w+:)?v>([^<]*)<\/(?:\w+:)?v>/g;

/** A sheet in which cells that show a part of a date hold that part as text: `2019-10`, `2019`, `25.10`. Others get their turn in between. */
export async function withShownParts(sheet: Buffer, dates: Dates): Promise<Buffer> {
  if (dates.parts.size === 0) return sheet;
  const made: Buffer[] = [];
  for (let from = 0; from < sheet.length; ) {
    // Cut behind a cell, so that none is seen in halves.
    const end = from + SLICE < sheet.length ? sheet.lastIndexOf("c>", from + SLICE) + 2 : sheet.length;
    const to = end > from + 2 ? end : sheet.length;
    made.push(Buffer.from(sheet.toString("latin1", from, to).replace(CELL, (whole, prefix: string, attributes: string, _formula: string, value: string) => shown(whole, prefix, attributes, value, dates)), "latin1"));
    from = to;
    await nextTurn();
  }
  return Buffer.concat(made);
}

function shown(whole: string, prefix: string, attributes: string, value: string, { parts, from1904 }: Dates): string {
  const part = parts.get(Number(attribute(attributes, "s") || "-1"));
  const type = attribute(attributes, "t");
  const serial = Number(value);
  if (!part || (type !== "" && type !== "n") || value.trim() === "" || !Number.isFinite(serial) || serial < 1) return whole;
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY_MS);
  if (Number.isNaN(date.getTime())) return whole;
  const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
  const text = part === "no_year" ? `${day}.${month}` : part === "year" ? year : `${year}-${month}`;
  return `<${prefix}c${attributes.replace(/\s(?:t|s)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")} t="str"><${prefix}v>${text}</${prefix}v>`;
}
