import { z } from "zod";
import { provedPassword } from "./account";
import { date, choice, id, inputOf, line, long, optionalId, type Field } from "./fields";
import { reportKinds } from "./report";
import { consentPurposes } from "./vocabularies";

const reportLocales = ["kk", "ru", "en"] as const;

/** A day as people type it; one that is known less exactly, or to the hour, ends no period. */
const day = (): Field<string | null> => ({
  kind: "date",
  class: "internal",
  schema: (context) =>
    date().schema(context).transform((value, issues) => {
      if (value === null || /^\d{4}-\d\d-\d\d$/.test(value)) return value;
      issues.addIssue({ code: "custom", message: "whole_day_needed" });
      return z.NEVER;
    }) as unknown as z.ZodType<string | null>,
});

export const reportDraftInput = inputOf({
  kind: choice(reportKinds),
  locale: choice(reportLocales),
  /** `house`, `public`, or the id of a recipient. */
  to: id(),
  /** What those who are named must have agreed to; means nothing within the house. */
  purpose: choice(consentPurposes, { fallback: "publication" }),
  /** A case or an event, where the kind is about one. */
  subjectId: optionalId(),
  savedFilterId: optionalId(),
  /** A filter as a list's address says it, taken along from that list. */
  query: line(1000),
  placeId: optionalId(),
  detentionKind: line(40),
  fromDay: day(),
  toDay: day(),
  /** Keeps the filter under this name. */
  saveAs: line(100),
  previousId: optionalId(),
});
export type ReportDraftValues = z.infer<ReturnType<typeof reportDraftInput>>;

export const reportTextInput = inputOf({ reportId: id(), slot: line(60, { required: true }), text: long(20_000) });
export type ReportTextValues = z.infer<ReturnType<typeof reportTextInput>>;

export const reportIssueInput = inputOf({
  reportId: id(),
  /** What was seen in the preview: refused where it is something else by now. */
  seen: line(100, { required: true }),
  reason: long(1000),
  password: provedPassword(),
});
export type ReportIssueValues = z.infer<ReturnType<typeof reportIssueInput>>;

export const reportDiscardInput = inputOf({ reportId: id() });
export const reportWithdrawalInput = inputOf({ reportId: id(), reason: long(1000, { required: true }) });
export const filterRemovalInput = inputOf({ filterId: id() });
export const letterheadInput = inputOf({ contact: long(600) });
