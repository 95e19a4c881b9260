import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { AppError } from "@/lib/model/errors";
import type { InputContext } from "@/lib/model/fields";
import { CLAIM, problemsOf, SUBMISSION, treeOf, typedValues, VERSION } from "@/lib/model/form-input";
import type { FormConflict, FormState } from "@/lib/model/form-state";
import type { Actor } from "@/lib/model/permissions";
import type { FormMeta } from "@/lib/services/form-meta";
import { inputContext } from "@/lib/services/organisation";
import { findActor } from "./actor";
import { isOwnOrigin } from "./origin";

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
type Schema<I> = (context: InputContext) => z.ZodType<I>;
type Failure = Omit<Extract<FormState, { status: "failed" }>, "status" | "nonce" | "values">;

/**
 * A server action for a form of somebody who is signed in: own origin, actor from the database, strict parse, service, redirect.
 * Whatever goes wrong comes back with everything that was typed.
 */
export function formAction<I, R>(schema: Schema<I>, service: (actor: Actor, input: I, meta: FormMeta) => Promise<R>, next: (result: R, input: I) => string): FormAction {
  return submitted(schema, async (input, meta) => {
    const signedIn = await findActor();
    if (!signedIn) throw new AppError("signed_out");
    return next(await service(signedIn.actor, input, meta), input);
  });
}

/** The same for the few forms that need no actor: sign-in, set-up, an invitation. */
export function publicFormAction<I>(schema: Schema<I>, service: (input: I) => Promise<string>): FormAction {
  return submitted(schema, (input) => service(input));
}

function submitted<I>(schema: Schema<I>, run: (input: I, meta: FormMeta) => Promise<string>): FormAction {
  return async (_state, data) => {
    const values = typedValues(data);
    const failed = (failure: Failure): FormState => ({ status: "failed", nonce: randomUUID(), values: withoutSecrets(values), ...failure });
    if (!isOwnOrigin(await headers())) return failed({ problems: {}, form: { code: "origin_refused" } });
    const parsed = schema(await inputContext()).safeParse(treeOf(values));
    if (!parsed.success) return failed({ problems: problemsOf(parsed.error) });
    let next: string;
    try {
      next = await run(parsed.data, metaOf(values));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return failed(failureOf(error, values, parsed.data));
    }
    // What was saved may show on any page that the browser still holds, the language even on the root layout.
    revalidatePath("/", "layout");
    redirect(next);
  };
}

function metaOf(values: Record<string, string[]>): FormMeta {
  const submission = values[SUBMISSION]?.[0];
  const version = Number(values[VERSION]?.[0]);
  const claim = values[CLAIM]?.[0];
  return {
    ...(submission && /^[0-9a-f-]{36}$/.test(submission) ? { submission: keyOf(submission, values) } : {}),
    ...(Number.isSafeInteger(version) && version > 0 && version <= MOST_VERSIONS ? { version } : {}),
    ...(claim && /^[0-9a-f-]{36}$/.test(claim) ? { claim } : {}),
  };
}

/** What an integer column of every engine can hold. */
const MOST_VERSIONS = 2 ** 31 - 1;

/** A form that comes again from the browser's history with other answers is not a repeat: its key is that of the form and of what it holds. */
function keyOf(submission: string, values: Record<string, string[]>): string {
  const held = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify([submission, held])).digest("hex");
}

/** The fields of all forms whose values are never sent back to the page. */
const secrets: ReadonlySet<string> = new Set(["password", "current", "token", "passphrase", "again"]);
const withoutSecrets = (values: Record<string, string[]>) => Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.has(name)));

function failureOf(error: AppError, values: Record<string, string[]>, read: unknown): Failure {
  const { problems = {}, current, params } = error.detail;
  const form = { code: error.code, ...(params ? { params } : {}) };
  if (error.code === "invalid") return { problems };
  if (!current) return { problems, form };
  return { problems, form, conflict: conflictOf(current, values, read) };
}

/** The fields that differ once read: a date typed in other words than the saved one is not a difference. */
function conflictOf(current: { version: number; values: Record<string, string> }, values: Record<string, string[]>, read: unknown): FormConflict {
  const fields = Object.entries(current.values).flatMap(([name, theirs]) => {
    const mine = (values[name] ?? []).join("; ");
    return mine === theirs || readAs(read, name) === theirs ? [] : [{ name, mine, theirs }];
  });
  return { version: current.version, fields };
}

function readAs(read: unknown, name: string): string | undefined {
  const value = name.split(".").reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined), read);
  return value === null ? "" : typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
