import { z } from "zod";
import { readOrderedTerm, readOwnTerm, type ReadOrdered } from "./ordered-term";
import { termUnits } from "./term";
import { comingFrom, type DateReading, parseTyped } from "./uncertain-date-typed";

/** What reading a form depends on: today's date (YYYY-MM-DD) where the organisation works, for dates typed without a year. */
export type InputContext = DateReading;

/** Who may see a field once records leave the house. */
export type FieldClass = "public" | "internal" | "sensitive" | "source";

/** One field of an entity: how it is read from a form, and how far it may travel. */
export type Field<T> = {
  kind: "line" | "long" | "choice" | "choices" | "date" | "id" | "ids" | "term" | "group";
  class: FieldClass;
  schema: (context: InputContext) => z.ZodType<T>;
};

type Options = { required?: boolean; class?: FieldClass };

// eslint-disable-next-line no-control-regex -- control and bidi-override characters are what this refuses
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** What has no place in one line: breaks of every kind, and the C1 controls that only broken encodings give. */
const NOT_IN_A_LINE = /[\n\t\u0080-\u009f\u2028\u2029]/;

const textSchema = (max: number, multiline: boolean, required: boolean) =>
  z
    .string("required")
    .optional()
    .transform((typed, context) => {
      const value = (typed ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim();
      const problem = textProblem(value, max, multiline, required);
      if (problem) context.addIssue({ code: "custom", message: problem.code, params: problem.params });
      return value;
    });

function textProblem(value: string, max: number, multiline: boolean, required: boolean) {
  if (required && value === "") return { code: "required" };
  if (value.length > max) return { code: "too_long", params: { max } };
  if (FORBIDDEN.test(value) || (!multiline && NOT_IN_A_LINE.test(value))) return { code: "control_characters" };
  return undefined;
}

/** One line of text, NFC, trimmed, at most `max` UTF-16 units. */
export const line = (max: number, { required = false, class: c = "internal" }: Options = {}): Field<string> => ({
  kind: "line",
  class: c,
  schema: () => textSchema(max, false, required),
});

/** Text of several lines. */
export const long = (max: number, { required = false, class: c = "internal" }: Options = {}): Field<string> => ({
  kind: "long",
  class: c,
  schema: () => textSchema(max, true, required),
});

/** One value of a vocabulary; without a choice, `fallback`, or refused where there is none. */
export const choice = <const V extends readonly [string, ...string[]]>(
  values: V,
  { fallback, class: c = "internal" }: { fallback?: V[number]; class?: FieldClass } = {},
): Field<V[number]> => ({
  kind: "choice",
  class: c,
  schema: () =>
    z.preprocess(
      (typed) => (typed === undefined || typed === "" ? fallback : typed),
      z.enum(values, { error: (issue) => (issue.input === undefined ? "required" : "unknown_option") }),
    ) as unknown as z.ZodType<V[number]>,
});

const asList = (typed: unknown): unknown[] => (typed === undefined || typed === "" ? [] : Array.isArray(typed) ? typed : [typed]);

/** Several values of a vocabulary, each once, in the vocabulary's order. */
export const choices = <const V extends readonly [string, ...string[]]>(values: V, { required = false, class: c = "internal" }: Options = {}): Field<V[number][]> => ({
  kind: "choices",
  class: c,
  schema: () =>
    z
      .preprocess(asList, z.array(z.enum(values, "unknown_option")).min(required ? 1 : 0, "required"))
      .transform((chosen) => values.filter((value) => chosen.includes(value))) as unknown as z.ZodType<V[number][]>,
});

const dateSchema = (context: InputContext, ahead = false) =>
  z
    .string("required")
    .optional()
    .transform((typed, issues) => {
      const parsed = parseTyped(typed ?? "", ahead ? { ...context, yearFrom: comingFrom(context.today) } : context);
      if (parsed.ok) return parsed.value;
      issues.addIssue({ code: "custom", message: parsed.code === "unreadable" ? "unreadable_date" : parsed.code });
      return null;
    });

/** `ahead`: mostly still to come, so that a day without a year is not one of last year; the field on the page says so too. */
type DateOptions = { class?: FieldClass; ahead?: boolean };

/** A date as far as known; empty means unknown. */
export const date = ({ class: c = "internal", ahead = false }: DateOptions = {}): Field<string | null> => ({ kind: "date", class: c, schema: (context) => dateSchema(context, ahead) });

/** A date as far as known that must be given. */
export const requiredDate = ({ class: c = "internal", ahead = false }: DateOptions = {}): Field<string> => ({
  kind: "date",
  class: c,
  schema: (context) =>
    dateSchema(context, ahead).transform((value, issues) => {
      if (value !== null) return value;
      issues.addIssue({ code: "custom", message: "required" });
      return z.NEVER;
    }),
});

const ID = /^[0-9a-z-]{1,64}$/;

/** The id of another record; empty means none. */
export const optionalId = (): Field<string | null> => ({
  kind: "id",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        if (!typed) return null;
        if (!ID.test(typed)) issues.addIssue({ code: "custom", message: "unknown_option" });
        return typed;
      }),
});

export const id = (): Field<string> => ({ kind: "id", class: "internal", schema: () => z.string("required").regex(ID, { error: (issue) => (issue.input === "" ? "required" : "unknown_option") }) });

/** Ids of other records, each once. */
export const ids = ({ required = false }: { required?: boolean } = {}): Field<string[]> => ({
  kind: "ids",
  class: "internal",
  schema: () =>
    z
      .preprocess(asList, z.array(z.string().regex(ID, "unknown_option")).max(500, "too_many").min(required ? 1 : 0, "required"))
      .transform((typed) => [...new Set(typed)]) as unknown as z.ZodType<string[]>,
});

