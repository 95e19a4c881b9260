import { settingProblem } from "@/lib/env";

/** Ends with a sentence that says what to do when this Node cannot run Erkin (better-sqlite3 needs Node-API 10), or a setting forbids it. */
export function preflight(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const supported = major > 22 || (major === 22 && minor >= 14);
  if (!supported) end(`Erkin needs Node 22.14 or newer; this is ${process.version}. On Linux x64 run it through npm (npm start), elsewhere install Node 24 LTS.`);
  const problem = settingProblem();
  if (problem) end(`Erkin cannot start: ${problem}`);
}

function end(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
