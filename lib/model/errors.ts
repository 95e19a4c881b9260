import type { FieldProblem } from "./form-state";

/** What a user can cause. Anything else is a bug and is not caught. */
export const errorCodes = [
  "not_found",
  "forbidden",
  "conflict",
  "stale_version",
  "invalid",
  "signed_out",
  "rate_limited",
  "wrong_credentials",
  "origin_refused",
  "link_used",
  "busy",
  "disk_full",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A row as it is saved now, with its values as the form would send them. */
export type SavedVersion = { version: number; values: Record<string, string> };

export type ErrorDetail = {
  /** Problems by field name, for a form. */
  problems?: Record<string, FieldProblem>;
  /** The row saved meanwhile, for a conflict or a change that does not say what it was made from. */
  current?: SavedVersion;
  params?: Record<string, string | number>;
};

export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail = {},
  ) {
    super(code);
    this.name = "AppError";
  }
}

/** One field was refused for a reason that only the service can know. */
export const refuse = (field: string, code: string, params?: Record<string, string | number>): AppError =>
  new AppError("invalid", { problems: { [field]: { code, ...(params ? { params } : {}) } } });

/** The version that the author of a change saw; without it nobody knows what would be overwritten, so nothing is (`stale_version`). */
export function seenVersion(sent: number | undefined, saved: SavedVersion): number {
  if (sent === undefined) throw new AppError("stale_version", { current: saved });
  return sent;
}

/** Whether storage refused because there is no room (SQLite, the file system, PostgreSQL), however deep that stands in the error. */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && (at.code === "SQLITE_FULL" || at.code === "ENOSPC" || at.code === "53100")) return true;
  }
  return false;
}
