import { readFileSync } from "node:fs";
import { answerCases } from "../lib/release/answer";

/**
 * `npm run -s release -- FILE.json` (or `-` for standard input): {"cases":[…]} in, {"answers":[…]} out.
 * Exit codes: 0 answered, each answer may still carry an `error`; 1 the request has no `cases`; 2 it cannot be read or
 * is not JSON; 3 the zone data of this Node is too old to compute with; 64 wrong usage.
 */
function main(args: readonly string[]): number {
  const [file, extra] = args;
  if (file === undefined || extra !== undefined) {
    process.stderr.write("usage: npm run -s release -- FILE.json | -\n");
    return 64;
  }
  let request: unknown;
  try {
    request = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    print({ answers: [], error: "UNREADABLE", message: error instanceof Error ? error.message : "unreadable" });
    return 2;
  }
  const result = answerCases(request, process.versions["tz"] ?? "unknown");
  print(result);
  if (result.error !== undefined) return 1;
  return result.answers.some(({ error }) => error === "ZONE_DATA_STALE") ? 3 : 0;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

process.exitCode = main(process.argv.slice(2));
