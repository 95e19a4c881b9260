import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { listOverrides, listStanding, type OverrideRow, type Standing } from "@/db/queries/rules";
import { store } from "@/db/store";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { provenance } from "@/lib/release/provenance";
import { ruleSetOf, ruleSets } from "@/lib/release/rules/registry";
import { zoneData } from "./estimates";
import { activeOf } from "./rule-overrides";

/** What an estimate is made with; `overrides` as the facts of a case freeze them, null where there is no estimate. */
export type MadeWith = { engine: string | null; ruleSet: string | null; ruleSetVersion: string | null; zoneData: string | null; overrides: string | null };
/** Open cases of one country whose latest estimates were made alike, and how many of them there are. */
export type StandingGroup = MadeWith & { country: string; cases: number; now: MadeWith; behind: boolean };

const parts = ["engine", "ruleSet", "ruleSetVersion", "zoneData", "overrides"] as const;
const BATCH = 500;

/** What an estimate of a case in each country would be made with now. */
export function currentVersions(overrides: readonly OverrideRow[]): (country: string) => MadeWith {
  const known = new Map<string, MadeWith>();
  return (country) => {
    const set = ruleSetOf(country);
    const made = known.get(set.ruleSet) ?? { ...provenance(zoneData(), set), overrides: canonicalJson(activeOf(overrides, set) as unknown as Json) };
    known.set(set.ruleSet, made);
    return made;
  };
}

/** How all open cases stand: what their estimates were made with, and those that are behind in the order of urgency. */
export async function standing(): Promise<{ open: number; groups: StandingGroup[]; behind: Pick<Standing, "id" | "teamId">[] }> {
  const { read, dialect } = await store();
  const current = currentVersions(await listOverrides(read));
  const groups = new Map<string, StandingGroup>();
  const behind: Standing[] = [];
  let open = 0;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: Standing[] = await listStanding(read, dialect, after, BATCH);
    for (const row of rows) {
      const now = current(row.country);
      const late = parts.some((part) => row[part] !== now[part]);
      const key = JSON.stringify([row.country, ...parts.map((part) => row[part])]);
      const { country, engine, ruleSet, ruleSetVersion, zoneData: zones, overrides } = row;
      const group = groups.get(key) ?? { country, engine, ruleSet, ruleSetVersion, zoneData: zones, overrides, cases: 0, now, behind: late };
      groups.set(key, { ...group, cases: group.cases + 1 });
      if (late) behind.push(row);
    }
    open += rows.length;
    after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
    await nextTurn();
  }
  behind.sort((a, b) => a.dueSort - b.dueSort || (a.id < b.id ? -1 : 1));
  return { open, groups: [...groups.values()].sort((a, b) => Number(b.behind) - Number(a.behind) || b.cases - a.cases), behind: behind.map(({ id, teamId }) => ({ id, teamId })) };
}

/** The versions of everything that a run works with, as its row keeps them. */
export function versionsText(overrides: readonly OverrideRow[]): string {
  const current = currentVersions(overrides);
  const sets = Object.keys(ruleSets).map((country) => [country, `${current(country).ruleSet} ${current(country).ruleSetVersion}`] as const);
  const general = current("");
  const own = [...new Map([...Object.values(ruleSets), ruleSetOf("")].flatMap((set) => activeOf(overrides, set)).map(({ ruleId, version }) => [ruleId, version]))];
  return canonicalJson({ engine: general.engine, zoneData: general.zoneData, ruleSets: Object.fromEntries(sets), overrides: Object.fromEntries(own) });
}
