import type { NextRequest } from "next/server";
import { AppError } from "@/lib/model/errors";
import { bringSheet } from "@/lib/services/sheet-drafts";
import { findActor } from "@/lib/web/actor";
import { readBytes } from "@/lib/web/body";
import { isOwnOrigin } from "@/lib/web/origin";

/** Room for the file and for what a form puts around it; below what the proxy keeps of a body. */
const MOST_BYTES = 8_000_000;
const MOST_AROUND = 20_000;

const headers = { "Cache-Control": "no-store" };
const refused = (status: number): Response => new Response(null, { status, headers });
/** Back to the page, as forms go. Relative, because a proxy may stand before us. */
const goto = (path: string): Response => new Response(null, { status: 303, headers: { ...headers, Location: path } });
const back = (problem: string, params: Record<string, string | number> = {}): Response =>
  goto(`/sheets?${new URLSearchParams({ problem, ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) }).toString()}`);

/** Takes an edited sheet back. A form posts here and not to an action, because a file may be larger than an action's body. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refused(403);
  const signedIn = await findActor();
  if (!signedIn) return goto("/sign-in?next=/sheets");
  const body = await readBytes(request, MOST_BYTES + MOST_AROUND);
  if (body === undefined) return back("too_large");
  const form = await new Response(body, { headers: { "Content-Type": request.headers.get("content-type") ?? "" } }).formData().catch(() => undefined);
  const file = form?.get("file");
  if (!(file instanceof File) || file.size === 0) return back("no_file");
  if (file.size > MOST_BYTES) return back("too_large");
  try {
    const { sheetId } = await bringSheet(signedIn.actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    return goto(`/sheets/${sheetId}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "forbidden" || error.code === "not_found") return refused(403);
    const problem = error.detail.problems?.["file"];
    return back(problem?.code ?? error.code, problem?.params);
  }
}
