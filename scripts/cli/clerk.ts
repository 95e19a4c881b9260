import { existsSync } from "node:fs";
import { databaseFile } from "@/db/sqlite";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/model/permissions";
import { commandLine } from "@/lib/model/actors";
import { clerkOf } from "@/lib/services/seed-access";
import { isSetUp } from "@/lib/services/setup";
import { getAdministration } from "@/lib/services/users";
import { Stop } from "./command";

/** The command line as it acts on records: for the teams that were named, else for all of them. Whoever can run it already holds the data folder. */
export async function clerk(teams: readonly string[]): Promise<Actor> {
  if (env.dialect === "sqlite" && !existsSync(databaseFile(env.dataDir))) throw new Stop("missing", `There is no database in ${env.dataDir} yet.`);
  if (!(await isSetUp())) throw new Stop("refused", "Set Erkin up first: npm start prints the link.");
  const all = await clerkOf();
  if (teams.length === 0) return all;
  const known = (await getAdministration(commandLine([]))).teams;
  return commandLine(teams.map((name) => {
    const team = known.find((each) => each.name === name || each.id === name);
    if (!team) throw new Stop("missing", `There is no team called ${name}.`);
    return team.id;
  }));
}
