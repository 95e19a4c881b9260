import type { CaseQuery } from "./case-query";
import type { Destination } from "./destination";

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
};
