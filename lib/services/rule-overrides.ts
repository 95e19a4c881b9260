import "server-only";
import { randomUUID } from "node:crypto";
import { insertOverride, listOverrides, listVersions, type OverrideRow } from "@/db/queries/rules";
import type { Reader, Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { findInSets } from "@/lib/release/rules/find";
import { findRule, type RuleOverride } from "@/lib/release/rules/override";
import { typedValue, type OverrideTyped } from "@/lib/release/rules/override-input";
import { fieldsOf, readFields, textOf, valueOf, type OverrideValues } from "@/lib/release/rules/override-values";
import { ownPart } from "@/lib/release/rules/own-part";
import { ruleSetOf, type Jurisdiction } from "@/lib/release/rules/registry";
import type { RuleList, RuleSet } from "@/lib/release/rules/rule";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write, type Log } from "./write";

/** The newest version of each rule; one that went back to the law counts as a version without a value. */
export function newestVersions(rows: readonly OverrideRow[]): Map<string, OverrideRow> {
  return new Map(rows.toSorted((a, b) => a.ruleVersion - b.ruleVersion).map((row) => [row.ruleId, row]));
}

/** The organisation's own values for the rules of a country, in the order of their ids, as a case freezes them with its facts. */
export async function activeOverrides(tx: Reader, country: Jurisdiction): Promise<RuleOverride[]> {
  const rows = await listOverrides(tx);
  if (rows.length === 0) return [];
  return activeOf(rows, ruleSetOf(country));
}

/** The same from rows that are already read. */
export function activeOf(rows: readonly OverrideRow[], set: RuleSet): RuleOverride[] {
  return [...newestVersions(rows).values()].flatMap(({ ruleId, ruleVersion, source, value }) => (value !== null && findRule(set, ruleId) ? [{ ruleId, version: ruleVersion, source, value }] : []));
}

/**
 * Puts the organisation's own value in the place of a rule, as the next version. `meta.version` is the version that the form would write:
 * where another came meanwhile, the form shows both. A value equal to the one in use is refused.
 */
export const overrideRule = (actor: Actor, typed: OverrideTyped, meta: FormMeta): Promise<{ ruleId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "rule.override");
      const rule = requireRule(typed.ruleId);
      const read = readFields(rule.list, typedValue(typed));
      if (!read.ok) throw refuse(read.field || "reason", read.code, read.params);
      const now = await stateOf(tx, rule);
      expectNext(meta, now, shownValues(rule.list, now, read.value, typed));
      const value = textOf(rule.list, read.value);
      const { source, reason } = typed;
      if (now.value === value && now.source === source) throw refuse("source", "same_value");
      await append(tx, log, actor, "rule.overridden", now, { ruleId: rule.entry.id, value, source, reason }, read.value);
      return { ruleId: rule.entry.id };
    },
    meta.submission,
  );

/** Goes back to the law, with a reason; the versions before stay to be seen. Where no own value stands there is nothing to go back from. */
export const restoreRule = (actor: Actor, { ruleId, reason }: { ruleId: string; reason: string }, meta: FormMeta): Promise<{ ruleId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "rule.override");
      const rule = requireRule(ruleId);
      const now = await stateOf(tx, rule);
      expectNext(meta, now, { reason: now.reason });
      if (now.value === null) throw refuse("reason", "nothing_to_restore");
      await append(tx, log, actor, "rule.restored", now, { ruleId, value: null, source: "", reason }, null);
      return { ruleId };
    },
    meta.submission,
  );

type Rule = NonNullable<ReturnType<typeof findInSets>>;
type State = { rule: Rule; version: number; value: string | null; source: string; reason: string; part: OverrideValues[RuleList] | null };

function requireRule(id: string): Rule {
  const rule = findInSets(id);
  if (!rule) throw new AppError("not_found");
  return rule;
}

async function stateOf(tx: Reader, rule: Rule): Promise<State> {
  const newest = (await listVersions(tx, rule.entry.id))[0]?.own;
  const own = newest?.value == null ? null : valueOf(rule.list, newest.value);
  const part = own?.ok ? own.value : ownPart(rule.list, rule.entry.value);
  return { rule, version: newest?.ruleVersion ?? 0, value: newest?.value ?? null, source: newest?.source ?? "", reason: newest?.reason ?? "", part };
}

function expectNext(meta: FormMeta, { version }: State, values: Record<string, string>): void {
  const current = { version: version + 1, values };
  if (seenVersion(meta.version, current) !== current.version) throw new AppError("conflict", { current });
}

const plain = (held: string | string[] | undefined): string => (Array.isArray(held) ? held.join("; ") : (held ?? ""));

/** What stands now, in the fields of the form; a value that was typed in other words is not a difference. */
function shownValues(list: RuleList, now: State, typedAs: OverrideValues[RuleList], typed: OverrideTyped): Record<string, string> {
  const [mine, theirs] = [fieldsOf(list, typedAs), now.part === null ? {} : fieldsOf(list, now.part)];
  const fields = Object.keys({ ...mine, ...theirs }).map((name) => [name, plain(mine[name]) === plain(theirs[name]) ? plain(typed[name as keyof OverrideTyped]) : plain(theirs[name])] as const);
  return { ...Object.fromEntries(fields), source: now.source, reason: now.reason };
}

type Row = { ruleId: string; value: string | null; source: string; reason: string };

async function append(tx: Tx, log: Log, actor: Actor, action: string, now: State, row: Row, part: OverrideValues[RuleList] | null): Promise<void> {
  const { list } = now.rule;
  const version = now.version + 1;
  await insertOverride(tx, { id: randomUUID(), ...row, ruleVersion: version, authorId: actor.userId, createdAt: realNow() });
  const law = ownPart(list, now.rule.entry.value);
  const after = part ?? law;
  const [was, is] = [now.part === null ? {} : fieldsOf(list, now.part), after === null ? {} : fieldsOf(list, after)];
  const values = changesOf({ ...was, source: now.source }, { ...is, source: row.source }, [...new Set([...Object.keys(was), ...Object.keys(is)]), "source"]);
  const about = changesOf(undefined, { ruleId: row.ruleId, reason: row.reason }, ["ruleId", "reason"]);
  await log(action, { subject: ["rule", row.ruleId], version: [now.version || null, version], changes: [...about, ...values] });
}
