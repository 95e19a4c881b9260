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
    /** The text of the file, kept until it is recorded or thrown away. */
    content: text("content").notNull(),
    /** Which column goes where, as JSON: a setting of this one step, never queried. */
    mapping: text("mapping").notNull().default(""),
    /** `draft`, `recorded`, `discarded`. */
    state: text("state").notNull().default("draft"),
    accepted: integer("accepted").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    aside: integer("aside").notNull().default(0),
    authorId: text("author_id").references(() => users.id),
    recordedAt: instant("recorded_at"),
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
    verdict: text("verdict").notNull(),
    /** Codes of what is wrong, with their columns, as JSON: a report, never queried. */
    problems: text("problems").notNull().default("[]"),
    /** The key that the sender gave the row, so that it is not recorded twice. */
    externalKey: text("external_key").notNull().default(""),
    subjectType: text("subject_type"),
    subjectId: text("subject_id"),
  },
  (t) => [index("import_rows_batch").on(t.batchId, t.row), index("import_rows_key").on(t.teamId, t.externalKey)],
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
