import { and, asc, getTableColumns, getTableName, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

type Table = PgTable & Record<string, PgColumn>;
type Tables = { [K in keyof typeof schema]: (typeof schema)[K] extends PgTable ? K : never }[keyof typeof schema];

/**
 * Whose rows of a table belong to a team: by its own `teamId`, by the row that a column names in another table, or everybody's. `but` are columns
 * that are secrets; `key` is what orders the rows where it is not `id`.
 */
type Rule = { of: "team" | "all" | readonly [column: string, table: Tables]; key?: readonly string[]; but?: readonly string[] };

const part = (column: string, table: Tables, ...key: string[]): Rule => ({ of: [column, table], ...(key.length ? { key } : {}) });
const team: Rule = { of: "team" };
const all: Rule = { of: "all" };

/** Every table that a full export holds. A test compares this and `leftOut` with the schema: a table that nobody spoke for is in neither, and fails it. */
export const taken = {
  allegations: team,
  allegationActs: part("allegationId", "allegations", "allegationId", "act"),
  allegationCases: part("allegationId", "allegations", "allegationId", "caseId"),
  allegationPerpetrators: part("allegationId", "allegations"),
  allegationResponses: part("allegationId", "allegations"),
  allegationReviews: part("allegationId", "allegations"),
  complaints: team,
  auditEntries: { of: "all", key: ["seq"] },
  auditValues: { of: ["seq", "auditEntries"], key: ["seq", "position"] },
  cases: team,
  caseEvents: part("caseId", "cases", "caseId", "eventId", "link"),
  caseRights: part("caseId", "cases", "caseId", "right"),
  citations: part("sourceId", "sources"),
  adjustments: part("caseId", "cases"),
  caseClocks: { of: "team", key: ["caseId", "ruleId", "orderId"] },
  custodyMoments: part("caseId", "cases"),
  releaseEstimates: part("caseId", "cases"),
  releaseOverrides: part("caseId", "cases"),
  statedReleases: part("caseId", "cases"),
  recipients: all,
  exports: all,
  counts: team,
  countPlaces: part("countId", "counts", "countId", "placeId"),
  events: team,
  eventInstitutions: part("eventId", "events", "eventId", "institutionId", "role"),
  eventParticipants: part("eventId", "events", "eventId", "personId"),
  eventSites: part("eventId", "events"),
  eventSources: part("eventId", "events", "eventId", "sourceId"),
  files: { of: "team", but: ["sealedKey"] },
  fileUses: part("fileId", "files", "fileId", "subjectType", "subjectId"),
  importBatches: team,
  importMappings: team,
  importRows: team,
  orders: team,
  orderCases: part("orderId", "orders", "orderId", "caseId"),
  institutions: all,
  institutionNames: part("institutionId", "institutions", "institutionId", "nameKey"),
  organisations: all,
  places: all,
  placeNames: part("placeId", "places", "placeId", "nameKey"),
  people: team,
  personNames: part("personId", "people"),
  consents: team,
  recomputeRuns: all,
  ruleOverrides: all,
  reports: team,
  reportFiles: { of: ["reportId", "reports"], key: ["reportId", "format"], but: ["sealedKey"] },
  reportRecords: part("reportId", "reports", "reportId", "position"),
  reportTexts: part("reportId", "reports"),
  savedFilters: team,
  letterheads: all,
  sources: team,
  tasks: team,
  teams: all,
  teamMembers: { of: "team", key: ["teamId", "userId"] },
  users: { of: "all", but: ["passwordHash"] },
} as const satisfies { [K in Tables]?: Rule };
export type Taken = keyof typeof taken;

/** Tables that a full export does not hold, and why. */
export const leftOut = {
  "secrets, and who is signed in": ["sessions", "oneTimeLinks", "signInAttempts"],
  "keys and addresses that would have to be given anew": ["apiTokens", "apiTokenScopes", "webhooks", "webhookSubscriptions", "webhookDeliveries", "calendarFeeds"],
  "what one person is told, and how": ["notices", "noticePreferences", "noticeWays", "mailQueue"],
  "made from the rest": ["caseTexts", "caseCounters", "reportCounters"],
  "forms that were already answered, sheets that are still out": ["submissions", "sheetExports", "sheetRows", "sheetDrafts", "sheetCells"],
} as const satisfies Record<string, readonly Tables[]>;

const tableOf = (name: Tables): Table => schema[name] as unknown as Table;
const columnOf = (table: Table, name: string): PgColumn => {
  const column = table[name];
  if (!column) throw new Error(`${getTableName(table)} has no column ${name}`);
  return column;
};

/** What of a table belongs to these teams; undefined for everything. */
function belonging(tx: Reader, scope: Scope, name: Taken): SQL | undefined {
  if (name === "auditValues") return inArray(schema.auditValues.seq, openEntries(tx, scope));
  if (name === "exports") return or(isNull(schema.exports.madeById), inArray(schema.exports.madeById, colleagues(tx, scope)));
  const { of } = taken[name] as Rule;
  const table = tableOf(name);
  if (of === "all") return undefined;
  if (of === "team") return within(scope, columnOf(table, "teamId"));
  const [column, parent] = of;
  const above = belonging(tx, scope, parent as Taken);
  return above && inArray(columnOf(table, column), tx.select({ id: columnOf(tableOf(parent), "id") }).from(tableOf(parent) as PgTable).where(above));
}

const colleagues = (tx: Reader, scope: Scope) => tx.select({ id: schema.teamMembers.userId }).from(schema.teamMembers).where(within(scope, schema.teamMembers.teamId));

const administrative = ["user", "team", "place", "organisation", "institution", "invitation", "session", "rule", "run", "recipient"];
const withSubjects: readonly Taken[] = ["cases", "people", "consents", "events", "counts", "sources", "files", "allegations", "complaints", "orders", "tasks", "importBatches", "citations", "adjustments", "custodyMoments", "statedReleases", "allegationResponses"];

/** Entries of the log whose content these teams may see: about a case or a record of theirs, or about what belongs to everybody. */
function openEntries(tx: Reader, scope: Scope) {
  const { auditEntries } = schema;
  const own = withSubjects.map((name) => inArray(auditEntries.subjectId, tx.select({ id: columnOf(tableOf(name), "id") }).from(tableOf(name) as PgTable).where(belonging(tx, scope, name))));
  const cases = inArray(auditEntries.caseId, tx.select({ id: schema.cases.id }).from(schema.cases).where(within(scope, schema.cases.teamId)));
  return tx.select({ seq: auditEntries.seq }).from(auditEntries).where(or(cases, inArray(auditEntries.subjectType, administrative), ...own));
}

export type TakenRow = Record<string, unknown>;

/** The names of the columns that leave, as they stand in the files. */
export const columnsTaken = (name: Taken): string[] => {
  const { but = [] } = taken[name] as Rule;
  return Object.keys(getTableColumns(tableOf(name))).filter((column) => !but.includes(column));
};

/** The rows of a table that belong to these teams, batch by batch in the order of their keys; each batch is a seek and not an offset. */
export async function* rowsOf(tx: Reader, scope: Scope, name: Taken, limit: number): AsyncGenerator<TakenRow[], void> {
  const table = tableOf(name);
  const columns = columnsTaken(name);
  const keys = ((taken[name] as Rule).key ?? ["id"]).map((key) => columnOf(table, key));
  const own = belonging(tx, scope, name);
  const selected = { ...Object.fromEntries(columns.map((column) => [column, columnOf(table, column)])), ...Object.fromEntries(keys.map((key, at) => [`$${at}`, key])) };
  let after: unknown[] | undefined;
  do {
    const beyond = after && sql`(${sql.join(keys, sql`, `)}) > (${sql.join(after.map((value) => sql`${value}`), sql`, `)})`;
    const rows = (await tx.select(selected as Record<string, never>).from(table as PgTable).where(and(own, beyond)).orderBy(...keys.map((key) => asc(key))).limit(limit)) as TakenRow[];
    const last = rows.at(-1);
    after = rows.length === limit && last ? keys.map((_key, at) => last[`$${at}`]) : undefined;
    if (rows.length) yield rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  } while (after);
}
