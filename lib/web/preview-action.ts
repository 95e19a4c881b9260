import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import type { z } from "zod";
import { anonymous } from "@/lib/model/actors";
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
import { networkOf } from "./request";

type Failure = Pick<Extract<FormState, { status: "failed" }>, "problems" | "form">;

type Preview<I, R> = (actor: Actor, input: I, network: string) => Promise<R>;

/** A form that saves with `save`, and when asked only to preview answers what `service` reads; guarded alike. */
export function previewAction<I, R>(save: FormAction, schema: (context: InputContext) => z.ZodType<I>, service: (actor: Actor, input: I) => Promise<R>): FormAction {
  const preview = previewed(schema, service, async () => (await findActor())?.actor);
  return (state, data) => (data.get(INTENT) === PREVIEW ? preview(data) : save(state, data));
}

/** A form that only ever previews, also for somebody who has not signed in where `service` lets them; nothing is saved. */
export function openPreviewAction<I, R>(schema: (context: InputContext) => z.ZodType<I>, service: Preview<I, R>): FormAction {
  const preview = previewed(schema, service, async () => (await findActor())?.actor ?? anonymous);
  return (_state, data) => preview(data);
}

function previewed<I, R>(schema: (context: InputContext) => z.ZodType<I>, service: Preview<I, R>, asking: () => Promise<Actor | undefined>): (data: FormData) => Promise<FormState> {
  return async (data) => {
    const { [INTENT]: _intent, [PREVIEW]: _preview, ...values } = typedValues(data);
    const failed = (failure: Failure): FormState => ({ status: "failed", nonce: randomUUID(), values, ...failure });
    if (!isOwnOrigin(await headers())) return failed({ problems: {}, form: { code: "origin_refused" } });
    const actor = await asking();
    if (!actor) return failed({ problems: {}, form: { code: "signed_out" } });
    const parsed = schema(await inputContext()).safeParse(treeOf(values));
    if (!parsed.success) return failed({ problems: problemsOf(parsed.error) });
    try {
      const result = await service(actor, parsed.data, await networkOf());
      return { status: "failed", nonce: randomUUID(), problems: {}, values: { ...values, [PREVIEW]: [JSON.stringify(result)] } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { problems = {}, params } = error.detail;
      const code = error.code === "forbidden" && actor === anonymous ? "signed_out" : error.code;
      return failed({ problems, ...(code === "invalid" ? {} : { form: { code, ...(params ? { params } : {}) } }) });
    }
  };
}
