import { z } from "zod";
import { canonicalJson } from "@/lib/model/canonical-json";
import type { Json } from "@/lib/model/canonical-json";
import { parseTerm, termUnits } from "@/lib/model/term";
import { ReleaseError } from "../codes";
import { parseRatio } from "../ratio";
import { conventions, releaseRules } from "../types";
import type { Convention, ReleaseRule, Term } from "../types";
import type { Chaining, RuleList } from "./rule";

/** What an organisation may put in the place of a rule; everything else of the rule's value stays as the law has it. */
export type OverrideValues = {
  counting: { exact: Convention | null; window: readonly Convention[] };
  limits: { hours: number };
  maxTerms: { term: Term; exceptional?: Term };
  crediting: { ratio: string };
  chaining: Chaining;
  releaseDays: { rule: ReleaseRule };
  servedShares: { fraction: string };
  appeals: { days: number };
};

/** Where a value cannot be used: the field at fault and a code that `forms.errors` has words for. */
export type ValueProblem = { ok: false; field: string; code: string; params?: Record<string, number> };
export type ReadValue<L extends RuleList> = { ok: true; value: OverrideValues[L] } | ValueProblem;

const longestHours = 8784;
const longestDays = 366;

const whole = (most: number) =>
  z
    .string("required")
    .trim()
    .min(1, { error: "required", abort: true })
    .regex(/^\d{1,6}$/, { error: "not_a_number", abort: true })
    .transform(Number)
    .pipe(z.number().min(1, "number_too_small").max(most, "number_too_big"));

/** `"6/4"` and `"3/2"` are the same ratio, and are kept as the same text. */
const fraction = (most?: bigint) =>
  z.string("required").trim().min(1, { error: "required", abort: true }).transform((typed, context) => {
    try {
      const { n, d } = parseRatio(typed, "CREDIT_RATIO_INVALID", "ratio");
      if (most === undefined || n <= most * d) return `${n}/${d}`;
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
    }
    context.addIssue({ code: "custom", message: "unreadable" });
    return z.NEVER;
  });

const typedTerm = z.string("required").trim().min(1, { error: "required", abort: true }).transform((typed, context): Term => {
  const read = parseTerm(typed);
  if (read.ok) return read.value;
  context.addIssue({ code: "custom", message: read.code });
  return z.NEVER;
});

const empty = (typed: unknown): unknown => (typed === "" ? undefined : typed);
const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.preprocess(empty, z.enum(values, { error: ({ input }) => (input === undefined ? "required" : "unknown_option") }));
const several = (typed: unknown): unknown => (typed === undefined || typed === "" ? [] : Array.isArray(typed) ? typed : [typed]);

const counting = z
  .strictObject({
    exact: oneOf([...conventions, "none"]),
    window: z.preprocess(several, z.array(z.enum(conventions, "unknown_option")).min(1, "required")),
  })
  .transform(({ exact, window }) => ({ exact: exact === "none" ? null : exact, window: conventions.filter((each) => window.includes(each)) }))
  .refine(({ exact, window }) => exact === null || window.includes(exact), { path: ["window"], error: "invalid" });

const maxTerms = z
  .strictObject({ term: typedTerm, exceptional: z.preprocess(empty, typedTerm.optional()) })
  .transform(({ term, exceptional }) => (exceptional === undefined ? { term } : { term, exceptional }));

/** The fields of a form, all of them text, by the list that the rule stands in; a field that is not listed is refused. */
export const overrideFields = {
  counting,
  limits: z.strictObject({ hours: whole(longestHours) }),
  maxTerms,
  crediting: z.strictObject({ ratio: fraction() }),
  chaining: z.strictObject({ chain: oneOf(["AGGREGATE", "SEQUENTIAL"]) }),
  releaseDays: z.strictObject({ rule: oneOf(releaseRules) }),
  servedShares: z.strictObject({ fraction: fraction(1n) }),
  appeals: z.strictObject({ days: whole(longestDays) }),
} satisfies { [L in RuleList]: z.ZodType<OverrideValues[L]> };

/** Reads a value from the fields of a form. */
export function readFields<L extends RuleList>(list: L, fields: unknown): ReadValue<L> {
  const parsed = overrideFields[list].safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data as OverrideValues[L] };
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys") return { ok: false, field: issue.keys[0] ?? "", code: "unknown_field" };
  const code = issue !== undefined && /^[a-z_]+$/.test(issue.message) ? issue.message : "invalid";
  const problem: ValueProblem = { ok: false, field: String(issue?.path[0] ?? ""), code };
  if (issue?.code === "too_small") return { ...problem, params: { min: Number(issue.minimum) } };
  return issue?.code === "too_big" ? { ...problem, params: { max: Number(issue.maximum) } } : problem;
}

/** Stored text can hold anything in the place of a number, so only numbers are written out. */
const termText = (term: Term): string => termUnits.flatMap((unit) => (typeof term[unit] === "number" ? [`${term[unit]} ${unit}`] : [])).join(" ");

/** The fields of a form as they show a value; `readFields` reads them back to the same value. */
export function fieldsOf<L extends RuleList>(list: L, value: OverrideValues[L]): Record<string, string | string[]> {
  const plain = rawFields(list, value as unknown as Record<string, unknown>);
  return Object.fromEntries(Object.entries(plain).map(([field, held]) => [field, Array.isArray(held) ? held.map(String) : String(held)]));
}

/** A value as it is stored: canonical JSON, so that equal values are equal texts. */
export const textOf = <L extends RuleList>(_list: L, value: OverrideValues[L]): string => canonicalJson(value as unknown as Json);

/** Reads a stored value; a text that is not exactly what `textOf` writes is refused. */
export function valueOf<L extends RuleList>(list: L, text: string): ReadValue<L> {
  const stored = jsonOf(text);
  if (stored === null || typeof stored !== "object" || Array.isArray(stored)) return unreadable;
  const read = readFields(list, rawFields(list, stored as Record<string, unknown>));
  return read.ok && textOf(list, read.value) !== text ? unreadable : read;
}

const unreadable: ValueProblem = { ok: false, field: "", code: "unreadable" };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Stored JSON as the fields that would have written it; whatever has another shape stays as it is and is refused by the schema. */
function rawFields(list: RuleList, stored: Record<string, unknown>): Record<string, unknown> {
  const field = ([name, held]: [string, unknown]): [string, unknown] => {
    if (list === "counting" && name === "exact" && held === null) return [name, "none"];
    if (list === "maxTerms" && held !== null && typeof held === "object") return [name, termText(held as Term)];
    return [name, typeof held === "number" ? String(held) : held];
  };
  return Object.fromEntries(Object.entries(stored).map(field));
}
