import { identity, index, instant, integer, primaryKey, table, text, uniqueIndex, versioned } from "@/db/kit";
import { cases } from "./case";
import { teams, users } from "./user";

/** A sheet that somebody took out to edit elsewhere. */
export const sheetExports = table(
  "sheet_exports",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    /** Null for the command line. */
    takerId: text("taker_id").references(() => users.id),
    locale: text("locale").notNull(),
    filter: text("filter").notNull(),
    reason: text("reason").notNull(),
    rows: integer("rows").notNull(),
    ...versioned(),
  },
  (t) => [index("sheet_exports_taker").on(t.takerId, t.createdAt)],
);

/** What each case said when it was taken out: what comes back is compared with this, and nothing outside can change it. */
export const sheetRows = table(
  "sheet_rows",
  {
    exportId: text("export_id").notNull().references(() => sheetExports.id),
    caseId: text("case_id").notNull().references(() => cases.id),
    position: integer("position").notNull(),
    caseVersion: integer("case_version").notNull(),
    /** The cells as they were stored and shown, as JSON: a frozen picture, never queried. */
    base: text("base").notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.caseId] }), index("sheet_rows_case").on(t.caseId)],
);

/** A sheet that came back, until its changes are saved or thrown away. */
export const sheetDrafts = table(
  "sheet_drafts",
  {
    ...identity(),
    exportId: text("export_id").notNull().references(() => sheetExports.id),
    teamId: text("team_id").notNull().references(() => teams.id),
    authorId: text("author_id").references(() => users.id),
    fileName: text("file_name").notNull(),
    /** `draft`, `applied`, `discarded`. */
    state: text("state").notNull().default("draft"),
    /** Rows that stand for no record of the sheet, as JSON: a report, never queried. */
    notes: text("notes").notNull().default("{}"),
    saved: integer("saved").notNull().default(0),
    appliedAt: instant("applied_at"),
    ...versioned(),
  },
  (t) => [index("sheet_drafts_team").on(t.teamId, t.createdAt)],
);

/** A cell that does not say any more what was taken out. */
export const sheetCells = table(
  "sheet_cells",
  {
    ...identity(),
    draftId: text("draft_id").notNull().references(() => sheetDrafts.id),
    caseId: text("case_id").notNull().references(() => cases.id),
    /** The row of the file. */
    row: integer("row").notNull(),
    column: text("column_key").notNull(),
    typed: text("typed").notNull(),
    /** `sheet` or `record`, and what the record said when it was chosen; empty while nothing was. */
    choice: text("choice").notNull().default(""),
    against: text("against").notNull().default(""),
  },
  (t) => [uniqueIndex("sheet_cells_place").on(t.draftId, t.caseId, t.column)],
);
