import type { NextRequest } from "next/server";
import { FileProblem, disposition } from "@/lib/model/file";
import { reportNumber } from "@/lib/model/report-number";
import { openReport, reportFormats } from "@/lib/services/reports/files";
import { asActor, fileHeaders } from "@/lib/web/file-answer";

const types = { pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

/** An issued report, byte for byte as it was issued; its name tells kind and number, and nobody's name. */
export const GET = (request: NextRequest, { params }: { params: Promise<{ id: string; format: string }> }): Promise<Response> =>
  asActor(
    request,
    async (actor) => {
      const { id, format } = await params;
      const known = reportFormats.find((each) => each === format);
      if (!known) throw new FileProblem("not_found");
      const { row, bytes } = await openReport(actor, id, known);
      const name = `${row.kind.replaceAll("_", "-")}-${reportNumber(row).replace("/", "-")}-${row.locale}.${known}`;
      return new Response(new Uint8Array(bytes), { headers: fileHeaders({ "Content-Type": types[known], "Content-Length": String(bytes.length), "Content-Disposition": disposition(name) }) });
    },
    { changes: false },
  );
