"use client";

import { useTranslations } from "next-intl";
import { startTransition, useId, useMemo, useRef, useState } from "react";
import type { ReactNode, SubmitEvent } from "react";
import { useForm } from "react-hook-form";
import type { FieldValues, Resolver } from "react-hook-form";
import type { ZodType } from "zod";
import { problemsOf, SUBMISSION, treeOf, typedValues, VERSION } from "@/lib/model/form-input";
import { ConflictPanel } from "./conflict-panel";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import type { FormFacts } from "./form-context";
import { FormFooter } from "./form-footer";
import { flatDefaults } from "./form-defaults";
import type { FormDefaults } from "./form-defaults";
import { flatProblems, nestProblems } from "./form-problems";
import { useFormAction } from "./use-form-action";
import type { FormAction } from "./use-form-action";
import { useUnsavedGuard } from "./use-unsaved-guard";

export type FormShellProps<S extends ZodType = ZodType> = {
  action: FormAction;
  /** Checked in the browser before sending; given by client components only: a schema cannot be sent to one. */
  schema?: S | undefined;
  defaults?: FormDefaults | undefined;
  /** Without one the form has no footer: it holds its own button. */
  submitLabel?: string | undefined;
  /** As wide as the page, for a form that arranges itself. */
  wide?: boolean | undefined;
  /** False for a form that saves nothing, so that leaving it loses nothing that anybody expects to find again. */
  guarded?: boolean | undefined;
  children: ReactNode;
  /** One UUID per drawn form; the server makes one record of a form that is sent twice. */
  submission?: string | undefined;
  version?: number | undefined;
  hidden?: Record<string, string> | undefined;
  cancelHref?: string | undefined;
  /** Field labels by name, for the error summary before JavaScript arrives; afterwards it reads them from the page. */
  labels?: Record<string, string> | undefined;
  /** Further buttons beside the submit button, for example a second one with a name and a value. */
  extra?: ReactNode;
  tone?: "primary" | "danger" | undefined;
  testId?: string | undefined;
};

/**
 * A form that works before JavaScript arrives and better afterwards: checks with the same schema as the server, keeps what was
 * typed through every refusal, shows both versions of a conflict and asks before typed text is left behind.
 */
export function FormShell<S extends ZodType>({ action, schema, defaults, children, hidden, version, submission, labels = {}, guarded = true, ...rest }: FormShellProps<S>) {
  const t = useTranslations("forms");
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [state, dispatch, pending] = useFormAction(action);
  const [dirty, setDirty] = useState(false);
  useUnsavedGuard(guarded && dirty && !pending, t("unsaved"));

  const resolver: Resolver<FieldValues> = async (values) => {
    const checked = schema && form.current ? await schema.safeParseAsync(treeOf(typedValues(new FormData(form.current)))) : undefined;
    const problems = checked && !checked.success ? problemsOf(checked.error) : {};
    return Object.keys(problems).length === 0 ? { values, errors: {} } : { values: {}, errors: nestProblems(problems) };
  };
  // No field is registered: react-hook-form would write its own idea of a value over what React has drawn.
  const { handleSubmit, trigger, formState } = useForm<FieldValues>({ resolver, shouldFocusError: false });

  const failed = state.status === "failed" ? state : undefined;
  const { "": found, ...foundHere } = flatProblems(formState.errors);
  const problems = { ...failed?.problems, ...foundHere };
  const known = useMemo(() => failed?.values ?? flatDefaults(defaults ?? {}), [failed, defaults]);
  const facts: FormFacts = { formId, round: failed?.nonce ?? "", problems, values: known, answered: failed !== undefined };

  // What was refused is sent again under the same id and version, even if the page around was drawn anew meanwhile.
  const sent = <T,>(name: string, fresh: T) => failed?.values[name]?.[0] ?? fresh;

  const onInput = () => {
    setDirty(true);
    if (formState.isSubmitted) void trigger();
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const submitter = event.nativeEvent instanceof globalThis.SubmitEvent ? event.nativeEvent.submitter : null;
    const data = new FormData(event.currentTarget, submitter);
    void handleSubmit(() => startTransition(() => dispatch(data)))(event);
  };

  return (
    <FormContext value={facts}>
      <form
        ref={form}
        id={formId}
        action={dispatch}
        onSubmit={onSubmit}
        onInput={onInput}
        noValidate
        className={rest.wide ? "grid gap-5 [grid-template-columns:minmax(0,1fr)]" : "grid max-w-2xl gap-5"}
        data-testid={rest.testId}
      >
        {sent(SUBMISSION, submission) && <input type="hidden" name={SUBMISSION} value={sent(SUBMISSION, submission)} />}
        {version !== undefined && <input type="hidden" name={VERSION} value={failed?.conflict?.version ?? sent(VERSION, version)} />}
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ErrorSummary problems={problems} form={found ?? failed?.form} labels={labels} turn={`${failed?.nonce}/${formState.submitCount}`} />
        {failed?.conflict && <ConflictPanel key={failed.nonce} conflict={failed.conflict} form={form} labels={labels} />}
        {children}
        {rest.submitLabel !== undefined && <FormFooter submitLabel={rest.submitLabel} cancelHref={rest.cancelHref} extra={rest.extra} tone={rest.tone} pending={pending} />}
      </form>
    </FormContext>
  );
}
