import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const folder = path.join(root, "tests/release/cases");
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as object);

function run(args: string[], input: string, env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, ["--import", "tsx", "--conditions=react-server", path.join(root, "scripts/release.ts"), ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe("the release command", () => {
  it("answers the same in any zone and locale of the process", () => {
    const request = JSON.stringify({ cases });
    const [west, east] = [
      run(["-"], request, { TZ: "America/Los_Angeles", LC_ALL: "en_US.UTF-8" }),
      run(["-"], request, { TZ: "Pacific/Kiritimati", LC_ALL: "kk_KZ.UTF-8" }),
    ];
    expect([west.code, east.code]).toEqual([0, 0]);
    expect((JSON.parse(west.out) as { answers: unknown[] }).answers).toHaveLength(cases.length);
    expect(west.out).toBe(east.out);
  }, 30_000);

  it("says with its exit code what it could not read", () => {
    expect(run(["-"], '{"cases":[{"id":"x","kind":"release","inputs":{"nope":1}}]}').code).toBe(0);
    expect(run(["-"], "[]")).toMatchObject({ code: 1, out: expect.stringContaining("INPUT_INVALID") as string });
    expect(run(["-"], "{").code).toBe(2);
    expect(run([], "").code).toBe(64);
  }, 30_000);
});
