import { flag, identity, index, instant, integer, primaryKey, table, text, uniqueIndex, versioned } from "@/db/kit";
import { teams, users } from "./user";

/**
 * A report from its first draft to its issue. What it says is written down (`document`, `frame`) in the moment in which it gets its number and
 * never again; its files are made from that alone.
 */
export const reports = table(
  "reports",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    /** `draft`, `issued`, `withdrawn`, `discarded` (a draft that was given up). */
    state: text("state").notNull().default("draft"),
    locale: text("locale").notNull(),
    /** The destination: `lib/model/destination.ts`. */
    profile: text("profile").notNull(),
    recipientId: text("recipient_id"),
    audience: text("audience"),
    purpose: text("purpose"),
    /** The case or event that it is about; null where the filter decides. */
    subjectId: text("subject_id"),
    /** The filter as a list's address says it. */
    filter: text("filter").notNull().default(""),
    /** Days, both included; null = open. */
    fromDay: text("from_day"),
    toDay: text("to_day"),
    /** The issued report that this one follows, for "since bulletin 12". */
    previousId: text("previous_id"),
    /** The row of numbers that `number` belongs to, `bulletin` or a year; both null until it is issued. */
    series: text("series"),
    number: integer("number"),
    /** JSON of a ReportDocument and a ReportFrame, frozen; empty until it is issued. */
    document: text("document").notNull().default(""),
    frame: text("frame").notNull().default(""),
    named: integer("named"),
    pseudonymous: integer("pseudonymous"),
    engineVersion: text("engine_version").notNull().default(""),
    /** Why it goes out, as whoever issued it said. */
    reason: text("reason").notNull().default(""),
    authorId: text("author_id").references(() => users.id),
    issuedById: text("issued_by_id").references(() => users.id),
    issuedAt: instant("issued_at"),
    /** What "now" was in the domain when it was issued: what was overdue is judged by it. */
    asOf: instant("as_of"),
    withdrawnById: text("withdrawn_by_id").references(() => users.id),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason").notNull().default(""),
    ...versioned(),
  },
  (t) => [index("reports_team").on(t.teamId, t.state, t.issuedAt), uniqueIndex("reports_number").on(t.series, t.number)],
);

/** The files of an issued report: sealed on the disk, made once. */
export const reportFiles = table(
  "report_files",
  {
    reportId: text("report_id").notNull().references(() => reports.id),
    format: text("format").notNull(),
    /** Its name on the disk, random. */
    fileId: text("file_id").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    sealedKey: text("sealed_key").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.format] })],
);

/** What an issued report contained, as it stood then. */
export const reportRecords = table(
  "report_records",
  {
    reportId: text("report_id").notNull().references(() => reports.id),
    position: integer("position").notNull(),
    kind: text("kind").notNull(),
    recordId: text("record_id").notNull(),
    recordVersion: integer("record_version").notNull(),
    label: text("label").notNull(),
    named: flag("named"),
    status: text("status"),
    outstanding: flag("outstanding"),
    expectedFrom: instant("expected_from"),
    expectedTo: instant("expected_to"),
    overdueFrom: instant("overdue_from"),
    released: text("released_text"),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.position] }), index("report_records_record").on(t.kind, t.recordId)],
);

/** Text that a person added in a place that the template offers. */
export const reportTexts = table(
  "report_texts",
  {
    ...identity(),
    reportId: text("report_id").notNull().references(() => reports.id),
    slot: text("slot").notNull(),
    text: text("text").notNull(),
    authorId: text("author_id").references(() => users.id),
    ...versioned(),
  },
  (t) => [uniqueIndex("report_texts_slot").on(t.reportId, t.slot)],
);

/** The last number given in each row of numbers. */
export const reportCounters = table("report_counters", {
  series: text("series").primaryKey(),
  last: integer("last").notNull(),
});

/** A filter of the list of cases that a team keeps under a name. */
export const savedFilters = table(
  "saved_filters",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    name: text("name").notNull(),
    /** As a list's address says it. */
    query: text("query").notNull(),
    authorId: text("author_id").references(() => users.id),
    removedAt: instant("removed_at"),
    ...versioned(),
  },
  (t) => [index("saved_filters_team").on(t.teamId, t.name)],
);

/** What stands at the head of what the organisation sends; at most one row, read only where a document is made. */
export const letterheads = table("letterheads", {
  ...identity(),
  /** Address, telephone, mail, line by line. */
  contact: text("contact").notNull().default(""),
  /** PNG in base64, drawn anew from what was uploaded; empty where there is none. */
  logo: text("logo").notNull().default(""),
  logoWidth: integer("logo_width").notNull().default(0),
  logoHeight: integer("logo_height").notNull().default(0),
  ...versioned(),
});
