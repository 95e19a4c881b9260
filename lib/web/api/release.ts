import "server-only";
import type { NextRequest } from "next/server";
import { operations } from "@/lib/api/contract";
import { anonymous } from "@/lib/model/actors";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { admitToCalculator, answerRequest } from "@/lib/services/calculator";
import { findActor } from "@/lib/web/actor";
import { readBody } from "@/lib/web/body";
import { isOwnOrigin } from "@/lib/web/origin";
import { networkOf } from "@/lib/web/request";
import { apiHeaders, problem } from "./answer";
import type { Handler } from "./handler";
import { admitProgram } from "./program";

const MEGABYTE = 1024 * 1024;

/** `error` is what the code was called before there were problems; programs of that time read it. */
const refused = (status: number, code: string, headers: Record<string, string> = {}): Response => problem(status, code, { error: code, headers });

/**
 * The engine on the JSON contract, as the command line has it. It reads and changes nothing that is recorded, so it also answers people without a
 * token: whoever is signed in on a page of ours, and everybody where the calculator is open.
 */
export const computeRelease: Handler = {
  operation: operations.computeRelease,
  answer: async (request) => {
    if (request.headers.has("authorization")) {
      const admitted = await admitProgram(request, operations.computeRelease);
      return admitted instanceof Response ? admitted : compute(request, admitted.program.actor, `token|${admitted.program.tokenId}`, admitted.headers);
    }
    const fromBrowser = request.headers.has("origin") || request.headers.has("sec-fetch-site");
    if (fromBrowser && !isOwnOrigin(request.headers)) return refused(403, "origin_refused");
    return compute(request, (await findActor())?.actor ?? anonymous, await networkOf(), {});
  },
};

async function compute(request: NextRequest, actor: Actor, network: string, headers: Record<string, string>): Promise<Response> {
  try {
    await admitToCalculator(actor, network);
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) return refused(415, "unsupported_media_type");
    const text = await readBody(request, MEGABYTE);
    if (text === undefined) return refused(413, "too_large");
    const parsed = parse(text);
    if (parsed === undefined) return refused(400, "not_json");
    const answered = await answerRequest(actor, parsed, network);
    if ("answers" in answered) return Response.json(answered, { headers: apiHeaders(headers) });
    return answered.error === "too_many" ? refused(413, "too_many") : refused(400, "INPUT_INVALID");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failed(error, actor === anonymous);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function failed({ code, detail }: AppError, signedOut: boolean): Response {
  if (code === "rate_limited") return refused(429, code, { "Retry-After": String(detail.params?.["seconds"] ?? 60) });
  return signedOut ? refused(401, "signed_out", { "WWW-Authenticate": 'Bearer realm="erkin"' }) : refused(403, code);
}
