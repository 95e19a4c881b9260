import type { NextRequest } from "next/server";
import { anonymous } from "@/lib/model/actors";
import { AppError } from "@/lib/model/errors";
import { admitToCalculator, answerRequest } from "@/lib/services/calculator";
import { findActor } from "@/lib/web/actor";
import { readBody } from "@/lib/web/body";
import { isOwnOrigin } from "@/lib/web/origin";
import { networkOf } from "@/lib/web/request";

const MEGABYTE = 1024 * 1024;

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response => Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headers } });
const refused = (status: number, error: string, headers?: Record<string, string>): Response => answer(status, { error }, headers);

/**
 * The engine on the JSON contract, as the command line has it. A browser must be on a page of ours; a program sends no Origin, and needs none
 * because nothing is changed or kept.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const fromBrowser = request.headers.has("origin") || request.headers.has("sec-fetch-site");
  if (fromBrowser && !isOwnOrigin(request.headers)) return refused(403, "origin_refused");
  const actor = (await findActor())?.actor ?? anonymous;
  const network = await networkOf();
  try {
    await admitToCalculator(actor, network);
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) return refused(415, "unsupported_media_type");
    const text = await readBody(request, MEGABYTE);
    if (text === undefined) return refused(413, "too_large");
    const parsed = parse(text);
    if (parsed === undefined) return refused(400, "not_json");
    const answered = await answerRequest(actor, parsed, network);
    if ("answers" in answered) return answer(200, answered);
    return answered.error === "too_many" ? refused(413, "too_many") : refused(400, "INPUT_INVALID");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failed(error, actor === anonymous);
  }
}

const onlyPost = (): Response => refused(405, "method_not_allowed", { Allow: "POST" });
export { onlyPost as GET, onlyPost as HEAD, onlyPost as OPTIONS, onlyPost as PUT, onlyPost as PATCH, onlyPost as DELETE };

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function failed({ code, detail }: AppError, signedOut: boolean): Response {
  if (code === "rate_limited") return refused(429, code, { "Retry-After": String(detail.params?.["seconds"] ?? 60) });
  return signedOut ? refused(401, "signed_out") : refused(403, code);
}
