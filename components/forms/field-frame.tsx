"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldProblem } from "@/lib/model/form-state";
import { useProblemText } from "./form-context";

type FrameProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  problem: FieldProblem | undefined;
  children: ReactNode;
};

export function RequiredMark() {
  const t = useTranslations("forms");
  return <span className="ms-2 text-sm font-normal text-muted">{t("required")}</span>;
}

export function FieldError({ id, problem }: { id: string; problem: FieldProblem | undefined }) {
  const text = useProblemText();
  if (!problem) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-overdue">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{text(problem)}</span>
    </p>
  );
}

export function FieldHint({ id, hint }: { id: string; hint: string | undefined }) {
  return hint ? (
    <p id={`${id}-hint`} className="text-sm text-muted">
      {hint}
    </p>
  ) : null;
}

/** One labelled control with its hint and its problem. */
export function FieldFrame({ id, label, hint, required, problem, children }: FrameProps) {
  return (
    <div className={problem ? "field field-invalid" : "field"}>
      <label htmlFor={id} className="font-medium">
        <span id={`${id}-label`}>{label}</span>
        {required && <RequiredMark />}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} problem={problem} />
    </div>
  );
}

type GroupProps = FrameProps & { testId: string; describedBy: string | undefined };

/** Several controls that answer one question. */
export function GroupFrame({ id, label, hint, required, problem, testId, describedBy, children }: GroupProps) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy} data-testid={testId} className={problem ? "field field-invalid" : "field"}>
      <legend className="mb-1 font-medium">
        <span id={`${id}-label`}>{label}</span>
        {required && <RequiredMark />}
      </legend>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} problem={problem} />
    </fieldset>
  );
}
