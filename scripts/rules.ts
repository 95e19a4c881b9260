import { existsSync } from "node:fs";
import { databaseFile } from "@/db/sqlite";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/model/permissions";
import { getRecompute, runRecompute, type Move, type Recompute } from "@/lib/services/recompute";
import { clerkOf } from "@/lib/services/seed-access";
import { isSetUp } from "@/lib/services/setup";
import { preflight } from "./preflight";

const USAGE = `npm run -s rules -- preview|apply [--json]

preview  which open cases would move if the rules, the engine and the zone data of now were applied; changes nothing
apply    recomputes all open cases in one audited run; may run beside the server

Exit codes: 0 done, 1 not set up or another run took over, 64 wrong usage, 66 no database.`;

async function main([command = "", ...options]: readonly string[]): Promise<number> {
  if (!["preview", "apply"].includes(command) || options.some((option) => option !== "--json") || options.length > 1) return say(64, USAGE);
  preflight();
  if (env.dialect === "sqlite" && !existsSync(databaseFile(env.dataDir))) return say(66, "There is no database in the data folder yet.");
  try {
    if (!(await isSetUp())) return say(1, "Set Erkin up first: npm start prints the link.");
    const actor = await clerkOf();
    return command === "preview" ? await preview(actor, options.length > 0) : await apply(actor, options.length > 0);
  } finally {
    await (await store()).close();
  }
}

async function preview(actor: Actor, json: boolean): Promise<number> {
  const found = await getRecompute(actor, Number.MAX_SAFE_INTEGER);
  const moves = (found.preview?.moves ?? []).map(moved);
  if (json) console.log(JSON.stringify({ open: found.open, behind: found.behind, versions: versions(found), moves }));
  else {
    console.log(`${found.behind} of ${found.open} open cases are behind; ${moves.length} would move.`);
    for (const { reference, was, is } of moves) console.log(`${reference}  ${written(was)} -> ${written(is)}`);
  }
  return 0;
}

async function apply(actor: Actor, json: boolean): Promise<number> {
  const { examined, moved, finished } = await runRecompute(actor);
  console.log(json ? JSON.stringify({ examined, moved, finished }) : `Examined ${examined} open cases, ${moved} moved.${finished ? "" : " Another run took over before the end."}`);
  return finished ? 0 : 1;
}

type Written = { from: string | null; to: string | null };
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const written = ({ from, to }: Written): string => (from === null && to === null ? "not known" : `${from ?? ".."}/${to ?? ".."}`);

/** Instants in UTC, `to` exclusive. */
const moved = ({ case: about, was, is }: Move) => ({ reference: about.reference, was: { from: iso(was.from), to: iso(was.to) }, is: { from: iso(is.from), to: iso(is.to) } });

const versions = ({ groups }: Recompute) =>
  groups.map(({ country, cases, behind, engine, ruleSet, ruleSetVersion, zoneData, overrides }) => ({ country, cases, behind, engine, ruleSet, ruleSetVersion, zoneData, overrides: JSON.parse(overrides ?? "[]") as unknown }));

function say(code: number, text: string): number {
  console.error(text);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
