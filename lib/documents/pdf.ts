import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { withFittedColumns } from "./column-shares";
import { drawDocument } from "./draw";

/** The document as PDF, A4, with fonts inside that draw Kazakh, Russian and English. Its metadata tell the title, the language and the day, and nobody's name. */
export const renderPdf = (document: ReportDocument, frame: ReportFrame): Promise<Buffer> => drawDocument("pdf", withFittedColumns(document), frame);
