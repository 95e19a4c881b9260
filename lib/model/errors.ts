import type { FieldProblem } from "./form-state";

/** What a user can cause. Anything else is a bug and is not caught. */
export const errorCodes = [
  "not_found",
  "forbidden",
  "conflict",
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

export type ErrorDetail = {
  /** Problems by field name, for a form. */
  problems?: Record<string, FieldProblem>;
  /** The row saved meanwhile, for a conflict: its version and its values as the form would send them. */
  current?: { version: number; values: Record<string, string> };
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
