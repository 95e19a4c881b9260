import { Column, getTableName, is, noopDecoder, SQL, Subquery, type AnyColumn } from "drizzle-orm";

/** A selected field as the query builder keeps it: where it stands in the object that a row becomes, and what it is. */
export type Field = { path: string[]; field: unknown };
export type Raw = readonly unknown[];
type Plain = Record<string, unknown>;
type Decoder = { mapFromDriverValue: (value: unknown) => unknown };
/** Which tables of a join are there in every row. */
type Always = Record<string, boolean> | undefined;

/** A value of the row; `decoder` is null where what the driver gives is what the schema says. */
type Value = { key: string; at: number; decoder: Decoder | null };
/** An object in the row, such as one table of a join. `table` is that of its first column: where this is null and the join may find nothing, the whole is. */
type Part = { key: string; values: Value[]; first: number; table: string | null };

/**
 * What makes objects of the rows of a query as `mapResultRow` of drizzle-orm 0.45 does. That asks of each value of each row what kind of field
 * it comes from, which takes longer than SQLite takes for the rows; this asks once for a query. Undefined for fields deeper than one object.
 */
export function rowMapping(fields: readonly Field[]): ((rows: readonly Raw[], always: Always) => Plain[]) | undefined {
  if (fields.some(({ path }) => path.length > 2)) return undefined;
  const slots = slotsOf(fields);
  return (rows, always) => {
    const optional = slots.map((slot) => "values" in slot && slot.table !== null && always !== undefined && !always[slot.table]);
    return rows.map((row) => {
      const made: Plain = {};
      for (let which = 0; which < slots.length; which++) {
        const slot = slots[which] as Value | Part;
        made[slot.key] = !("values" in slot) ? valueOf(row, slot) : optional[which] && row[slot.first] === null ? null : objectOf(row, slot.values);
      }
      return made;
    });
  };
}

/** Values and objects in the order in which they were asked for. */
function slotsOf(fields: readonly Field[]): (Value | Part)[] {
  const slots: (Value | Part)[] = [];
  const parts = new Map<string, Part & { of: Set<string> }>();
  for (const [at, { path, field }] of fields.entries()) {
    const [key = "", within] = path;
    const decoder = decoderOf(field);
    if (within === undefined) {
      slots.push({ key, at, decoder });
      continue;
    }
    const part = parts.get(key) ?? { key, values: [], first: at, table: null, of: new Set() };
    if (!parts.has(key)) slots.push(part);
    parts.set(key, part);
    part.values.push({ key: within, at, decoder });
    if (!is(field, Column)) continue;
    if (part.of.size === 0) part.first = at;
    part.of.add(getTableName(field.table));
    // An object of columns of several tables is none that a join could miss.
    part.table = part.of.size === 1 ? getTableName(field.table) : null;
  }
  return slots;
}

function decoderOf(field: unknown): Decoder | null {
  const decoder = is(field, Column) ? (field as AnyColumn as Decoder) : (is(field, SQL) ? internals(field) : is(field, Subquery) ? internals(field._.sql) : internals((field as SQL.Aliased).sql)).decoder;
  return decoder === noopDecoder || decoder.mapFromDriverValue === asItIs ? null : decoder;
}

const asItIs = Object.getOwnPropertyDescriptor(Column.prototype, "mapFromDriverValue")?.value as unknown;
const internals = (sql: SQL): { decoder: Decoder } => sql as unknown as { decoder: Decoder };

const valueOf = (row: Raw, { at, decoder }: Value): unknown => (row[at] === null ? null : decoder === null ? row[at] : decoder.mapFromDriverValue(row[at]));

function objectOf(row: Raw, values: readonly Value[]): Plain {
  const made: Plain = {};
  for (const value of values) made[value.key] = valueOf(row, value);
  return made;
}
