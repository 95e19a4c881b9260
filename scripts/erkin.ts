import { store } from "@/db/store";
import { AppError, isDiskFull } from "@/lib/model/errors";
import { backup } from "./cli/backup";
import { type Command, exits, type Outcome, Stop } from "./cli/command";
import { exporting } from "./cli/export";
import { importing } from "./cli/import";
import { reporting } from "./cli/report";
import { restore } from "./cli/restore";
import { preflight } from "./preflight";

const commands: Record<string, Command> = { export: exporting, import: importing, report: reporting, backup, restore };

/** One object on the standard output for programs; everything for people goes to the other one. */
function told(name: string, { exit, said, data }: Outcome, json: boolean): number {
  if (json) console.log(JSON.stringify({ command: name, ok: exit === "ok", exit: exits[exit], outcome: exit, message: said, ...data }));
  else if (said) console.error(said);
  return exits[exit];
}

const help = (): string =>
  [
    "npm run -s erkin -- COMMAND … [--json]",
    "",
    ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(9)}${about}`),
    "  help     this list, or how one command is called: help COMMAND",
    "",
    "--json prints one object on the standard output. Words for people go to the standard error.",
    "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 not found, 4 disk or data busy, 5 a sealed file does not open or was changed.",
  ].join("\n");

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes("--json");
  const [name = "help", ...rest] = args.filter((each) => each !== "--json");
  if (name === "help" || name === "--help" || name === "-h") {
    const one = commands[rest[0] ?? ""];
    if (rest[0] !== undefined && !one) return told(name, { exit: "usage", said: `There is no command ${rest[0]}.\n\n${help()}` }, json);
    const text = one ? `npm run -s erkin -- ${one.usage}` : help();
    console.log(json ? JSON.stringify({ command: "help", ok: true, exit: 0, commands: Object.keys(commands), message: text }) : text);
    return 0;
  }
  const command = commands[name];
  if (!command) return told(name, { exit: "usage", said: `There is no command ${name}.\n\n${help()}` }, json);
  if (json && rest.some((word, at) => word === "--out=-" || (word === "-" && rest[at - 1] === "--out"))) return told(name, { exit: "usage", said: "--json and --out - would both write to the standard output." }, json);
  if (rest.includes("--help")) return told(name, { exit: "ok", said: `npm run -s erkin -- ${command.usage}` }, json);
  try {
    return told(name, await command.run(rest), json);
  } catch (error) {
    return told(name, outcomeOf(error, command), json);
  } finally {
    await closed();
  }
}

const appExits: Partial<Record<AppError["code"], Outcome["exit"]>> = { not_found: "missing", disk_full: "storage", busy: "storage" };

function outcomeOf(error: unknown, { usage }: Command): Outcome {
  if (error instanceof Stop) return { exit: error.exit, said: error.exit === "usage" ? `${error.message}\n\nnpm run -s erkin -- ${usage}` : error.message, data: error.data };
  if (error instanceof AppError) return { exit: appExits[error.code] ?? "refused", said: refusal(error), data: { problem: error.code, problems: error.detail.problems ?? {} } };
  if (isDiskFull(error)) return { exit: "storage", said: "There is no room left on the disk." };
  if (error instanceof Error && "code" in error && typeof error.code === "string" && /^(EACCES|EPERM|EROFS|ENOENT|EISDIR|ENOTDIR|SQLITE_BUSY|SQLITE_READONLY|SQLITE_CANTOPEN)$/.test(error.code)) {
    return { exit: error.code === "ENOENT" ? "missing" : "storage", said: error.message, data: { problem: error.code } };
  }
  throw error;
}

const refusal = ({ code, detail: { problems = {} } }: AppError): string =>
  [`Refused: ${code}`, ...Object.entries(problems).map(([field, problem]) => `  ${field}: ${problem.code}${placed(problem.params)}`)].join("\n");

/** What a refusal says more exactly, such as the line and the cell of a file. */
const placed = (params: Record<string, string | number> = {}): string => (Object.keys(params).length === 0 ? "" : ` (${Object.entries(params).map(([name, value]) => `${name} ${value}`).join(", ")})`);

/** A command that failed before it opened the store must not make one. */
async function closed(): Promise<void> {
  const opened = (globalThis as { erkinStore?: unknown }).erkinStore;
  if (opened !== undefined) await (await store()).close();
}

preflight();
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
