import { z } from "zod";
import { parseDate } from "./clock";
import { readWeekend } from "./outcome";
import { ReleaseError } from "./codes";
import type { Facts } from "./facts";
import { custodyMoments } from "./start";
import { chainRules, conventions, releaseRules, roundings } from "./types";
import type { StartInput } from "./types";

const text = z.string().max(200);
const whole = z.int();
const startInput = z.strictObject({
  precision: z.enum(["minute", "day", "range", "month", "notAfter"]).optional(),
  at: text.optional(),
  date: text.optional(),
  from: text.optional(),
  to: text.optional(),
  month: text.optional(),
  notAfter: text.optional(),
  fold: z.union([z.literal(0), z.literal(1)]).optional(),
});
const termInput = z.strictObject({
  y: whole.optional(),
  m: whole.optional(),
  w: whole.optional(),
  d: whole.optional(),
  h: whole.optional(),
});
const anyTerm = z.union([z.literal("LIFE"), z.null(), termInput]);
const moment = z.union([text, z.null(), startInput]).optional();
const statedInput = z.strictObject({
  date: text.optional(),
  at: text.optional(),
  precision: z.enum(["minute", "day"]).optional(),
  weekday: text.optional(),
  source: text.optional(),
});

/** The inputs of one case, as in the contract; a key that is not listed is refused by name. */
export const caseInput = z.strictObject({
  tz: text.nullable().optional(),
  tzCandidates: z.array(text).max(20).optional(),
  start: startInput.nullable().optional(),
  moments: z.strictObject(Object.fromEntries(custodyMoments.map((kind) => [kind, moment]))).optional(),
  startRule: z.enum(["EARLIEST_DEPRIVATION"]).optional(),
  term: anyTerm.optional(),
  termOptions: z.array(z.strictObject({ source: text, term: anyTerm })).max(50).optional(),
  convention: z.enum([...conventions, "HOURS"]).optional(),
  conventions: z.array(z.enum(conventions)).max(8).optional(),
  alsoConventions: z.array(z.enum(conventions)).max(8).optional(),
  orders: z
    .array(
      z.strictObject({
        id: text,
        term: anyTerm,
        start: startInput.nullable().optional(),
        consecutiveTo: text.optional(),
        imposed: text.optional(),
      }),
    )
    .max(100)
    .optional(),
  chain: z.enum(chainRules).optional(),
  credits: z
    .array(
      z.strictObject({ from: text.optional(), to: text.optional(), days: whole.max(400_000).optional(), ratio: text.optional(), kind: text.optional() }),
    )
    .max(500)
    .optional(),
  rounding: z.enum(roundings).optional(),
  interruptions: z
    .array(
      z.strictObject({
        from: text.optional(),
        to: text.optional(),
        fromAt: text.optional(),
        toAt: text.optional(),
        days: whole.max(400_000).optional(),
        kind: text.optional(),
      }),
    )
    .max(500)
    .optional(),
  modification: z
    .strictObject({ at: text, newTerm: termInput.optional(), annulled: z.boolean().optional(), kind: text.optional() })
    .optional(),
  fraction: text.optional(),
  releaseRule: z.enum(releaseRules).optional(),
  weekend: z.array(text).max(7).optional(),
  holidays: z.array(text).max(5000).optional(),
  limits: z.strictObject({ maxDays: whole.positive().optional() }).optional(),
  limitsHours: z.array(z.number().positive().max(1_000_000)).max(20).optional(),
  event: startInput.optional(),
  statedRelease: statedInput.nullable().optional(),
  observedRelease: startInput.nullable().optional(),
  asOf: text.optional(),
});
export type CaseInput = z.infer<typeof caseInput>;

type Issue = { code?: string; path: PropertyKey[]; keys?: string[]; errors?: Issue[][] };

function firstUnknownKey(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): string | null {
  for (const issue of issues) {
    const path = [...prefix, ...issue.path];
    if (issue.code === "unrecognized_keys") return [...path, issue.keys?.[0] ?? ""].map(String).join(".");
    for (const branch of issue.errors ?? []) {
      const found = firstUnknownKey(branch, path);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Checks the shape of the inputs. Errors: `UNKNOWN_KEY` and `INPUT_INVALID`, both with the path of the key. */
export function readCaseInput(value: unknown): CaseInput {
  const parsed = caseInput.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues as unknown as Issue[];
  const unknown = firstUnknownKey(issues);
  if (unknown !== null) throw new ReleaseError("UNKNOWN_KEY", unknown);
  throw new ReleaseError("INPUT_INVALID", (issues[0]?.path ?? []).map(String).join("."));
}

/** Unknown moments are left out; a moment as text is exact when it has an hour and a whole day when it has none. */
function readMoments(moments: CaseInput["moments"]): Record<string, StartInput> | undefined {
  if (!moments) return undefined;
  const known = Object.entries(moments).flatMap(([kind, value]): [string, StartInput][] => {
    if (value === null || value === undefined) return [];
    if (typeof value !== "string") return [[kind, compact(value)]];
    return [[kind, value.includes("T") ? { precision: "minute", at: value } : { precision: "day", date: value }]];
  });
  return Object.fromEntries(known);
}

/** Leaves out keys without a value, so that optional keys are absent rather than undefined. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** The part of the inputs that one computation needs, for one zone. */
export function factsOf(input: CaseInput, tz: string): Facts {
  const moments = readMoments(input.moments);
  input.holidays?.forEach((date) => parseDate(date, "holidays"));
  return compact({
    tz,
    start: input.start,
    moments,
    preferMoments: input.startRule !== undefined && moments !== undefined,
    term: input.term,
    convention: input.convention === "HOURS" ? "ELAPSED_24H" : input.convention,
    orders: input.orders,
    chain: input.chain,
    credits: input.credits,
    rounding: input.rounding,
    interruptions: input.interruptions,
    modification: input.modification,
    fraction: input.fraction,
    releaseRule: input.releaseRule,
    weekend: input.weekend && readWeekend(input.weekend),
    holidays: input.holidays,
    maxDays: input.limits?.maxDays,
  }) as Facts;
}
