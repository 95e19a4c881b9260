import { existsSync } from "node:fs";
import { databaseFile } from "@/db/sqlite";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import { verifyChain, type Verdict } from "@/lib/services/audit-verify";
import { preflight } from "./preflight";

const USAGE = "npm run -s audit -- verify [--json]\n\nExit codes: 0 the log is whole, 1 the chain is broken, 4 the chain holds but content differs from it, 64 wrong usage, 66 no database.";
const codes = { chain: 1, content: 4 } as const;

const [command, ...options] = process.argv.slice(2);
const json = options.includes("--json");
if (command !== "verify" || options.some((option) => option !== "--json")) fail(64, USAGE);
preflight();
if (env.dialect === "sqlite" && !existsSync(databaseFile(env.dataDir))) fail(66, "There is no database in the data folder yet.");

const opened = await store();
const verdict = await verifyChain(opened.read);
await opened.close();
console.log(json ? JSON.stringify(verdict) : sentence(verdict));
process.exitCode = verdict.problem ? codes[verdict.problem] : 0;

function sentence({ entries, head, firstBad, problem }: Verdict): string {
  if (problem === "chain") return `BROKEN at entry ${firstBad}: it was changed, removed or put in. The ${entries} before it are whole.`;
  if (problem === "content") return `DIFFERS at entry ${firstBad}: the chain of ${entries} is whole, but what lies beside that entry is not what it committed to.`;
  return `The log is whole: ${entries} entries.\nHead: ${head}\nWrite the head down somewhere else: only a copy kept elsewhere shows that a whole log was replaced.`;
}

function fail(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
