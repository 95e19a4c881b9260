import "server-only";
import type { Operation } from "@/lib/api/contract";
import { AppError } from "@/lib/model/errors";
import { can } from "@/lib/model/permissions";
import { takeRequest, type ApiAllowance } from "@/lib/services/api-allowance";
import { findProgram, type Program } from "@/lib/services/api-tokens";
import { problem, problemOf } from "./answer";

const REALM = 'Bearer realm="erkin"';
const BEARER = /^Bearer ([A-Za-z0-9_-]{1,200})$/i;

export type Admitted = { program: Program; headers: Record<string, string> };

/**
 * Who asks, by the header `Authorization: Bearer …` alone: a cookie is not looked at, so no page of another site can ask in somebody's name.
 * Answers how the request is refused where it is: 401 without a token that works, 403 without the scope or the right, 429 when it is too much.
 */
export async function admitProgram(request: Request, operation: Operation): Promise<Admitted | Response> {
  const header = request.headers.get("authorization");
  if (header === null) return problem(401, "token_missing", { headers: { "WWW-Authenticate": REALM } });
  let program: Program | undefined;
  try {
    program = await findProgram(BEARER.exec(header.trim())?.[1] ?? "");
  } catch (error) {
    return problemOf(error, 400);
  }
  if (!program) return problem(401, "token_invalid", { headers: { "WWW-Authenticate": `${REALM}, error="invalid_token"` } });
  const admitted = rated(program, operation);
  if (admitted instanceof Response) return admitted;
  const { scope, permission } = operation;
  if (scope !== null && !program.scopes.includes(scope)) return problem(403, "scope_missing", { headers: { ...admitted, "WWW-Authenticate": `${REALM}, error="insufficient_scope", scope="${scope}"` } });
  if (!can(program.actor, permission)) return problem(403, "forbidden", { headers: admitted });
  return { program, headers: admitted };
}

function rated({ tokenId }: Program, { method }: Operation): Record<string, string> | Response {
  try {
    return allowanceHeaders(takeRequest(tokenId, method === "GET" ? "read" : "write"));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { seconds = 1, limit = 0 } = error.detail.params ?? {};
    return problemOf(error, 400, allowanceHeaders({ limit: Number(limit), remaining: 0, reset: Number(seconds) }));
  }
}

const allowanceHeaders = ({ limit, remaining, reset }: ApiAllowance): Record<string, string> => ({ "RateLimit-Limit": String(limit), "RateLimit-Remaining": String(remaining), "RateLimit-Reset": String(reset) });
