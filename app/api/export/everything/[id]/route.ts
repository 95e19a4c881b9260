import { openEverything } from "@/lib/services/export-everything";
import { attachment } from "@/lib/web/download";

/** Everything, sealed with the passphrase that was just given; once. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  if (request.method === "HEAD") return new Response(null, { status: 405, headers: { "Cache-Control": "no-store" } });
  return attachment(request, (actor) => openEverything(actor, id));
}
