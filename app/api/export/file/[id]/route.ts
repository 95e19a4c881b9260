import { openExport } from "@/lib/services/export-register";
import { attachment } from "@/lib/web/download";

/** What was asked for on /exports, made in this moment. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return attachment(request, (actor) => openExport(actor, id));
}
