"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import { typedValues } from "@/lib/model/form-input";
import { idle } from "@/lib/model/form-state";
import type { FormState } from "@/lib/model/form-state";

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** Answers an unreachable server as a problem of the form, so that what was typed stays on the page. */
function keepingText(action: FormAction): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      const code = error instanceof TypeError ? "offline" : "unexpected";
      return { status: "failed", nonce: `here-${performance.now()}`, problems: {}, form: { code }, values: typedValues(data) };
    }
  };
}

/** On the server the action itself is passed, because only its own reference works in a form without JavaScript. */
export const useFormAction = (action: FormAction) => useActionState(typeof window === "undefined" ? action : keepingText(action), idle);
