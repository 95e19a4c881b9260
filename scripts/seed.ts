import { readFileSync } from "node:fs";
import { store } from "@/db/store";
import { readFixture } from "@/lib/model/seed-fixture";
import { inputContext } from "@/lib/services/organisation";
import { recordSampleData } from "@/lib/services/sample-data";
import { recordFixture, SeedProblem, type Seeded } from "@/lib/services/seed";
import { clerkOf, seedAccess } from "@/lib/services/seed-access";
import { isSetUp } from "@/lib/services/setup";
import { preflight } from "./preflight";
import { prepareData } from "./prepare";

const USAGE = "usage: npm run seed -- --fixture FILE.json | --sample";

/** Exit codes: 0 recorded, 1 the file is refused (each problem by its place), 2 the file cannot be read, 64 wrong usage. */
async function main([what, file, extra]: readonly string[]): Promise<number> {
  if (extra !== undefined || (what === "--fixture" ? file === undefined : what !== "--sample" || file !== undefined)) return say(64, USAGE);
  await prepareData();
  try {
    return what === "--sample" ? await sample() : await fixture(file ?? "");
  } catch (error) {
    if (error instanceof SeedProblem) return say(1, error.message);
    throw error;
  } finally {
    await (await store()).close();
  }
}

async function sample(): Promise<number> {
  if (!(await isSetUp())) return say(1, "Set Erkin up first: npm start prints the link.");
  return report(await recordSampleData(await clerkOf()));
}

async function fixture(file: string): Promise<number> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return say(2, `${file}: ${error instanceof Error ? error.message : "unreadable"}`);
  }
  const read = readFixture(value, await inputContext());
  if (!read.ok) return say(1, read.problems.join("\n"));
  return report(await recordFixture(read.fixture, await seedAccess(read.fixture)));
}

function report({ caseIds: _, ...counts }: Seeded): number {
  console.log(`Recorded: ${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(", ")}.`);
  return 0;
}

function say(code: number, text: string): number {
  console.error(text);
  return code;
}

preflight();
process.exitCode = await main(process.argv.slice(2));
