import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { dateText, dayMs, two } from "@/lib/model/civil";
import { stretchAt } from "@/lib/model/zone-clock";
import { unguardCell } from "./csv-safe";
import { instant, outSchemas, type OutKind, type OutRecords } from "./out-schema";

/** A cell before it is written: text (whoever writes it guards it), or a number or truth that a sheet may hold as such. "" where nothing is told. */
export type OutCell = string | number | boolean;

type CellKind = "text" | "number" | "instant" | "truth" | "list" | "json";

/** One column: its key is the way to the fact in the JSON record, such as `person.displayName` or `heldAt.nameRu`. */
export type OutColumn = { key: string; path: readonly string[]; kind: CellKind; nullable: boolean };

type Plain = Record<string, unknown>;
type Def = { type: string; innerType?: z.ZodType; element?: z.ZodType };
const defOf = (schema: unknown): Def => (schema as { def: Def }).def;

const known = new Map<OutKind, readonly OutColumn[]>();

/** The columns of a kind of record, in order, read from its schema: objects are taken apart, lists of words are joined, lists of objects are JSON. */
export function outColumns(what: OutKind): readonly OutColumn[] {
  const found = known.get(what) ?? columnsOf(outSchemas[what], []);
  known.set(what, found);
  return found;
}

function columnsOf(schema: z.ZodType, path: string[], nullable = false): OutColumn[] {
  const { type, innerType, element } = defOf(schema);
  if (type === "nullable" && innerType) return columnsOf(innerType, path, true);
  if (type === "object") return Object.entries((schema as z.ZodObject).shape).flatMap(([name, part]) => columnsOf(part as unknown as z.ZodType, [...path, name], nullable));
  const kind: CellKind = schema === instant ? "instant" : type === "number" ? "number" : type === "boolean" ? "truth" : type !== "array" ? "text" : element && defOf(element).type === "object" ? "json" : "list";
  return [{ key: path.join("."), path, kind, nullable }];
}

const MINUTE_MS = 60_000;

/** Between the words of a list; none of them holds one. */
const BAR = "|";

/** The cells of one record, in the order of its columns. */
export function outCells<K extends OutKind>(what: K, record: OutRecords[K]): OutCell[] {
  const zone = (record as { zone?: string }).zone ?? "UTC";
  return outColumns(what).map(({ path, kind }) => cellOf(valueAt(record, path), kind, zone));
}

export function valueAt(record: unknown, path: readonly string[]): unknown {
  let at = record;
  for (const part of path) at = at === null || at === undefined ? null : (at as Plain)[part];
  return at;
}

function cellOf(value: unknown, kind: CellKind, zone: string): OutCell {
  if (value === null || value === undefined) return "";
  if (kind === "number" || kind === "truth") return value as number | boolean;
  if (kind === "instant") return isoOf(value as number, zone);
  if (kind === "list") return (value as string[]).join(BAR);
  if (kind === "json") return (value as unknown[]).length === 0 ? "" : JSON.stringify(value);
  return value as string;
}

/** An instant as ISO 8601 with the offset of the zone, seconds only where there are any. */
function isoOf(at: number, zone: string): string {
  const { written, suffix } = stretchAt(at, zone);
  const wall = at + written;
  const day = Math.floor(wall / dayMs);
  const [minutes, rest] = [Math.floor((wall - day * dayMs) / MINUTE_MS), at - Math.floor(at / MINUTE_MS) * MINUTE_MS];
  const seconds = rest === 0 ? "" : `:${two(Math.floor(rest / 1000))}.${String(rest % 1000).padStart(3, "0")}`;
  return `${dateText(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${seconds}${suffix}`;
}

/** The record behind a row of cells with these keys; columns that the schema does not know, such as words in a language, are passed over. Throws a ZodError where it is none. */
export function readOutCells<K extends OutKind>(what: K, keys: readonly string[], cells: readonly string[]): OutRecords[K] {
  const at = new Map(keys.map((key, position) => [key, unguardCell(cells[position] ?? "")]));
  const record = nested(outSchemas[what], [], at);
  return outSchemas[what].parse(record) as OutRecords[K];
}

function nested(schema: z.ZodType, path: string[], cells: ReadonlyMap<string, string>, nullable = false): unknown {
  const { type, innerType, element } = defOf(schema);
  if (type === "nullable" && innerType) return nested(innerType, path, cells, true);
  if (type === "object") {
    const below = `${path.join(".")}.`;
    if (nullable && [...cells].every(([key, cell]) => !key.startsWith(below) || cell === "")) return null;
    return Object.fromEntries(Object.entries((schema as z.ZodObject).shape).map(([name, part]) => [name, nested(part as unknown as z.ZodType, [...path, name], cells)]));
  }
  const cell = cells.get(path.join(".")) ?? "";
  if (type === "array") return cell === "" ? [] : element && defOf(element).type === "object" ? JSON.parse(cell) : cell.split(BAR);
  if (cell === "" && nullable) return null;
  if (schema === instant) return Temporal.Instant.from(cell).epochMilliseconds;
  if (type === "number") return Number(cell);
  return type === "boolean" ? cell.toLowerCase() === "true" : cell;
}

/** The facts of a kind of record as a person counts them: a place or an institution is one, a person is each of its own. */
export const outFacts = (what: OutKind): string[][] =>
  Object.entries(outSchemas[what].shape).flatMap(([name, part]) => (name === "person" ? Object.keys((part as z.ZodObject).shape).map((each) => [name, each]) : [[name]]));
