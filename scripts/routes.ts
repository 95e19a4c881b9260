import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { operations, type Operation } from "@/lib/api/contract";
import { actionRights } from "./action-rights";
import { routeRights, type Right } from "./route-rights";

type Entry = { kind: "page" | "route" | "action"; path: string; methods: readonly string[]; right: Right | null; /** What a token must be for, where no cookie counts. */ scope?: string; input?: unknown };

const manifest = (name: string): unknown => JSON.parse(readFileSync(path.join(".next", "server", name), "utf8"));

/** Groups such as `(app)` are folders only. */
const addressOf = (key: string): string => key.replace(/\/\([^)]+\)/g, "").replace(/\/(page|route)$/, "") || "/";

function builtRoutes(): Entry[] {
  const built = manifest("app-paths-manifest.json") as Record<string, string>;
  return Object.keys(built).flatMap((key) => {
    const at = addressOf(key);
    const page = key.endsWith("/page");
    const declared = routeRights[at] ?? null;
    const operations = apiOperations(at);
    if (operations.length) return operations.map((operation) => apiEntry(at, operation, declared));
    const methods = page ? ["GET"] : at.startsWith("/api/auth/") ? ["GET", "POST"] : ["GET"];
    return [{ kind: page ? "page" : "route", path: at, methods, right: declared }];
  });
}

const apiOperations = (at: string): Operation[] => Object.values<Operation>(operations).filter(({ path: under }) => `/api/v1${under.replace(/\{(\w+)\}/g, "[$1]")}` === at);

/** One method of the API: the permission of the token's user, and the scope that the token must have. */
function apiEntry(at: string, { method, permission, scope, body }: Operation, declared: Right | null): Entry {
  const input = body ? { input: z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) } : {};
  return { kind: "route", path: at, methods: method === "GET" ? ["GET", "HEAD"] : [method], right: declared && permission, ...(scope === null ? {} : { scope }), ...input };
}

function builtActions(): Entry[] {
  const { node } = manifest("server-reference-manifest.json") as { node: Record<string, { exportedName: string; filename: string }> };
  return Object.values(node).map(({ exportedName, filename }) => {
    const declared = actionRights[exportedName];
    const input = declared?.input ? { input: z.toJSONSchema(declared.input({ today: "2000-01-01" }), { io: "input", unrepresentable: "any" }) } : {};
    return { kind: "action", path: `${filename}#${exportedName}`, methods: ["POST"], right: declared?.right ?? null, ...input };
  });
}

const byPath = (a: Entry, b: Entry) => (a.path < b.path ? -1 : 1);

/**
 * `npm run -s routes -- --json`: every page, route and server action of the build with method, required right and input schema. `--check` prints
 * nothing but what is wrong. Exit codes: 0 the declared table is complete and holds nothing else, 1 it is not, 2 there is no build, 64 wrong usage.
 */
function main([how = "", ...rest]: readonly string[]): number {
  if (rest.length || !["", "--json", "--check"].includes(how)) {
    console.error("usage: npm run -s routes [-- --json | --check]");
    return 64;
  }
  let entries: Entry[];
  try {
    entries = [...builtRoutes().sort(byPath), ...builtActions().sort(byPath)];
  } catch {
    console.error("There is no build to read: run npm run build first.");
    return 2;
  }
  if (how === "--json") console.log(JSON.stringify({ routes: entries }));
  else if (how === "") for (const { kind, methods, path: at, right } of entries) console.log([kind.padEnd(6), methods.join(",").padEnd(8), (right ?? "?").padEnd(20), at].join(" "));
  const wrong = [...entries.filter(({ right }) => right === null).map(({ path: at }) => `no right is declared for ${at}`), ...goneOf(entries)];
  for (const each of wrong) console.error(each);
  return wrong.length ? 1 : 0;
}

/** What the table declares and the build does not have; pages that Next.js makes itself come and go. */
function goneOf(entries: readonly Entry[]): string[] {
  const built = new Set(entries.map(({ path: at }) => at.split("#").at(-1)));
  return [...Object.keys(routeRights), ...Object.keys(actionRights)].filter((name) => !built.has(name) && !name.startsWith("/_") && name !== "/icon.svg").map((name) => `declared, but not in the build: ${name}`);
}

process.exitCode = main(process.argv.slice(2));
