import type { DocumentFormat } from "@/lib/documents/draw";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";

let before: Promise<unknown> = Promise.resolve();

/** `drawDocument` in this process, for tests that are about what stands in a document: a process of its own for each takes seconds to begin. */
export function drawDocument(format: DocumentFormat, document: ReportDocument, frame: ReportFrame): Promise<Buffer> {
  const mine = before.then(async () => {
    if (format === "pdf") return (await import("@/lib/documents/pdf-draw")).drawPdf(document, frame);
    return (await import("@/lib/documents/docx-draw")).drawDocx(document, frame);
  });
  before = mine.catch(() => undefined);
  return mine;
}
