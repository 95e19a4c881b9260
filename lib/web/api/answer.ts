import "server-only";
import { STATUS_CODES } from "node:http";
import { AppError, type ErrorCode } from "@/lib/model/errors";
import { fileHeaders } from "@/lib/web/file-answer";

/** What every answer to a program carries, in whatever way it ends. Nothing here is for pages of other sites, and nothing says that it were. */
export const apiHeaders = (further: Record<string, string> = {}): Record<string, string> => fileHeaders({ Vary: "Authorization", ...further });

export type Problems = Record<string, string>;

/** An answer that says what went wrong (RFC 9457). */
export function problem(status: number, code: string, { problems, headers, ...members }: { problems?: Problems; headers?: Record<string, string>; error?: string } = {}): Response {
  const body = { type: `urn:erkin:problem:${code}`, title: STATUS_CODES[status] ?? "Error", status, code, ...(problems && Object.keys(problems).length ? { problems } : {}), ...members };
  return new Response(JSON.stringify(body), { status, headers: apiHeaders({ "Content-Type": "application/problem+json", ...headers }) });
}

const statuses: Partial<Record<ErrorCode, number>> = { not_found: 404, forbidden: 403, conflict: 412, stale_version: 428, rate_limited: 429, busy: 503, disk_full: 507 };

/** What a service refused, as a program is told it; a bug is thrown on. `refusedAs` is the status of fields that were refused. */
export function problemOf(error: unknown, refusedAs: 400 | 422, headers: Record<string, string> = {}): Response {
  if (!(error instanceof AppError)) throw error;
  const { code, detail } = error;
  const status = code === "invalid" ? refusedAs : statuses[code];
  if (status === undefined) throw error;
  const problems = Object.fromEntries(Object.entries(detail.problems ?? {}).map(([field, each]) => [field, each.code]));
  const wait: Record<string, string> = status === 429 || status === 503 ? { "Retry-After": String(detail.params?.["seconds"] ?? 1) } : {};
  return problem(status, code, { problems, headers: { ...headers, ...wait } });
}
