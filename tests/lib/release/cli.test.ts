import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { argumentsOf, makeCommands } from "../../support/commands";
import * as any from "./arbitraries";

const root = path.join(import.meta.dirname, "../../..");
const folder = path.join(root, "tests/release/cases");
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as object);

function run(args: string[], input: string, env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, [...argumentsOf("release"), ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** A thousand random questions, the same in each process because the seed is fixed. */
const random = fc.sample(
  fc.record({
    kind: fc.constantFrom("release", "status", "limit-check"),
    inputs: fc.record({
      tz: any.zone,
      start: any.anyStart,
      term: any.anyTerm,
      convention: any.convention,
      credits: fc.array(any.credit, { maxLength: 2 }),
      interruptions: fc.array(any.interruption, { maxLength: 2 }),
      limitsHours: fc.constant([3, 48]),
      asOf: any.instantText,
    }),
  }),
  { numRuns: any.runs.numRuns, seed: 20_191_031 },
);

beforeAll(makeCommands);

describe("the release command", () => {
  it("answers the same in any zone and locale of the process", () => {
    const request = JSON.stringify({ cases: [...cases, ...random.map((item, i) => ({ id: i, ...item }))] });
    const [plain, west, east] = [
      run(["-"], request, { TZ: "UTC", LC_ALL: "C" }),
      run(["-"], request, { TZ: "America/Los_Angeles", LC_ALL: "en_US.UTF-8" }),
      run(["-"], request, { TZ: "Pacific/Kiritimati", LC_ALL: "kk_KZ.UTF-8" }),
    ] as const;
    expect([plain.code, west.code, east.code]).toEqual([0, 0, 0]);
    expect((JSON.parse(plain.out) as { answers: unknown[] }).answers).toHaveLength(cases.length + random.length);
    expect(west.out === plain.out && east.out === plain.out).toBe(true);
  }, 60_000);

  it("says with its exit code what it could not read", () => {
    expect(run(["-"], '{"cases":[{"id":"x","kind":"release","inputs":{"nope":1}}]}').code).toBe(0);
    expect(run(["-"], "[]")).toMatchObject({ code: 1, out: expect.stringContaining("INPUT_INVALID") as string });
    expect(run(["-"], "{").code).toBe(2);
    expect(run([], "").code).toBe(64);
  }, 30_000);
});
