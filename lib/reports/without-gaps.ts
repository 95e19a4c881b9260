import type { ReportBlock } from "@/lib/model/report-document";

const stands = (block: ReportBlock): boolean => block.kind !== "gap" && block.kind !== "page_break" && (block.kind !== "added" || block.text.trim() !== "");

/**
 * The blocks as they leave. What the draft asks of its editor is no word to the receiver and goes; where nothing else stands below a heading,
 * `unanswered` says that the organisation knows nothing of it.
 */
export function withoutGaps(blocks: readonly ReportBlock[], unanswered: string): ReportBlock[] {
  return blocks.flatMap((block, at): ReportBlock[] => {
    if (block.kind !== "gap") return [block];
    const before = blocks.findLastIndex(({ kind }, index) => index < at && kind === "heading");
    const after = blocks.findIndex(({ kind }, index) => index > at && kind === "heading");
    const section = blocks.slice(before + 1, after < 0 ? blocks.length : after);
    const isFirst = blocks[at - 1]?.kind !== "gap" && section.findIndex(({ kind }) => kind === "gap") === at - before - 1;
    return isFirst && !section.some(stands) ? [{ kind: "paragraph", text: unanswered }] : [];
  });
}
