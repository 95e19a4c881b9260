import { canonicalJson, type Json } from "./canonical-json";
import { termText } from "./ordered-term";
import { termUnits } from "./term";

/** Why an estimate was made anew. */
export const estimateCauses = ["facts", "rules", "engine", "override"] as const;

export type FactPart = "case" | "moment" | "order" | "adjustment" | "stated" | "rule" | "other";
export type FieldChange = { name: string; before: string | null; after: string | null };

/** One fact that differs between two frozen sets. A record that came has only `after` values, one that went only `before` values. */
export type FactChange = {
  part: FactPart;
  change: "added" | "removed" | "changed";
  /** The kind of the moment, order or adjustment, the id of the rule, or the name of an unknown key; empty where there is nothing to name. */
  what: string;
  fields: FieldChange[];
};

type Fields = Readonly<Record<string, string | null>>;
/** A fact as text: `key` pairs it with the same one in another set. */
type Fact = { part: FactPart; key: string; what: string; fields: Fields };
type Entry = Readonly<Record<string, unknown>>;

/** The lists of the frozen facts: which part each is, what pairs two entries, what names them. Moments have no id of their own. */
const lists = {
  moments: { part: "moment", key: "kind", what: "kind" },
  orders: { part: "order", key: "id", what: "kind" },
  adjustments: { part: "adjustment", key: "id", what: "kind" },
  overrides: { part: "rule", key: "ruleId", what: "ruleId" },
  stated: { part: "stated", key: "id", what: "" },
} as const satisfies Record<string, { part: FactPart; key: string; what: string }>;
const single = ["zone", "jurisdiction", "detentionKind", "observed"];

/**
 * What differs between the frozen facts of two estimates, as JSON. Facts that an older version did not know are as if they were empty, the
 * order of the lists means nothing, and a key that this version does not know is told as it stands.
 */
export function diffFacts(before: string, after: string): FactChange[] {
  const [was, is] = [factsOf(before), factsOf(after)];
  const keys = [...new Set([...was, ...is].map(groupOf))];
  return keys.flatMap((key) => diffGroup(was.filter((fact) => groupOf(fact) === key), is.filter((fact) => groupOf(fact) === key)));
}

const groupOf = ({ part, key }: Fact): string => `${part}/${key}`;

/** Facts of one key: the same ones fall away, the rest are paired in their order, what is left over came or went. */
function diffGroup(was: readonly Fact[], is: readonly Fact[]): FactChange[] {
  const texts = (facts: readonly Fact[]) => facts.map(({ fields }) => JSON.stringify(fields));
  const gone = without(was, texts(is));
  const come = without(is, texts(was));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => changeOf(gone[i], come[i]));
}

function without(facts: readonly Fact[], texts: string[]): Fact[] {
  const left = [...texts];
  return facts.filter(({ fields }) => {
    const at = left.indexOf(JSON.stringify(fields));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function changeOf(gone: Fact | undefined, come: Fact | undefined): FactChange {
  const { part, what } = (come ?? gone) as Fact;
  const names = [...new Set([...Object.keys(gone?.fields ?? {}), ...Object.keys(come?.fields ?? {})])];
  const fields = names.map((name) => ({ name, before: gone?.fields[name] ?? null, after: come?.fields[name] ?? null }));
  const change = gone && come ? "changed" : come ? "added" : "removed";
  return { part, change, what, fields: fields.filter((field) => field.before !== field.after) };
}

function factsOf(json: string): Fact[] {
  const frozen = objectOf(JSON.parse(json));
  const known = [...Object.keys(lists), ...single];
  const listed = Object.entries(lists).flatMap(([name, { part, key, what }]) =>
    entriesOf(frozen[name]).map((entry): Fact => ({ part, key: textOf(entry[key]) ?? "", what: what === "" ? "" : (textOf(entry[what]) ?? ""), fields: fieldsOf(entry, part === "moment" ? ["kind"] : [key]) })),
  );
  const plain: Fact = { part: "case", key: "", what: "", fields: fieldsOf(Object.fromEntries(single.map((name) => [name, frozen[name]])), []) };
  const others = Object.keys(frozen).filter((name) => !known.includes(name) && textOf(frozen[name]) !== null);
  return [plain, ...listed, ...others.map((name): Fact => ({ part: "other", key: name, what: name, fields: { value: textOf(frozen[name]) } }))];
}

/** The fields that say something, in the order of their names; what is left out, empty or "not stated" is the same. */
function fieldsOf(entry: Entry, left: readonly string[]): Fields {
  const told = Object.keys(entry).sort().flatMap((name): [string, string][] => {
    const text = left.includes(name) ? null : textOf(entry[name]);
    return text === null || text === "not_stated" ? [] : [[name, text]];
  });
  return Object.fromEntries(told);
}

/** A value as text, null for nothing; a term as `orders.term` is written. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value) && value.length === 0) return null;
  return isTerm(value) ? termText(value) : canonicalJson(value as Json);
}

const isTerm = (value: object): value is Record<(typeof termUnits)[number], number> => {
  const entries = Object.entries(value);
  return entries.some(([, amount]) => amount !== 0) && entries.every(([unit, amount]) => termUnits.some((known) => known === unit) && Number.isSafeInteger(amount));
};

const objectOf = (value: unknown): Entry => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Entry) : {});
const entriesOf = (value: unknown): Entry[] => (Array.isArray(value) ? value.map(objectOf) : []);

/** The orders of a frozen set by their id, to name one that another refers to. */
export function orderNames(json: string): Map<string, { kind: string; date: string | null }> {
  const orders = entriesOf(objectOf(JSON.parse(json))["orders"]);
  return new Map(orders.map((order) => [textOf(order["id"]) ?? "", { kind: textOf(order["kind"]) ?? "", date: textOf(order["date"]) }]));
}

/** What the result of an estimate was: instants in epoch milliseconds, `latest` exclusive. */
export type ResultWindow = { basis: string; earliest: number | null; latest: number | null };

/** From what to what, and by how many minutes the latest moment moved (the earliest where there is no latest); null where that cannot be said. */
export type ResultChange = { before: ResultWindow; after: ResultWindow; shift: number | null };

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * The end of a window as a person tells it, null for an open one: a moment known to the minute lasts until the next, but as an end it is
 * that moment; the end of a day, which is a quarter of an hour everywhere, stands as it is.
 */
export function endOfWindow(from: number | null, to: number | null): number | null {
  if (to === null) return null;
  return (from !== null && to - from === MINUTE_MS) || to % QUARTER_MS !== 0 ? to - MINUTE_MS : to;
}

export function diffResult(before: ResultWindow, after: ResultWindow): ResultChange | null {
  if (before.basis === after.basis && before.earliest === after.earliest && before.latest === after.latest) return null;
  const moved = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.round((b - a) / MINUTE_MS));
  return { before, after, shift: moved(endOfWindow(before.earliest, before.latest), endOfWindow(after.earliest, after.latest)) ?? moved(before.earliest, after.earliest) };
}

/** What an answer was made with; every part is told whose version is another. */
export type Versions = { engine: string; rules: string; zoneData: string };

export function diffVersions(before: Versions, after: Versions): FieldChange[] {
  return (["engine", "rules", "zoneData"] as const).flatMap((name) => (before[name] === after[name] ? [] : [{ name, before: before[name], after: after[name] }]));
}
