import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const SOURCES = ["app", "components", "db", "lib", "messages", "proxy.ts", "instrumentation.ts", "next.config.ts", "package-lock.json"];

function newest(at: string): number {
  const stat = statSync(at, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(at).map((name) => newest(path.join(at, name))));
}

/** Builds the application unless a build newer than every source is there. Ends the process when the build fails. */
export function buildIfNeeded(): void {
  const built = path.join(".next", "BUILD_ID");
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...SOURCES.map(newest))) return;
  console.log("Building Erkin, once …");
  const run = spawnSync("npx", ["next", "build"], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
