import "server-only";
import { listOverrides, listVersions } from "@/db/queries/rules";
import { listColleagueNames } from "@/db/queries/users";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { findInSets, type FoundRule } from "@/lib/release/rules/find";
import { overrideEntry } from "@/lib/release/rules/override";
import { fieldsOf } from "@/lib/release/rules/override-values";
import { ownPart } from "@/lib/release/rules/own-part";
import { ruleSetOf, ruleSets } from "@/lib/release/rules/registry";
import { ruleLists, type RuleEntry, type RuleList, type RuleSet } from "@/lib/release/rules/rule";
import { allow } from "./allow";
import { findHome } from "./organisation";
import { newestVersions } from "./rule-overrides";

/** What the organisation put in the place of a rule; `value` is null where it went back to the law, or where what is stored cannot be read. */
export type OwnVersion = { version: number; value: unknown; restored: boolean; source: string; reason: string; author: string; at: number };
/** A rule as the law has it, with the organisation's own value where one stands. */
export type ShownRule = { list: RuleList; law: RuleEntry<unknown>; own: OwnVersion | null };
/** The name under which every country without rules of its own is found. */
export const OTHER_COUNTRIES = "other";
export type RulesPage = { country: string; countries: { code: string; ruleSet: string }[]; ruleSet: string; ruleSetVersion: string; zone: string; lists: { list: RuleList; rules: ShownRule[] }[] };

/** The rules of one country, or of the country where the organisation works; what is not known gets what holds everywhere. */
export async function getRules(actor: Actor, country?: string): Promise<RulesPage> {
  allow(actor, "rule.read");
  const { read } = await store();
  const home = (await findHome())?.place;
  const wanted = country ?? home?.country ?? "";
  const code = Object.hasOwn(ruleSets, wanted) ? wanted : OTHER_COUNTRIES;
  const set = ruleSetOf(code);
  const newest = newestVersions(await listOverrides(read));
  const names = new Map((await listColleagueNames(read, [...newest.values()].map(({ authorId }) => authorId))).map(({ id, name }) => [id, name]));
  const shown = <L extends RuleList>(list: L): ShownRule[] =>
    set[list].map((entry) => {
      const row = newest.get(entry.id);
      return { list, law: entry, own: row && row.value !== null ? ownVersion({ list, entry }, row, names.get(row.authorId) ?? "") : null };
    });
  return {
    country: code,
    countries: [...Object.entries(ruleSets).map(([each, { ruleSet }]) => ({ code: each, ruleSet })), { code: OTHER_COUNTRIES, ruleSet: ruleSetOf("").ruleSet }],
    ruleSet: set.ruleSet,
    ruleSetVersion: set.ruleSetVersion,
    zone: home?.zone ?? "UTC",
    lists: ruleLists.flatMap((list) => (set[list].length ? [{ list, rules: shown(list) }] : [])),
  };
}

type Row = { ruleId: string; ruleVersion: number; value: string | null; source: string; reason: string; createdAt: number };

function ownVersion({ list, entry }: Pick<FoundRule, "list" | "entry">, row: Row, author: string): OwnVersion {
  const { ruleVersion: version, source, reason, createdAt: at } = row;
  const read = row.value === null ? null : overrideEntry(list, entry as RuleSet[typeof list][number], { ruleId: row.ruleId, version, source, value: row.value });
  return { version, value: read?.ok ? read.entry.value : null, restored: row.value === null, source, reason, author, at };
}

export type RulePage = ShownRule & { country: string; ruleSet: string; zone: string; versions: OwnVersion[] };

/** One rule with all versions of the organisation's own value, newest first. */
export async function getRule(actor: Actor, ruleId: string): Promise<RulePage> {
  allow(actor, "rule.read");
  const rule = findInSets(ruleId);
  if (!rule) throw new AppError("not_found");
  const versions = (await listVersions((await store()).read, ruleId)).map(({ own, author }) => ownVersion(rule, own, author));
  const [newest] = versions;
  return {
    list: rule.list,
    law: rule.entry,
    own: newest && !newest.restored ? newest : null,
    country: rule.country ?? OTHER_COUNTRIES,
    ruleSet: rule.set.ruleSet,
    zone: (await findHome())?.place.zone ?? "UTC",
    versions,
  };
}

/** The form of a rule: what it begins with, field by field, and the version that it would write. */
export async function getEditableRule(actor: Actor, ruleId: string): Promise<RulePage & { values: Record<string, string | string[]>; version: number }> {
  allow(actor, "rule.override");
  const page = await getRule(actor, ruleId);
  const { list, law, own, versions } = page;
  const value = ownPart(list, (own?.value ?? law.value) as RuleSet[typeof list][number]["value"]);
  return { ...page, values: { ...(value === null ? {} : fieldsOf(list, value)), source: own?.source ?? "" }, version: (versions[0]?.version ?? 0) + 1 };
}
