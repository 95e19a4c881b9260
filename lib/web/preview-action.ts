import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import type { z } from "zod";
import { AppError } from "@/lib/model/errors";
import type { InputContext } from "@/lib/model/fields";
import { problemsOf, treeOf, typedValues } from "@/lib/model/form-input";
import { INTENT, PREVIEW } from "@/lib/model/form-preview";
import type { FormState } from "@/lib/model/form-state";
import type { Actor } from "@/lib/model/permissions";
import { inputContext } from "@/lib/services/organisation";
import { findActor } from "./actor";
import type { FormAction } from "./form-action";
import { isOwnOrigin } from "./origin";

type Failure = Pick<Extract<FormState, { status: "failed" }>, "problems" | "form">;

/** A form that saves with `save`, and when asked only to preview answers what `service` reads; guarded alike. */
export function previewAction<I, R>(save: FormAction, schema: (context: InputContext) => z.ZodType<I>, service: (actor: Actor, input: I) => Promise<R>): FormAction {
  return async (state, data) => {
    if (data.get(INTENT) !== PREVIEW) return save(state, data);
    const { [INTENT]: _intent, [PREVIEW]: _preview, ...values } = typedValues(data);
    const failed = (failure: Failure): FormState => ({ status: "failed", nonce: randomUUID(), values, ...failure });
    if (!isOwnOrigin(await headers())) return failed({ problems: {}, form: { code: "origin_refused" } });
    const signedIn = await findActor();
    if (!signedIn) return failed({ problems: {}, form: { code: "signed_out" } });
    const parsed = schema(await inputContext()).safeParse(treeOf(values));
    if (!parsed.success) return failed({ problems: problemsOf(parsed.error) });
    try {
      const result = await service(signedIn.actor, parsed.data);
      return { status: "failed", nonce: randomUUID(), problems: {}, values: { ...values, [PREVIEW]: [JSON.stringify(result)] } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return failed({ problems: error.detail.problems ?? {}, ...(error.code === "invalid" ? {} : { form: { code: error.code } }) });
    }
  };
}
