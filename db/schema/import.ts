import { identity, index, instant, integer, table, text, versioned } from "@/db/kit";
import { teams, users } from "./user";

/** A file of rows on its way in: uploaded, mapped, looked at, then recorded as a whole or not at all. */
export const importBatches = table(
  "import_batches",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    /** Empty: the rows of a file stand in `import_rows`. Drafts from before that have the text of their file here until their rows are read. */
    content: text("content").notNull(),
    /** Which column goes where, as JSON: a setting of this one step, never queried. */
    mapping: text("mapping").notNull().default(""),
    /** `reading`, `draft`, `recorded`, `discarded`, `undone`. */
    state: text("state").notNull().default("draft"),
    /** How many rows the file has. */
    total: integer("total").notNull().default(0),
    /** What goes on with it beside the requests (`check`, `record`), for how many rows it is done, and for whom; empty where nothing does. */
    phase: text("phase").notNull().default(""),
    done: integer("done").notNull().default(0),
    runnerId: text("runner_id"),
    /** Why the last of it broke off, as a code. */
    failure: text("failure").notNull().default(""),
    accepted: integer("accepted").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    aside: integer("aside").notNull().default(0),
    authorId: text("author_id").references(() => users.id),
    recordedAt: instant("recorded_at"),
    /** How many records were taken back with the batch, and why. */
    withdrawn: integer("withdrawn").notNull().default(0),
    reason: text("reason").notNull().default(""),
    ...versioned(),
  },
  (t) => [index("import_batches_team").on(t.teamId, t.createdAt)],
);

/** What became of each row: recorded as what, refused or set aside for which reason. */
export const importRows = table(
  "import_rows",
  {
    ...identity(),
    batchId: text("batch_id").notNull().references(() => importBatches.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    /** The row of the file, the heading being row 1. */
    row: integer("row").notNull(),
    /** `unread` until it is checked. */
    verdict: text("verdict").notNull(),
    /** What stands in it, as JSON; gone once it is recorded. */
    cells: text("cells").notNull().default("[]"),
    /** Codes of what is wrong, with their columns, as JSON: a report, never queried. */
    problems: text("problems").notNull().default("[]"),
    /** The key that the sender gave the row, so that it is not recorded twice. */
    externalKey: text("external_key").notNull().default(""),
    subjectType: text("subject_type"),
    subjectId: text("subject_id"),
  },
  (t) => [index("import_rows_batch").on(t.batchId, t.row), index("import_rows_verdict").on(t.batchId, t.verdict, t.row), index("import_rows_key").on(t.teamId, t.externalKey), index("import_rows_subject").on(t.subjectId)],
);

/** A mapping that was used, remembered by the headings of the file. */
export const importMappings = table(
  "import_mappings",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    /** SHA-256 of the headings in their order. */
    headings: text("headings").notNull(),
    mapping: text("mapping").notNull(),
    ...versioned(),
  },
  (t) => [index("import_mappings_headings").on(t.teamId, t.kind, t.headings)],
);
