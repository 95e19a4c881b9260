import { outColumns, outCells, type OutCell, type OutColumn } from "./out-columns";
import type { OutKind, OutRecords } from "./out-schema";
import { remembering } from "./remembering";

/** The words that files of rows add for people, in one language. */
export type OutWords = {
  /** What a column is called, from the parts of its key. */
  column: (path: readonly string[]) => string;
  /** A value of a vocabulary; the value itself where it has no words. */
  label: (list: string, value: string) => string;
  term: (term: string) => string;
  /** What stands for a speaker who is not told. */
  keptSource: string;
};

const person = { "person.identification": "identifications", "person.sex": "sexes" };

const ofCases = { ...person, detentionKind: "detention_kinds", priority: "priorities", status: "custody_statuses", releaseKind: "release_kinds", term: "term", overKind: "over_kinds" };

/** Who says so: in words nobody ever says something without a speaker. */
const SPEAKER = "speaker";

/** The vocabulary of a column, `term` for a term. */
const lists: Record<OutKind, Record<string, string>> = {
  cases: ofCases,
  over_detention: ofCases,
  people: { identification: "identifications", sex: "sexes" },
  allegations: { attributedTo: SPEAKER, acts: "alleged_acts", victimScope: "victim_scopes", victimBound: "victim_bounds", medicalAttention: "medical_attentions", verification: "verifications", response: "authority_responses" },
  events: { kind: "event_kinds", permit: "permits" },
  counts: { attributedTo: SPEAKER, category: "count_categories", bound: "count_bounds" },
};

export const listOf = (what: OutKind, key: string): string | undefined => lists[what][key];

/** A file of a hundred thousand rows says the same few words over and over. */
const MOST_WORDS = 10_000;

/** The ending of a column that only says in words what the column before it says as a value; a reader passes it over. */
export const WORDS = ".words";

export type OutRows<K extends OutKind> = { keys: string[]; labels: string[]; cells: (record: OutRecords[K]) => OutCell[] };

/** The rows of a file for people and programs: every column by its key, and after each value of a vocabulary its words. */
export function outRows<K extends OutKind>(what: K, words: OutWords): OutRows<K> {
  const columns = outColumns(what);
  const listed = columns.map((column) => listOf(what, column.key));
  const said = listed.map((list) => (list === undefined ? undefined : remembering(MOST_WORDS, (value) => wordsOf(list, value, words))));
  return {
    keys: columns.flatMap(({ key }, at) => (listed[at] ? [key, `${key}${WORDS}`] : [key])),
    labels: columns.flatMap((column, at) => (listed[at] ? [labelOf(column, words), labelOf(column, words)] : [labelOf(column, words)])),
    cells: (record) => {
      const cells: OutCell[] = [];
      for (const [at, cell] of outCells(what, record).entries()) {
        cells.push(cell);
        const say = said[at];
        if (say) cells.push(say(String(cell)));
      }
      return cells;
    },
  };
}

function wordsOf(list: string, value: string, { term, label, keptSource }: OutWords): string {
  if (list === SPEAKER) return value || keptSource;
  return value === "" ? "" : value.split("|").map((each) => (list === "term" ? term(each) : label(list, each))).join("; ");
}

const labelOf = ({ path }: OutColumn, words: OutWords): string => words.column(path);