/** A term as ordered, `${name}.amount` with `${name}.unit`, read into the text that is stored (`P10D`, `LIFE`); empty means that no term is known. */
export const term = (): Field<string | null> => ({ kind: "term", class: "internal", schema: () => termSchema as z.ZodType<string | null> });

const termSchema = z
  .strictObject({ amount: z.string().optional(), unit: z.enum(termUnits, "unknown_option").optional() })
  .optional()
  .transform((typed, issues): string | null => {
    const amount = (typed?.amount ?? "").trim();
    return takeTerm(readOrderedTerm(/^\d+$/.test(amount) ? `${amount}${typed?.unit ?? "d"}` : amount), issues, ["amount"]);
  });

/** A term in one box, such as "15 days" or "life"; "unknown" where the ruling's own is not this person's. */
export const ownTerm = (): Field<string | null> => ({
  kind: "term",
  class: "internal",
  schema: () => z.string().optional().transform((typed, issues) => takeTerm(readOwnTerm(typed ?? ""), issues, [])) as unknown as z.ZodType<string | null>,
});

function takeTerm(read: ReadOrdered, issues: z.RefinementCtx, path: string[]): string | null {
  if (read.ok) return read.value;
  issues.addIssue({ code: "custom", path, message: read.code });
  return null;
}

/** A share such as 1/2 or 2/3, at most one; empty means none. */
export const share = (): Field<string | null> => fractionField((n, d) => n <= d, "share_unreadable");

/** How many days one day stands for, such as 3/2 or 2; empty means day for day. */
export const ratio = (): Field<string | null> => fractionField(() => true, "ratio_unreadable");

const fractionField = (allowed: (n: number, d: number) => boolean, code: string): Field<string | null> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        const text = (typed ?? "").normalize("NFKC").replace("\u2044", "/").replace(/\s/g, "").replace(",", ".");
        if (text === "") return null;
        const decimal = /^(\d{1,2})\.(\d)$/.exec(text);
        const [, n, d = "1"] = decimal ? ["", `${decimal[1]}${decimal[2]}`, "10"] : (/^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(text) ?? []);
        if (n === undefined || Number(n) === 0 || Number(d) === 0 || !allowed(Number(n), Number(d))) {
          issues.addIssue({ code: "custom", message: code });
          return null;
        }
        const common = gcd(Number(n), Number(d));
        return `${Number(n) / common}/${Number(d) / common}`;
      }) as unknown as z.ZodType<string | null>,
});

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A whole number of days from 1 to `most`; empty means none. */
export const days = (most: number): Field<number | null> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        const text = (typed ?? "").trim();
        if (text === "") return null;
        if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
        issues.addIssue({ code: "custom", message: "days_unreadable", params: { max: most } });
        return null;
      }) as unknown as z.ZodType<number | null>,
});

/** Degrees of latitude (`most` 90) or longitude (180), decimal, with a point or a comma; empty means not known. */
export const degrees = (most: number): Field<number | null> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        const text = (typed ?? "").normalize("NFKC").trim().replace(",", ".").replace(/\s*°$/, "").replace(/^\u2212/, "-");
        if (text === "") return null;
        if (/^[+-]?\d{1,3}(\.\d{1,8})?$/.test(text) && Math.abs(Number(text)) <= most) return Number(text);
        issues.addIssue({ code: "custom", message: "degrees_unreadable", params: { max: most } });
        return null;
      }) as unknown as z.ZodType<number | null>,
});

/** How many people, from 1 to `most`; empty means that no figure is told. */
export const count = (most: number): Field<number | null> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        const text = (typed ?? "").replace(/\s/g, "");
        if (text === "") return null;
        if (/^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
        issues.addIssue({ code: "custom", message: "count_unreadable", params: { max: most } });
        return null;
      }) as unknown as z.ZodType<number | null>,
});

/** Rows of fields, such as the names of a person; rows in which nothing is typed under `key`, or under none of several keys, are dropped. */
export const rows = <F extends Fields>(fields: F, { key, max, required = false }: { key: (keyof F & string) | readonly (keyof F & string)[]; max: number; required?: boolean }): Field<ValuesOf<F>[]> => ({
  kind: "group",
  class: "internal",
  schema: (context) => {
    const keys = [key].flat();
    const typedIn = (row: unknown) => typeof row === "object" && row !== null && keys.some((each) => String((row as Record<string, unknown>)[each] ?? "").trim() !== "");
    // An empty row is passed over where it stands, so that a problem keeps the number of the row that it is about.
    const row = z.preprocess((typed) => (typedIn(typed) ? typed : null), inputOf(fields)(context).nullable());
    return z
      .preprocess((typed): unknown[] => (Array.isArray(typed) ? typed : []), z.array(row).max(max, "too_many"))
      .transform((typed) => typed.filter((each) => each !== null))
      .refine((typed) => !required || typed.length > 0, "required") as unknown as z.ZodType<ValuesOf<F>[]>;
  },
});

export type Fields = Record<string, Field<unknown>>;
export type ValuesOf<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** The strict schema of an entity's form: an unknown key is refused. */
export function inputOf<F extends Fields>(fields: F): (context: InputContext) => z.ZodType<ValuesOf<F>> {
  return (context) => {
    const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema(context)]));
    return z.strictObject(shape) as unknown as z.ZodType<ValuesOf<F>>;
  };
}
