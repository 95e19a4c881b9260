import type { ExportFigures } from "./exporting";
import type { ReleaseFigures } from "./releasing";
import type { Figures } from "./timing";

export type Result = {
  cases: number;
  machine: { node: string; platform: string; cores: number; load: number };
  floor: { next: Figures; node: Record<string, Figures>; sqlite: Record<string, Figures>; export: ExportFigures };
  pages: Record<string, Figures>;
  create: { form: Figures; service: Figures };
  exports: Record<"csv" | "xlsx" | "json", ExportFigures>;
  release: ReleaseFigures;
  rssMiB: { idle: number | null; after: number | null };
  loadSeconds: number;
};

const number = (value: number | null | undefined, digits = 1): string => (value === null || value === undefined ? "-" : value.toFixed(digits));
const times = (value: number | null, floor: number | null): string => (value === null || floor === null || floor === 0 ? "-" : `${(value / floor).toFixed(1)}x`);

function lines(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

/** What a page costs: ratios to the bare Next page of the same run first, then milliseconds. */
export function pageTable({ floor, pages, create }: Result): string {
  const head = ["", "p50 ÷ Next", "cpu ÷ Next", "p50 ms", "p95 ms", "cpu ms", "req/s c=8", "kB"];
  const row = (name: string, figures: Figures): string[] => [
    name,
    times(figures.p50, floor.next.p50),
    times(figures.cpu, floor.next.cpu),
    number(figures.p50),
    number(figures.p95),
    number(figures.cpu),
    number(figures.perSecond, 0),
    number(figures.bytes && figures.bytes / 1000, 0),
  ];
  const node = Object.entries(floor.node).map(([name, figures]) => row(`floor: bare Node, ${name}`, figures));
  const sqlite = Object.entries(floor.sqlite).map(([name, figures]) => row(`floor: SQLite alone, ${name}`, figures));
  const ours = Object.entries(pages).map(([name, figures]) => row(name, figures));
  return lines([head, row("floor: bare Next page, 50 rows", floor.next), ...node, ...sqlite, ...ours, row("create, through the form", create.form), row("create, service alone", create.service)]);
}

export function exportTable({ floor, exports, rssMiB }: Result): string {
  const row = (name: string, figures: ExportFigures): string[] => [
    name,
    times(figures.seconds, floor.export.seconds),
    number(figures.seconds, 2),
    number(figures.firstByteMs, 0),
    number(figures.bytes / 1e6),
    number(figures.rssGrowthMiB, 0),
    number(figures.listMeanwhileP95, 0),
  ];
  const head = ["everything", "s ÷ Node", "s", "first byte ms", "MB", "RSS +MiB", "list p95 ms meanwhile"];
  return `${lines([head, row("floor: bare Node, CSV", floor.export), ...Object.entries(exports).map(([format, figures]) => row(format.toUpperCase(), figures))])}\n\nresident memory, MiB: idle ${number(rssMiB.idle, 0)}, after the run ${number(rssMiB.after, 0)}`;
}

/** How the pages of this run compare with those of an earlier one. */
export function comparison(now: Result, earlier: Result): string {
  const rows = Object.entries(now.pages).flatMap(([name, figures]) => {
    const before = earlier.pages[name];
    return before ? [[name, times(figures.p50, before.p50), times(figures.cpu, before.cpu), number(before.p50), number(figures.p50)]] : [];
  });
  return lines([[`${now.cases} cases against ${earlier.cases}`, "p50", "cpu", "ms then", "ms now"], ...rows]);
}
