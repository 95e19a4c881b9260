import type { CaseQuery } from "./case-query";
import type { Destination } from "./destination";
import type { ReportBlock } from "./report-document";

/** The library of reports, in the order in which it is shown. */
export const reportKinds = [
  "persons_deprived",
  "case_dossier",
  "overdue_letter",
  "urgent_appeal",
  "individual_complaint",
  "special_procedures",
  "ill_treatment",
  "event_report",
  "statistics_annex",
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a report is about: one case, one event, or everything that a filter and a period take in. */
export const reportSubjects = {
  persons_deprived: "filter",
  case_dossier: "case",
  overdue_letter: "case",
  urgent_appeal: "case",
  individual_complaint: "case",
  special_procedures: "case",
  ill_treatment: "filter",
  event_report: "event",
  statistics_annex: "filter",
} as const satisfies Record<ReportKind, "case" | "event" | "filter">;

/** Reports about somebody who is held at the moment; of others they are not offered. */
export const whileHeld: readonly ReportKind[] = ["overdue_letter", "urgent_appeal"];

/** Everything that decides what a report says, apart from the records and the moment. */
export type ReportRequest = {
  kind: ReportKind;
  locale: "kk" | "ru" | "en";
  destination: Destination;
  /** The case or the event; null where the filter decides. */
  subjectId: string | null;
  filter: CaseQuery;
  /** Days (YYYY-MM-DD) in the organisation's zone, both included; null = open. */
  from: string | null;
  to: string | null;
  /** Which form of a kind that has several (`reportVariants`); the first where nothing is said. */
  variant?: string | null;
  /** The issued report that this one follows, where there is one. */
  previousId?: string | null;
};

/** Whether it goes to bodies of the United Nations, who pass the name on to the government. */
export const toTheUnitedNations = (kind: ReportKind): boolean => ["urgent_appeal", "individual_complaint", "special_procedures"].includes(kind);

/** The forms of one kind: to whom the overdue letter goes. */
export const reportVariants = { overdue_letter: ["facility", "prosecutor", "ombudsman"] } as const satisfies Partial<Record<ReportKind, readonly string[]>>;
/** The form that is meant: the one asked for, else the first; "" for a kind that has only one. */
export function variantOf(kind: ReportKind, asked: string | null | undefined): string {
  const forms: readonly string[] = kind in reportVariants ? reportVariants[kind as keyof typeof reportVariants] : [];
  return forms.find((each) => each === asked) ?? forms[0] ?? "";
}
export type LetterVariant = (typeof reportVariants)["overdue_letter"][number];

/** Why a report may be looked at but not issued at this moment: the record does not support what it would say. */
export const reportRefusals = ["not_overdue", "told_less", "not_held"] as const;
export type ReportRefusal = (typeof reportRefusals)[number];

export const reportRecordKinds = ["case", "event", "allegation", "count"] as const;

/**
 * What a report contained, under the house's own ids and as it stood when the report was made: for the comparison with a later one. It never
 * leaves the house. Fields that a kind does not have are null.
 */
export type ReportRecord = {
  kind: (typeof reportRecordKinds)[number];
  id: string;
  version: number;
  /** How the house calls it: a case's reference, an event's title. */
  label: string;
  /** Whether the destination was told who the person is; null where nobody is meant. */
  named: boolean | null;
  status: string | null;
  outstanding: boolean | null;
  /** Window of the expected release, end excluded, and the moment from which it is overdue: epoch milliseconds. */
  expectedFrom: number | null;
  expectedTo: number | null;
  overdueFrom: number | null;
  /** The release as far as known (extended EDTF); null while it is not recorded. */
  released: string | null;
};

/** What a template makes of a request: the document without its locale, and what it contained; with a `refusal` it is not issued. */
export type BuiltReport = { title: string; subtitle: string; addressee: string[]; blocks: ReportBlock[]; records: ReportRecord[]; refusal?: ReportRefusal | null };
