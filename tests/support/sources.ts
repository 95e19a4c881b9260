import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDERS = ["app", "components", "db", "lib", "scripts", "tests"];
const CODE = /\.(ts|tsx|mts|mjs)$/;

/** `lazy` are those among the imports that are only loaded by a call of import(). */
export type Source = { file: string; text: string; imports: string[]; lazy: string[] };

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    // The benchmark leaves a build of its bare page; a build is nobody's source.
    if (entry.name === ".next") return [];
    return entry.isDirectory() ? filesBelow(inside) : [inside];
  });
}

export const allFiles = (): string[] => [...FOLDERS.flatMap(filesBelow), ...readdirSync(ROOT).filter((name) => CODE.test(name) && name !== "next-env.d.ts")];

/** Every code file of the project with what it imports of ours, as paths from the root; `import type` counts like any other. */
export function sources(): Source[] {
  return allFiles()
    .filter((file) => CODE.test(file))
    .map((file) => {
      const text = readFileSync(path.join(ROOT, file), "utf8");
      const targets = (pattern: RegExp) => new Set([...text.matchAll(pattern)].flatMap(([, name = ""]) => resolved(file, name) ?? []));
      const eager = new Set([...targets(/(?:^|\n)\s*(?:import|export)\b[^;"'`]*?from\s*"([^"]+)"/g), ...targets(/^\s*import\s*"([^"]+)"/gm)]);
      const lazy = targets(/\bimport\(\s*"([^"]+)"/g);
      return { file, text, imports: [...new Set([...eager, ...lazy])], lazy: [...lazy].filter((target) => !eager.has(target)) };
    });
}

function resolved(from: string, name: string): string | undefined {
  const at = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? path.posix.join(path.posix.dirname(from), name) : undefined;
  if (at === undefined || at.endsWith(".css") || at.endsWith(".json")) return undefined;
  const candidates = [at, `${at}.ts`, `${at}.tsx`, `${at}/index.ts`];
  return candidates.find((each) => existsSync(path.join(ROOT, each)) && statSync(path.join(ROOT, each)).isFile()) ?? at;
}
