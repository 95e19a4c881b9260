import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { withFittedColumns } from "./column-shares";
import { drawDocument } from "./draw";

/** The document as DOCX with real headings, lists and tables, to be worked on further. Its metadata tell the title, the language and the day, and nobody's name. */
export const renderDocx = (document: ReportDocument, frame: ReportFrame): Promise<Buffer> => drawDocument("docx", withFittedColumns(document), frame);
