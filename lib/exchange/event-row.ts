import type { z } from "zod";
import type { EventMapping } from "@/lib/model/event-import";
import type { ImportTarget } from "@/lib/model/import-kind";
import type { Field, InputContext } from "@/lib/model/fields";
import { knownText } from "./cells";
import { lookupOf } from "./mapping-lookup";
import type { CsvRow } from "./csv-read";
import type { Finding } from "./event-plan";

export type Cell = { at: number; cell: string };

/** One row while it is read: its cells by what they hold, and what is found wrong, doubtful or worth a note on the way. */
export type RowReading = {
  mapping: EventMapping;
  context: InputContext;
  problems: Finding[];
  doubts: Finding[];
  /** What no field of an event holds, word for word. */
  notes: string[];
  all: (target: ImportTarget) => Cell[];
  /** The cell of a target that has one column at most. */
  only: (target: ImportTarget) => Cell | undefined;
  /** A text through the field that will hold it; a problem where the field refuses it. */
  kept: (text: string, field: Field<string>, column: number | null) => string;
  /** A cell word for word under its heading, for the note. */
  note: (at: number, text: string) => void;
};

export function readingOf({ cells }: CsvRow, mapping: EventMapping, context: InputContext): RowReading {
  const problems: Finding[] = [];
  const notes: string[] = [];
  const { columns } = lookupOf(mapping);
  const cellAt = (at: number): Cell => ({ at, cell: cells[at] ?? "" });
  return {
    mapping,
    context,
    problems,
    doubts: [],
    notes,
    all: (target) => columns.get(target)?.map(cellAt) ?? [],
    only(target) {
      const at = columns.get(target)?.[0];
      return at === undefined ? undefined : cellAt(at);
    },
    kept(text, field, column) {
      const read = schemaOf(field, context).safeParse(text);
      if (read.success) return read.data;
      problems.push(findingOf(read.error, column));
      return "";
    },
    note: (at, text) => void notes.push(`${mapping.headings[at] ?? ""}: ${text}`),
  };
}

/** Building a schema costs more than using it, and a file uses the same few for every row. */
const built = new WeakMap<InputContext, WeakMap<Field<string>, z.ZodType<string>>>();

function schemaOf(field: Field<string>, context: InputContext): z.ZodType<string> {
  let known = built.get(context);
  if (known === undefined) built.set(context, (known = new WeakMap()));
  let schema = known.get(field);
  if (schema === undefined) known.set(field, (schema = field.schema(context)));
  return schema;
}

/** The only cell of a target in one line, empty where it says that nothing is known. */
export const wordOf = (cell: Cell | undefined): string => inOneLine(knownText(cell?.cell ?? ""));

/** Every run of white space as one space. The pattern passes over what is a single space already. */
export const inOneLine = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, " ");

/** A value as a finding quotes it. */
export const quoted = (value: string): Record<string, string> => ({ value: value.length > 60 ? `${value.slice(0, 59)}…` : value });

/** A complaint of a field's own schema as a finding. */
export function findingOf(error: z.ZodError, column: number | null): Finding {
  const [issue] = error.issues;
  const params = issue?.code === "custom" ? (issue.params as Record<string, string | number> | undefined) : undefined;
  const code = issue && /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : "unreadable";
  return { code, column, ...(params ? { params } : {}) };
}
