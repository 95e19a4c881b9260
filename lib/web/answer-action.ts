import "server-only";
import type { z } from "zod";
import type { InputContext } from "@/lib/model/fields";
import { idle, type FormState } from "@/lib/model/form-state";
import type { Actor } from "@/lib/model/permissions";
import type { FormMeta } from "@/lib/services/form-meta";
import { formAction } from "./form-action";

export type Answered<R> = FormState | { status: "answered"; answer: R };
export type AnswerAction<R> = (state: Answered<R>, data: FormData) => Promise<Answered<R>>;

/**
 * `formAction` for the rare result that may stand in no address and in no row, such as a one-time link: it comes back as the answer itself, drawn
 * once in place of the form.
 */
export function answerAction<I, R>(schema: (context: InputContext) => z.ZodType<I>, service: (actor: Actor, input: I, meta: FormMeta) => Promise<R>): AnswerAction<R> {
  return async (_state, data) => {
    let answered: { status: "answered"; answer: R } | undefined;
    const keeping = async (actor: Actor, input: I, meta: FormMeta) => {
      answered = { status: "answered", answer: await service(actor, input, meta) };
    };
    try {
      return await formAction(schema, keeping, () => "/")(idle, data);
    } catch (error) {
      // The redirect that ends every successful form is what is replaced here.
      if (!answered) throw error;
      return answered;
    }
  };
}
