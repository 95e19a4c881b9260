import { createServer } from "node:http";
import Database from "better-sqlite3";
import { floorSql } from "./floor-sql";

type Row = Record<string, string | number | null>;

/** A server that does nothing but answer: no framework, no session, no words. Started by the benchmark with its file and port. */
const [file = "", port = ""] = process.argv.slice(2);
const db = new Database(file, { readonly: true });
const prepared = Object.fromEntries(Object.entries(floorSql).map(([name, sql]) => [name, db.prepare<[Record<string, unknown>], Row>(sql)])) as Record<keyof typeof floorSql, Database.Statement<[Record<string, unknown>], Row>>;
const table = (rows: Row[]) => `<!doctype html><table>${rows.map((row) => `<tr>${Object.values(row).map((value) => `<td>${value ?? ""}</td>`).join("")}</tr>`).join("")}</table>`;
const csv = (row: Row) => `${Object.values(row).map((value) => `"${String(value ?? "").replaceAll('"', '""')}"`).join(",")}\r\n`;
const BATCH = 1000;

createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const [q, id] = [`"${searchParams.get("q") ?? ""}"`, searchParams.get("id")];
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (pathname === "/search") return response.end(table(prepared.search.all({ q })));
  if (pathname === "/case") return response.end(table([...prepared.case.all({ id }), ...prepared.moments.all({ id }), ...prepared.answer.all({ id })]));
  if (pathname === "/dashboard") return response.end(table([...prepared.counts.all({ now: Date.now() }), ...prepared.list.all({})]));
  if (pathname !== "/export") return response.end(table(prepared.list.all({})));
  let lines: string[] = [];
  for (const row of prepared.export.iterate({})) {
    if (lines.push(csv(row)) < BATCH) continue;
    response.write(lines.join(""));
    lines = [];
  }
  return response.end(lines.join(""));
}).listen(Number(port), "127.0.0.1");
