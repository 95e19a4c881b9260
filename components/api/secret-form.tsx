"use client";

import { useActionState, useId } from "react";
import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import { FormFooter } from "@/components/forms/form-footer";
import { SUBMISSION } from "@/lib/model/form-input";
import { idle } from "@/lib/model/form-state";
import type { FormState } from "@/lib/model/form-state";

export type SecretState<R> = FormState | { status: "answered"; answer: R };
type Props<R> = {
  action: (state: SecretState<R>, data: FormData) => Promise<SecretState<R>>;
  labels: Record<string, string>;
  submission: string;
  submitLabel: string;
  testId: string;
  /** What takes the place of the form: the answer is in no address and is not shown a second time. */
  answered: (answer: R) => ReactNode;
  children: ReactNode;
};

/** A form whose answer is a secret. */
export function SecretForm<R>({ action, labels, submission, submitLabel, testId, answered, children }: Props<R>) {
  const formId = useId();
  const [state, dispatch, pending] = useActionState<SecretState<R>, FormData>(action, idle as never);
  if (state.status === "answered") return answered(state.answer);
  const failed = state.status === "failed" ? state : undefined;
  const facts = { formId, round: failed?.nonce ?? "", problems: failed?.problems ?? {}, values: failed?.values ?? {}, answered: failed !== undefined };
  return (
    <FormContext value={facts}>
      <form action={dispatch} noValidate className="grid max-w-2xl gap-5" data-testid={testId}>
        <input type="hidden" name={SUBMISSION} value={failed?.values[SUBMISSION]?.[0] ?? submission} />
        <ErrorSummary problems={facts.problems} form={failed?.form} labels={labels} turn={facts.round} />
        {children}
        <FormFooter submitLabel={submitLabel} cancelHref={undefined} extra={null} tone={undefined} pending={pending} />
      </form>
    </FormContext>
  );
}
