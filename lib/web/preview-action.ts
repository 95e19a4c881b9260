import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { AppError } from "@/lib/model/errors";
import type { InputContext } from "@/lib/model/fields";
import { problemsOf, treeOf, typedValues } from "@/lib/model/form-input";
import type { FieldProblem } from "@/lib/model/form-state";
import type { Actor } from "@/lib/model/permissions";
import { inputContext } from "@/lib/services/organisation";
import { findActor } from "./actor";
import { isOwnOrigin } from "./origin";

/** What a preview answers: the result, or why there is none yet; `values` are what was typed, for a page drawn anew. */
export type PreviewState<R> = { result?: R; problems?: Record<string, FieldProblem>; values?: Record<string, string[]> };
export type PreviewAction<R> = (state: PreviewState<R>, data: FormData) => Promise<PreviewState<R>>;

/** A server action that reads and answers what a form as typed would lead to; guarded like a form that writes. */
export function previewAction<I, R>(schema: (context: InputContext) => z.ZodType<I>, service: (actor: Actor, input: I) => Promise<R>): PreviewAction<R> {
  return async (_state, data) => {
    const values = typedValues(data);
    const signedIn = isOwnOrigin(await headers()) ? await findActor() : undefined;
    if (!signedIn) return { values };
    const parsed = schema(await inputContext()).safeParse(treeOf(values));
    if (!parsed.success) return { values, problems: problemsOf(parsed.error) };
    try {
      return { values, result: await service(signedIn.actor, parsed.data) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { values, problems: error.detail.problems ?? {} };
    }
  };
}
