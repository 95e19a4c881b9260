import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { answerCase } from "@/lib/release/answer";

type Golden = { id: string; title: string; kind: string; inputs: unknown; expected: Record<string, unknown>; why: string; source: string };

const folder = path.join(import.meta.dirname, "../../release/cases");
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Golden);

/** The answer cut down to what is expected of it; an expected null also stands for a key that is absent. */
function cutTo(expected: unknown, actual: unknown): unknown {
  if (expected === null) return actual ?? null;
  if (typeof expected !== "object" || Array.isArray(expected) || typeof actual !== "object" || actual === null) return actual;
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, cutTo(value, (actual as Record<string, unknown>)[key])]));
}

describe("worked examples", () => {
  it("that the documentation names exist", () => {
    const text = readFileSync(path.join(folder, "../../../docs/release-engine.md"), "utf8");
    const named = [...text.matchAll(/`([a-z]+-\d\d)`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !cases.some(({ id }) => id.toLowerCase() === name))).toEqual([]);
  });

  it("are found", () => expect(cases.length).toBeGreaterThan(50));

  it.each(cases.map((item) => [item.id, item.title, item] as const))("%s: %s", (_id, _title, { id, kind, inputs, expected }) => {
    const { mustWarn = [], mustNotWarn = [], ...rest } = expected as { mustWarn?: string[]; mustNotWarn?: string[] };
    const answer = answerCase({ id, kind, inputs }, "test");
    expect(cutTo(rest, answer)).toEqual(rest);
    expect(answer.warnings).toEqual(expect.arrayContaining(mustWarn));
    expect(mustNotWarn.filter((code) => (answer.warnings as string[]).includes(code))).toEqual([]);
  });
});
