import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { databaseFile } from "@/db/sqlite";
import { buildIfNeeded } from "@/scripts/build";
import { BENCH_NOW } from "./facts";
import { floorSql } from "./floor-sql";
import { freePort, startServer, type Running } from "./processes";

const FLOOR = path.join("tests", "bench", "floor-next");
const nextScript = path.join("node_modules", "next", "dist", "bin", "next");

/** Builds what the run needs: the application, and the bare page beside it. */
export function buildAll(): void {
  buildIfNeeded();
  const built = path.join(FLOOR, ".next", "BUILD_ID");
  if (existsSync(built) && statSync(built).mtimeMs > statSync(path.join(FLOOR, "app", "page.tsx")).mtimeMs) return;
  const run = spawnSync(process.execPath, [nextScript, "build", FLOOR], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
  if (run.status !== 0) throw new Error("the bare Next page could not be built");
}

/** Connections are kept for a minute, so that none is closed under a request of the benchmark. */
const listening = (port: number): string[] => ["-H", "127.0.0.1", "-p", String(port), "--keepAliveTimeout", "60000"];

export async function startOurs(dataDir: string): Promise<Running> {
  const port = await freePort();
  const env = { DATA_DIR: dataDir, PORT: String(port), NEXTAUTH_URL: `http://127.0.0.1:${port}`, ERKIN_NOW: BENCH_NOW, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  return startServer([nextScript, "start", ...listening(port)], { port, env, ready: "/health" });
}

export async function startBareNext(dataDir: string): Promise<Running> {
  const port = await freePort();
  const env = { FLOOR_FILE: databaseFile(dataDir), FLOOR_SQL: floorSql.list, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  return startServer([nextScript, "start", FLOOR, ...listening(port)], { port, env, ready: "/" });
}

export async function startBareNode(dataDir: string): Promise<Running> {
  const port = await freePort();
  return startServer(["--import", "tsx", path.join("tests", "bench", "floor-node.ts"), databaseFile(dataDir), String(port)], { port, env: { NODE_ENV: "production" }, ready: "/" });
}
