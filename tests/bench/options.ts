import { parseArgs } from "node:util";

export type Options = { cases: number; json: string | undefined; quick: boolean; plans: boolean; only: "release" | "import" | undefined; rows: number | undefined; against: string | undefined };

export const usage = `npm run bench -- [--cases 100000] [--quick] [--json FILE] [--against FILE] [--plans] [--only release|import] [--rows N]
  --quick     a tenth of the requests, for a first look
  --json      writes the figures to FILE as well
  --against   compares with the figures that an earlier run wrote (for "ten times the cases, the same speed")
  --plans     instead of measuring servers, shows time and query plan of every statement that the pages read with
  --only release  the release engine alone: computations a second on one core, in seconds and without data
  --only import   a file of as many cases brought in beside as many that are there, through the services of this process
  --rows      so many rows in the file that is brought in`;

/** Throws on an unknown option or a number of cases that is none. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { cases: { type: "string", default: "100000" }, json: { type: "string" }, quick: { type: "boolean", default: false }, plans: { type: "boolean", default: false }, only: { type: "string" }, rows: { type: "string" }, against: { type: "string" } },
  });
  const cases = Number(values.cases);
  if (!Number.isInteger(cases) || cases < 1000 || cases > 2_000_000) throw new Error(`--cases takes 1000 to 2000000\n${usage}`);
  const rows = values.rows === undefined ? undefined : Number(values.rows);
  if (rows !== undefined && !(Number.isInteger(rows) && rows >= 1000 && rows <= 1_000_000)) throw new Error(`--rows takes 1000 to 1000000\n${usage}`);
  if (values.only !== undefined && values.only !== "release" && values.only !== "import") throw new Error(`--only takes release or import\n${usage}`);
  return { cases, json: values.json, quick: values.quick, plans: values.plans, only: values.only, rows, against: values.against };
}
