/** Every code an answer can carry, in three tiers; words for them are in `messages/<locale>/release.json`. */
export const invalidCodes = [
  "INPUT_INVALID",
  "UNKNOWN_KEY",
  "CONTRADICTORY_KEYS",
  "UNKNOWN_KIND",
  "DATE_INVALID",
  "TZ_INVALID",
  "ZONE_DATA_STALE",
  "NONEXISTENT_LOCAL_TIME",
  "TERM_NOT_POSITIVE",
  "TERM_TOO_LONG",
  "START_RANGE_INVALID",
  "CREDIT_RANGE_INVALID",
  "CREDIT_RATIO_INVALID",
  "INTERRUPTION_RANGE_INVALID",
  "FRACTION_INVALID",
  "ORDER_REFERENCE_INVALID",
  "OUT_OF_RANGE",
] as const;

export const unsupportedCodes = [
  "INDETERMINATE",
  "TERM_UNKNOWN",
  "START_UNKNOWN",
  "START_UNBOUNDED",
  "TZ_UNKNOWN",
  "CONVENTION_UNKNOWN",
  "CHAIN_UNKNOWN",
  "RELEASE_UNKNOWN",
  "NO_START_FITS",
] as const;

export const warningCodes = [
  "AMBIGUOUS_LOCAL_TIME",
  "ROUNDING_APPLIED",
  "OVERLAPPING_CREDIT",
  "OVERLAPPING_INTERRUPTION",
  "CREDIT_EXCEEDS_TERM",
  "EXCEEDS_CONFIGURED_MAX",
  "STATED_DIFFERS",
  "WEEKDAY_MISMATCH",
  "OBSERVED_BEFORE_EARLIEST",
  "OBSERVED_AFTER_LATEST",
  "OBSERVED_AFTER_AS_OF",
  "CONFLICTING_SOURCES",
  "NEW_TERM_ALREADY_SERVED",
  "MODIFIED_AFTER_EXPIRY",
  "NOT_BROUGHT_BEFORE_JUDGE_48H",
  "LIMIT_EXCEEDED",
  "LIMIT_POSSIBLY_EXCEEDED",
  "EVENT_BEFORE_START",
  "HOURS_ROUNDED_TO_DAYS",
  "WEEKEND_ASSUMED",
  "LIST_TRUNCATED",
  "START_NOT_RECORDED",
  "START_UNCERTAIN",
  "COUNTING_NOT_CONFIRMED",
  "EXCEEDS_STATUTORY_MAX",
  "SENTENCE_ENDED_BY_ORDER",
  "FACT_UNREADABLE",
  "ORDER_RELATION_UNKNOWN",
  "CHAIN_NOT_CONFIRMED",
  "CREDIT_RATIO_UNKNOWN",
  "CREDIT_COUNTED_ALREADY",
  "HOLIDAYS_NOT_RECORDED",
  "DECISION_DATE_UNKNOWN",
  "HELD_BEYOND_TERM",
  "ENDS_BEFORE_RULING",
] as const;

export type InvalidCode = (typeof invalidCodes)[number];
export type UnsupportedCode = (typeof unsupportedCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type Code = InvalidCode | UnsupportedCode | WarningCode;

/** Stops a computation: `code` says why, `key` names the input at fault where there is one. */
export class ReleaseError extends Error {
  readonly code: InvalidCode | UnsupportedCode;
  readonly key: string | undefined;
  constructor(code: InvalidCode | UnsupportedCode, key?: string) {
    super(key === undefined ? code : `${code}: ${key}`);
    this.code = code;
    this.key = key;
  }
}

export function isUnsupported(code: string): code is UnsupportedCode {
  return (unsupportedCodes as readonly string[]).includes(code);
}
