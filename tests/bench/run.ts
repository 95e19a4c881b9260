import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { ensureKey } from "@/lib/vault/keys";
import { heapOptions } from "@/scripts/heap";
import { releaseVerdict, verdicts } from "./bars";
import { BENCH_NOW } from "./facts";
import { importTable, measureImport } from "./importing";
import { loadData } from "./load";
import { measureAll } from "./measuring";
import { measureReleases, releaseTable } from "./releasing";
import { readOptions } from "./options";
import { isCostly, readPlans } from "./plans";
import { comparison, exportTable, pageTable, type Result } from "./report";
import { buildAll } from "./servers";

const say = (text: string) => process.stdout.write(`${text}\n`);
const options = readOptions(process.argv.slice(2));
if (options.only === "release") {
  const release = measureReleases(options.quick ? 0.3 : 3);
  say(`${releaseTable(release)}\n\n${releaseVerdict(release)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ release }, null, 2)}\n`);
  process.exit(0);
}
// What goes on in this process is measured with the memory that the application has.
if (options.only === "import" && process.env.NODE_OPTIONS === undefined) {
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit", env: { ...process.env, NODE_OPTIONS: heapOptions() } });
  process.exit(status ?? 1);
}
const dataDir = mkdtempSync(path.join(tmpdir(), "erkin-bench-"));
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.env.DATA_DIR = dataDir;
process.env.ERKIN_NOW = BENCH_NOW;

ensureKey();
const { made, seconds } = await loadData(dataDir, options.cases, (text) => process.stderr.isTTY && process.stderr.write(`\r${text}`));
say(`${options.cases} invented cases, ${made ? "made" : "copied"} in ${seconds.toFixed(0)} s`);
if (options.only === "import") await showImport();
else if (options.plans) await showPlans();
else await showFigures();
process.exit(0);

async function showImport(): Promise<void> {
  const figures = await measureImport(dataDir, options.rows ?? (options.quick ? Math.round(options.cases / 10) : options.cases), say);
  say(`\n${importTable(figures)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ import: figures }, null, 2)}\n`);
}

async function showPlans(): Promise<void> {
  for (const { name, ms, statements } of await readPlans(dataDir)) {
    say(`\n${name}: ${ms.toFixed(1)} ms, ${statements.length} statements`);
    for (const { ms: each, plan, sql } of statements) {
      say(`  ${each.toFixed(2)} ms  ${sql.slice(sql.indexOf(" from ") + 1).slice(0, 120)}`);
      for (const line of plan) say(`      ${isCostly(line) ? "!" : " "} ${line}`);
    }
  }
}

async function showFigures(): Promise<void> {
  buildAll();
  const release = measureReleases(options.quick ? 0.3 : 3);
  const measured = await measureAll(dataDir, options.quick ? 0.1 : 1, say);
  const machine = { node: process.version, platform: `${process.platform} ${process.arch}`, cores: cpus().length, load: loadavg()[0] ?? 0 };
  const result: Result = { cases: options.cases, machine, loadSeconds: seconds, release, ...measured };
  say(`\n${machine.platform}, ${machine.cores} cores, Node ${machine.node}, load average ${machine.load.toFixed(1)}\n\n${pageTable(result)}\n\n${exportTable(result)}\n\n${releaseTable(release)}\n\n${verdicts(result)}`);
  if (options.against) say(`\n${comparison(result, JSON.parse(readFileSync(options.against, "utf8")) as Result)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}
