import type { z } from "zod";
import type { FieldProblem } from "./form-state";

type Tree = { [key: string]: string | string[] | Tree | Tree[] };

/** Names that carry a form's bookkeeping rather than its facts. */
export const SUBMISSION = "submission";
export const VERSION = "version";
/** The claim that the record follows once the form is saved. */
export const CLAIM = "claim";

const MAX_ROWS = 1000;
/** No form is nested deeper; a longer path is one unknown name. */
const MAX_DEPTH = 6;
/** Names that every object has from its birth: data under them would not be data. */
const INHERITED = new Set(["__proto__", "constructor", "prototype"]);

/** What was typed, by name, so that nothing is lost when a form comes back. */
export function typedValues(data: FormData): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of data) {
    if (name.startsWith("$ACTION") || typeof value !== "string" || INHERITED.has(name)) continue;
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(values);
}

/**
 * Turns the flat names of a form into the shape that schemas read: `names.0.text` becomes `{names: [{text}]}`, a repeated name
 * becomes a list. `submission`, `version` and `claim` are left out.
 */
export function treeOf(values: Record<string, string[]>): Tree {
  const tree: Tree = {};
  for (const [name, list] of Object.entries(values)) {
    if (name === SUBMISSION || name === VERSION || name === CLAIM) continue;
    const value = list.length === 1 ? (list[0] ?? "") : list;
    const path = name.split(".");
    place(tree, path.length > MAX_DEPTH || path.some((part) => INHERITED.has(part)) ? [name] : path, value);
  }
  return listRows(tree) as Tree;
}

function place(tree: Tree, path: string[], value: string | string[]): void {
  const [head = "", ...rest] = path;
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const below = Object.hasOwn(tree, head) ? tree[head] : undefined;
  const next: Tree = typeof below === "object" && !Array.isArray(below) ? below : {};
  tree[head] = next;
  place(next, rest, value);
}

/** Objects whose keys are all row numbers become lists; a missing number is an empty row, so that every row keeps its place. */
function listRows(node: Tree): Tree | Tree[] {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "object" && !Array.isArray(value)) node[key] = listRows(value);
  }
  const keys = Object.keys(node);
  if (keys.length === 0 || !keys.every((key) => /^\d{1,4}$/.test(key) && Number(key) < MAX_ROWS)) return node;
  const length = Math.max(...keys.map(Number)) + 1;
  return Array.from({ length }, (_, row) => (node[String(row)] ?? {}) as Tree);
}

/** A schema's complaints as problems by field name; the first complaint about a field wins. */
export function problemsOf(error: z.ZodError): Record<string, FieldProblem> {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key].join(".")) : [issue.path.join(".")];
    for (const name of names) if (!problems.has(name)) problems.set(name, problemOf(issue));
  }
  return Object.fromEntries(problems);
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === "unrecognized_keys") return { code: "unknown_field" };
  const params = issue.code === "custom" ? (issue.params as FieldProblem["params"] | undefined) : undefined;
  // Our own schemas say codes; anything with a space or a capital is zod's own English sentence.
  const code = /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : "unreadable";
  return params ? { code, params } : { code };
}
