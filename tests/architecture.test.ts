import path from "node:path";
import { describe, expect, it } from "vitest";
import { allFiles, sources } from "./support/sources";

const ground = ["lib/model", "lib/release", "lib/names", "lib/claims", "lib/exchange", "lib/i18n", "lib/wording", "lib/reports", "lib/disclosure", "lib/api"];

/** The table of floors: what each folder may import besides itself and the packages. The longest matching name counts. */
const floors: Record<string, string[]> = {
  app: ["components", "lib/web", "lib/services", ...ground],
  scripts: ["lib/services", "lib/documents", "db", "lib/vault", "lib/env", ...ground],
  components: ground,
  "lib/web": ["lib/services", "lib/vault", "lib/env", ...ground],
  "lib/services": ["db", "lib/vault", "lib/documents", "lib/env", ...ground],
  db: ["lib/vault", "lib/model", "lib/env"],
  "lib/vault": ["lib/model", "lib/env"],
  "lib/documents": ["lib/model", "lib/i18n", "lib/env"],
  "lib/release": ["lib/model"],
  "lib/names": ["lib/model"],
  "lib/claims": ["lib/model", "lib/names"],
  "lib/exchange": ["lib/model", "lib/names"],
  "lib/i18n": ["lib/model"],
  "lib/disclosure": ["lib/model", "lib/names"],
  "lib/wording": ["lib/model", "lib/i18n", "lib/names", "lib/release"],
  "lib/reports": ["lib/model", "lib/i18n", "lib/release", "lib/wording"],
  "lib/api": ["lib/model"],
  "lib/model": [],
  "lib/env": [],
  instrumentation: ["lib/web"],
  proxy: ["lib/env"],
  "next.config": [],
  "drizzle.config": [],
};

const all = sources();
const ours = all.filter(({ file }) => !file.startsWith("tests/") && !/^(vitest|playwright|eslint|postcss)\.config/.test(file));
const longest = (names: string[]) => names.sort((a, b) => b.length - a.length)[0];
const floorOf = (file: string) => longest(Object.keys(floors).filter((floor) => file === floor || file.startsWith(`${floor}/`) || file.startsWith(`${floor}.`)));

describe("the house", () => {
  it("has a floor for every file", () => {
    expect(ours.filter(({ file }) => !floorOf(file)).map(({ file }) => file)).toEqual([]);
  });

  it("imports only downwards", () => {
    const wrong = ours.flatMap(({ file, imports }) => {
      const floor = floorOf(file) ?? "";
      return imports.filter((target) => {
        const there = floorOf(target) ?? target;
        return there !== floor && !(floors[floor] ?? []).includes(there);
      }).map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("has no circles of imports", () => {
    const graph = new Map(all.map(({ file, imports, lazy }) => [file, imports.filter((target) => !lazy.includes(target))]));
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") return void circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      state.set(file, "open");
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      state.set(file, "done");
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("locks the middle and storage floors against the browser", () => {
    const open = ours.filter(({ file, text }) => /^lib\/(services|vault)\/|^db\/(store|sqlite|postgres|migrate)\.ts/.test(file) && !/import "server-only"/.test(text) && /\bfrom "@?\/?(@\/db|@\/lib\/vault|node:)/.test(text));
    expect(open.map(({ file }) => file)).toEqual([]);
  });

  it("exports nothing but wrapped actions from 'use server' files", () => {
    const wrapped = /^export const [a-z]\w*Action = (formAction|publicFormAction|choiceAction|previewAction|openPreviewAction|answerAction)\(/;
    const wrong = ours.filter(({ text }) => /^\s*"use server"/m.test(text)).flatMap(({ file, text }) => {
      if (!/^"use server";/.test(text)) return [`${file}: "use server" inside the file`];
      return text.split("\n").filter((line) => /^export\b/.test(line) && !/^export type\b/.test(line) && !wrapped.test(line)).map((line) => `${file}: ${line}`);
    });
    expect(wrong).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const readers = ours.filter(({ file, text }) => /process\.env\b/.test(text) && !/^(lib\/env\.ts|proxy\.ts|next\.config\.ts|drizzle\.config\.ts|instrumentation\.ts|scripts\/)/.test(file));
    expect(readers.map(({ file }) => file)).toEqual([]);
  });

  it("asks for the time only in services, scripts and migrations", () => {
    const askers = ours.filter(({ file, text }) => /new Date\(\)|Date\.now\(|Temporal\.Now/.test(text) && !/^(lib\/services\/|scripts\/|db\/migrate\.ts)/.test(file));
    expect(askers.map(({ file }) => file)).toEqual([]);
  });

  it("keeps files short, and their names in one style", () => {
    expect(all.filter(({ text }) => text.split("\n").length > 301).map(({ file, text }) => `${file}: ${text.split("\n").length} lines`)).toEqual([]);
    const segment = /^(\(?[a-z0-9]+(-[a-z0-9]+)*\)?|\[(\.\.\.)?[a-zA-Z]+\]|\[\[\.\.\.[a-zA-Z]+\]\]|openapi\.json)$/;
    const named = (file: string) => file.split("/").every((part, at, parts) => segment.test(at === parts.length - 1 ? part.replace(/(\.[a-z0-9]+)+$/, "") : part) && !/^(utils?|helpers?|common|misc)$/.test(path.parse(part).name));
    expect(allFiles().filter((file) => !file.startsWith("db/migrations/") && !named(file))).toEqual([]);
  });

  it("has named exports and no barrels", () => {
    const framework = /(^|\/)(page|layout|error|global-error|not-found|loading)\.tsx$|config\.(m?ts|mjs)$|^lib\/web\/intl\.ts$/;
    expect(all.filter(({ file, text }) => /^export default/m.test(text) && !framework.test(file)).map(({ file }) => file)).toEqual([]);
    expect(all.filter(({ file, text }) => /^export \*/m.test(text) && file !== "db/schema/index.ts").map(({ file }) => file)).toEqual([]);
  });

  it("carries no unfinished business", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "XX" + "X"].map((mark) => `\\b${mark}\\b`).join("|"));
    expect(all.filter(({ text }) => marks.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
