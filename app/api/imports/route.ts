import type { NextRequest } from "next/server";
import { delimiters } from "@/lib/exchange/csv-read";
import { encodings } from "@/lib/exchange/decode";
import { AppError } from "@/lib/model/errors";
import { startImport, type UploadedFile } from "@/lib/services/imports";
import { findActor } from "@/lib/web/actor";
import { readBytes } from "@/lib/web/body";
import { isOwnOrigin } from "@/lib/web/origin";

/** Room for the file and for what a form puts around it; below what the proxy keeps of a body. */
const MOST_BYTES = 2_000_000;
const MOST_AROUND = 20_000;

const headers = { "Cache-Control": "no-store" };
const refused = (status: number): Response => new Response(null, { status, headers });
/** Back to the page, as forms go: the address says what was wrong. Relative, because a proxy may stand before us. */
const goto = (path: string): Response => new Response(null, { status: 303, headers: { ...headers, Location: path } });
const back = (problem: string, params: Record<string, string | number> = {}): Response =>
  goto(`/imports/new?${new URLSearchParams({ problem, ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) }).toString()}`);

/** Takes a file in. A form posts here and not to an action, because a file may be larger than an action's body. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refused(403);
  const signedIn = await findActor();
  if (!signedIn) return goto("/sign-in?next=/imports/new");
  const body = await readBytes(request, MOST_BYTES + MOST_AROUND);
  if (body === undefined) return back("too_large");
  const file = await fileIn(body, request.headers.get("content-type") ?? "");
  if (file === undefined) return back("no_file");
  if (file.bytes.length > MOST_BYTES) return back("too_large");
  try {
    const { importId, step } = await startImport(signedIn.actor, file);
    return goto(step === "ready" ? `/imports/${importId}` : `/imports/${importId}/columns`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = error.detail.problems?.["file"];
    if (error.code === "forbidden" || error.code === "not_found") return refused(403);
    return back(problem?.code ?? error.code, problem?.params);
  }
}

async function fileIn(body: Buffer<ArrayBuffer>, type: string): Promise<UploadedFile | undefined> {
  const form = await new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => undefined);
  const file = form?.get("file");
  if (!form || !(file instanceof File) || file.size === 0) return undefined;
  const chosen = <const V extends readonly string[]>(values: V, name: string): V[number] => values.find((value) => value === form.get(name)) ?? "auto";
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), encoding: chosen(encodings, "encoding"), delimiter: chosen(delimiters, "delimiter") };
}
