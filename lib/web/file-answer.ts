import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/model/errors";
import { FileProblem, fileProblems, type FileProblemCode } from "@/lib/model/file";
import type { Actor } from "@/lib/model/permissions";
import { findActor } from "./actor";
import { isOwnOrigin } from "./origin";

/** What proxy.ts sets for pages; it never sees these addresses, because it would keep a copy of each body and cut it. */
export function fileHeaders(further: Record<string, string> = {}): Record<string, string> {
  return {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    ...(env.isSecure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
    ...further,
  };
}

export const answered = (body: object, status = 200): Response => Response.json(body, { status, headers: fileHeaders() });

/** A body that was not read to its end must not be taken for the next request on the same line. */
export const refusedFile = (code: FileProblemCode): Response => Response.json({ error: code }, { status: fileProblems[code], headers: fileHeaders({ Connection: "close" }) });

const codes: Partial<Record<AppError["code"], FileProblemCode>> = { not_found: "not_found", forbidden: "forbidden", disk_full: "disk_full", conflict: "wrong_place", busy: "busy" };

/** The code of what went wrong, or undefined for a bug. */
export function problemOf(error: unknown): FileProblemCode | undefined {
  if (error instanceof FileProblem) return error.code;
  return error instanceof AppError ? codes[error.code] : undefined;
}

/** Answers as somebody who is signed in; with `changes` only to a page of our own (WH-2). */
export async function asActor(request: Request, run: (actor: Actor) => Promise<Response>, { changes = true } = {}): Promise<Response> {
  if (changes && !isOwnOrigin(request.headers)) return refusedFile("origin_refused");
  if (!changes && request.headers.get("sec-fetch-site") === "cross-site") return refusedFile("origin_refused");
  const signedIn = await findActor();
  if (!signedIn) return refusedFile("signed_out");
  try {
    return await run(signedIn.actor);
  } catch (error) {
    const code = problemOf(error);
    if (code === undefined) throw error;
    return refusedFile(code);
  }
}
