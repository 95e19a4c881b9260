import type { CsvColumn } from "./csv";

/** What the file tells of one count, and of our own beside it. */
export type ExportedCount = {
  count: { attributedTo: string; category: string; bound: string; figure: number | null; figureTo: number | null; asOf: string | null; note: string; withdrawn: string | null };
  comparedTo: string;
  own: { total: number; named: number } | null;
};

/** The words that cells need, in the language of whoever asks. */
export type CountCellWords<Row> = { label: (list: string, value: string) => string; institution: (row: Row) => string; source: (row: Row) => string; places: (row: Row) => string };

const number = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));

/** The columns of the file, in order; headers are `events.csv.<key>`. One line for each count: nothing is added up. */
export const countColumns = <Row extends ExportedCount>(words: CountCellWords<Row>): readonly CsvColumn<Row>[] => [
  { key: "counter", cell: ({ count }) => count.attributedTo },
  { key: "institution", cell: words.institution },
  { key: "category", cell: ({ count }) => words.label("count_categories", count.category) },
  { key: "bound", cell: ({ count }) => words.label("count_bounds", count.bound) },
  { key: "figure", cell: ({ count }) => number(count.figure) },
  { key: "figure_to", cell: ({ count }) => number(count.figureTo) },
  { key: "compared_to", cell: ({ comparedTo }) => comparedTo },
  { key: "places", cell: words.places },
  { key: "as_of", cell: ({ count }) => count.asOf ?? "" },
  { key: "source", cell: words.source },
  { key: "note", cell: ({ count }) => count.note },
  { key: "withdrawn", cell: ({ count }) => count.withdrawn ?? "" },
  { key: "own_total", cell: ({ own }) => number(own?.total) },
  { key: "own_named", cell: ({ own }) => number(own?.named) },
];
