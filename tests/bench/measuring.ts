import type Database from "better-sqlite3";
import { connect, databaseFile } from "@/db/sqlite";
import { listPlaces } from "@/db/queries/organisation";
import { store } from "@/db/store";
import { foldName } from "@/lib/names/fold";
import { recordCase } from "@/lib/services/cases";
import { asker, teamIds } from "./asker";
import { Client } from "./client";
import { askedExport, measureExport } from "./exporting";
import { floorSql } from "./floor-sql";
import { createCase, getPage, pages, quickForm } from "./pages";
import { rssMiB, type Running } from "./processes";
import { questions } from "./questions";
import type { Result } from "./report";
import { startBareNext, startBareNode, startOurs } from "./servers";
import { measure, type Figures } from "./timing";

const WARM = 40;
const TIMES = 200;
const TOGETHER = { clients: 8, seconds: 5 };
const QUESTION = foldName(questions["Cyrillic, lower case"]);

type Measured = Pick<Result, "floor" | "pages" | "create" | "exports" | "rssMiB">;

/** Measures the floor and ours, one server after the other so that they do not share the machine; `share` makes all counts smaller. */
export async function measureAll(dataDir: string, share: number, say: (text: string) => void): Promise<Measured> {
  const plan = { warm: Math.ceil(WARM * share), times: Math.ceil(TIMES * share), together: { ...TOGETHER, seconds: Math.max(1, TOGETHER.seconds * share) } };
  const db = connect(databaseFile(dataDir));
  const caseId = db.prepare("SELECT id FROM cases WHERE team_id = ? ORDER BY created_at DESC LIMIT 1 OFFSET 500").pluck().get(teamIds[0]) as string;
  say("the floor …");
  const sqlite = await measureSqlite(db, caseId, plan);
  db.close();
  const next = await using(startBareNext(dataDir), ({ pid }, client) => measure(() => getPage(client, "/"), { ...plan, pid }));
  const node = await using(startBareNode(dataDir), (server, client) => measureNode(server, client, caseId, plan));
  say("ours …");
  const ours = await using(startOurs(dataDir), (server, client) => measureOurs(server, client, caseId, plan));
  const service = await measureService(plan);
  return { floor: { next, sqlite, ...node }, ...ours, create: { form: ours.create, service } };
}

type Plan = { warm: number; times: number; together: { clients: number; seconds: number } };

async function using<T>(starting: Promise<Running>, work: (server: Running, client: Client) => Promise<T>): Promise<T> {
  const server = await starting;
  const client = new Client(server.url);
  try {
    return await work(server, client);
  } finally {
    client.close();
    await server.stop();
  }
}

async function measureSqlite(db: Database.Database, id: string, { warm, times }: Plan): Promise<Record<string, Figures>> {
  const asked = { list: {}, counts: { now: Date.now() }, search: { q: `"${QUESTION}"` }, case: { id } };
  const figures: Record<string, Figures> = {};
  for (const [name, values] of Object.entries(asked)) {
    const statement = db.prepare(floorSql[name as keyof typeof asked]);
    figures[name] = await measure(() => (statement.all(values), 0), { warm, times });
  }
  return figures;
}

async function measureNode(server: Running, client: Client, id: string, plan: Plan): Promise<Pick<Measured["floor"], "node" | "export">> {
  const asked = { list: "/", dashboard: "/dashboard", search: `/search?q=${encodeURIComponent(QUESTION)}`, "case page": `/case?id=${id}` };
  const node: Record<string, Figures> = {};
  for (const [name, address] of Object.entries(asked)) node[name] = await measure(() => getPage(client, address), { ...plan, pid: server.pid });
  return { node, export: await measureExport(client, server, "/export", "/") };
}

async function measureOurs(server: Running, client: Client, caseId: string, plan: Plan): Promise<Pick<Measured, "pages" | "exports" | "rssMiB"> & { create: Figures }> {
  await client.signIn();
  const idle = rssMiB(server.pid);
  const figures: Record<string, Figures> = {};
  for (const [name, address] of Object.entries(pages(caseId))) figures[name] = await measure(() => getPage(client, address), { ...plan, pid: server.pid });
  const form = await quickForm(client);
  const create = await measure((turn) => createCase(client, form, turn), { warm: plan.warm, times: plan.times, pid: server.pid });
  const formats = ["csv", "xlsx", "json"] as const;
  const exported = {} as Measured["exports"];
  for (const format of formats) exported[format] = await measureExport(client, server, await askedExport(client, format), "/cases");
  return { pages: figures, create, exports: exported, rssMiB: { idle, after: rssMiB(server.pid) } };
}

/** Recording a case without HTTP, form and page, with the same durable settings. */
async function measureService({ warm, times }: Plan): Promise<Figures> {
  const opened = await store();
  const [place] = await listPlaces(opened.read);
  const figures = await measure(
    async (turn) => {
      await recordCase(asker, { who: "named", name: `Өлшем Қызметұлы ${turn}`, personId: null, count: "", sex: "male", seized: "2026-11-19T10:30", placeId: place?.id ?? "", agency: "", heldAt: "", detentionKind: "administrative_arrest" });
      return 0;
    },
    { warm, times },
  );
  await opened.close();
  return figures;
}
