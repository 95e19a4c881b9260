import type { ReportBlock, ReportColumn, ReportDocument } from "@/lib/model/report-document";

/** Points: what a page has between its margins, and what a cell keeps free of them at its sides. */
const [PAGE, PADDING] = [480, 8];
/** Words longer than this may be broken anyway (lib/documents/pdf-draw.ts). */
const LONGEST_WORD = 24;
const HEAD_IS_BOLD = 1.18;

/** Points of the letters of a table; one with many columns is set smaller. Both formats have these sizes. */
const sizeOf = (columns: readonly ReportColumn[]): number => (columns.length > 6 ? 7.5 : 8.5);

/** About how wide a sign is, in parts of the size of its letters, as a wide face draws it: DOCX is read with whatever face the reader has. */
function widthOf(sign: string): number {
  if (/[ilIj.,:;!'’|()[\]\s·-]/.test(sign)) return 0.38;
  if (/[mwMW@%—жшщмюыфЖШЩМЮЫФДӘ]/.test(sign)) return 0.92;
  return /\p{Lu}/u.test(sign) ? 0.78 : 0.67;
}

const widthOfWord = (word: string): number => [...word].slice(0, LONGEST_WORD).reduce((sum, sign) => sum + widthOf(sign), 0);
const longest = (text: string): number => Math.max(0, ...text.split(/\s+/).map(widthOfWord));

/**
 * Parts of the page for the columns of a table, adding up to 1: as their template shares them out, but none narrower than its longest word where the
 * others can give way, so that no word is broken or runs into its neighbour.
 */
export function columnShares(columns: readonly ReportColumn[], rows: readonly (readonly string[])[]): number[] {
  const all = columns.reduce((sum, { share }) => sum + (share ?? 1), 0);
  const wanted = columns.map(({ share }) => (share ?? 1) / all);
  const least = columns.map(({ label }, at) => (rows.reduce((most, cells) => Math.max(most, longest(cells[at] ?? "")), longest(label) * HEAD_IS_BOLD) * sizeOf(columns) + PADDING) / PAGE);
  const needed = least.reduce((sum, share) => sum + share, 0);
  if (needed >= 1) return least.map((share) => share / needed);
  const missing = wanted.reduce((sum, share, at) => sum + Math.max(0, (least[at] ?? 0) - share), 0);
  const spare = wanted.reduce((sum, share, at) => sum + Math.max(0, share - (least[at] ?? 0)), 0);
  return wanted.map((share, at) => {
    const bound = least[at] ?? 0;
    return share < bound ? bound : share - (spare === 0 ? 0 : (missing * (share - bound)) / spare);
  });
}

const fitted = (block: ReportBlock): ReportBlock => {
  if (block.kind !== "table" || block.rows.length === 0) return block;
  const shares = columnShares(block.columns, block.rows);
  return { ...block, columns: block.columns.map((column, at) => ({ ...column, share: shares[at] ?? 1 })) };
};

/** The document with tables whose columns are as wide as their words need. */
export const withFittedColumns = (document: ReportDocument): ReportDocument => ({ ...document, blocks: document.blocks.map(fitted) });
