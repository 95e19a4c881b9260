import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { connect, databaseFile } from "@/db/sqlite";
import * as schema from "@/db/schema";
import { useStore, type Db } from "@/db/store";
import { listViews } from "@/lib/model/case-query";
import type { Actor } from "@/lib/model/permissions";
import { getCaseList, streamCases } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { getDashboard } from "@/lib/services/dashboard";
import { asker, teamIds, USER_ID } from "./asker";
import { questions } from "./questions";

const OF_A_SMALL_TEAM: Actor = { ...asker, teamIds: teamIds.slice(2) };
const REPEATS = 5;

type Statement = { sql: string; params: unknown[] };
export type PlanOf = { name: string; ms: number; statements: { ms: number; plan: string[]; sql: string }[] };

/** What every reading page asks of SQLite: processor time and query plan of each statement, through the services themselves. */
export async function readPlans(dataDir: string): Promise<PlanOf[]> {
  const db = connect(databaseFile(dataDir));
  const heard: Statement[] = [];
  const read = drizzle({ client: db, schema, logger: { logQuery: (sql, params) => heard.push({ sql, params }) } }) as unknown as Db;
  useStore({ dialect: "sqlite", read, write: () => Promise.reject(new Error("plans only read")), close: () => Promise.resolve() });
  const caseId = db.prepare("SELECT id FROM cases WHERE team_id = ? ORDER BY created_at DESC LIMIT 1 OFFSET 500").pluck().get(teamIds[0]) as string;
  const firstBatch = async () => void (await streamCases(asker, { view: "all" }).next());
  const asked: [string, () => Promise<unknown>][] = [
    ...listViews.map((view): [string, () => Promise<unknown>] => [`list ${view}`, () => getCaseList(asker, { view })]),
    ["list all, recent", () => getCaseList(asker, { view: "all", sort: "recent" })],
    ["list page 20", () => getCaseList(asker, { page: 20 })],
    ["list of a small team", () => getCaseList(OF_A_SMALL_TEAM, {})],
    ["list all of a small team", () => getCaseList(OF_A_SMALL_TEAM, { view: "all" })],
    ["list of own cases", () => getCaseList(asker, { ownerId: USER_ID })],
    ...Object.entries(questions).map(([name, q]): [string, () => Promise<unknown>] => [`search ${name}`, () => getCaseList(asker, { view: "all", q })]),
    ["dashboard", () => getDashboard(asker)],
    ["case page", () => getCasePage(asker, caseId)],
    ["export, first thousand", firstBatch],
  ];
  const plans: PlanOf[] = [];
  for (const [name, ask] of asked) plans.push(await planOf(db, heard, name, ask));
  db.close();
  return plans;
}

async function planOf(db: Database.Database, heard: Statement[], name: string, ask: () => Promise<unknown>): Promise<PlanOf> {
  for (let n = 0; n < REPEATS; n++) await ask();
  heard.length = 0;
  const start = process.cpuUsage();
  for (let n = 0; n < REPEATS; n++) await ask();
  const ms = cpuSince(start) / REPEATS;
  const once = heard.slice(0, heard.length / REPEATS);
  return { name, ms, statements: once.map((statement) => ({ sql: statement.sql, ms: timeOf(db, statement), plan: explain(db, statement) })) };
}

function timeOf(db: Database.Database, { sql, params }: Statement): number {
  const prepared = db.prepare(sql);
  const start = process.cpuUsage();
  for (let n = 0; n < REPEATS; n++) prepared.all(...params);
  return cpuSince(start) / REPEATS;
}

/** Processor milliseconds: on a shared machine they say more than the clock does. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const explain = (db: Database.Database, { sql, params }: Statement): string[] =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map((row) => row.detail);

/** Lines of a plan that grow with the table: a scan without an index, or a sort. */
export const isCostly = (line: string): boolean => /^SCAN (?!CONSTANT|\w+ VIRTUAL)/.test(line) || line.includes("TEMP B-TREE");
