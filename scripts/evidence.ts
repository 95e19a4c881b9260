import { existsSync } from "node:fs";
import { databaseFile } from "@/db/sqlite";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import { verifyEvidence, type EvidenceVerdict } from "@/lib/services/evidence-verify";
import { preflight } from "./preflight";

const USAGE = `npm run -s evidence -- verify [--json]

Reads every evidence file to its end and compares it with the SHA-256 and the size of its receipt. May run beside the server.

Exit codes: 0 all files are whole, 1 a file is missing, damaged or differs, or one lies there that belongs to none, 64 wrong usage, 66 no database.`;

const [command, ...options] = process.argv.slice(2);
const json = options.includes("--json");
if (command !== "verify" || options.some((option) => option !== "--json")) fail(64, USAGE);
preflight();
if (env.dialect === "sqlite" && !existsSync(databaseFile(env.dataDir))) fail(66, "There is no database in the data folder yet.");

const opened = await store();
const verdict = await verifyEvidence(opened.read);
await opened.close();
console.log(json ? JSON.stringify(verdict) : sentence(verdict));
process.exitCode = verdict.faults.length + verdict.stray.length > 0 ? 1 : 0;

function sentence({ files, bytes, faults, stray }: EvidenceVerdict): string {
  const says = { missing: "is missing", damaged: "is damaged", differs: "is not what was received" };
  const lines = [
    ...faults.map(({ id, copy, problem }) => `${copy === "original" ? "ORIGINAL" : "COPY FOR SHOWING"} ${id} ${says[problem]}.`),
    ...stray.map((name) => `STRAY ${name} belongs to no file.`),
  ];
  const read = `${files} files, ${bytes} bytes read.`;
  return lines.length === 0 ? `All evidence is whole: ${read}` : `${lines.join("\n")}\n${read}`;
}

function fail(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
