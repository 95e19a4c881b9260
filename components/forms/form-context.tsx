"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import type { FieldProblem } from "@/lib/model/form-state";

/** What the shell tells its fields. `values` are what was typed before an error, else what the form starts with. */
export type FormFacts = {
  formId: string;
  /** Changes when the server answers, so that choices are drawn again from what was sent. */
  round: string;
  problems: Record<string, FieldProblem>;
  values: Record<string, string[]>;
  answered: boolean;
};

export const FormContext = createContext<FormFacts | null>(null);

/** The facts of the form around; fields make no sense outside a `FormShell`. */
export function useFormFacts(): FormFacts {
  const facts = useContext(FormContext);
  if (!facts) throw new Error("a form field needs a FormShell around it");
  return facts;
}

/** Turns a problem into words; a code without words of its own gets the general sentence. */
export function useProblemText(): (problem: FieldProblem) => string {
  const t = useTranslations("forms");
  return ({ code, params }) => (t.has(`errors.${code}`) ? t(`errors.${code}`, { max: 0, min: 0, ...params }) : t("errors.invalid"));
}

export type FieldOptions = { name: string; hint?: string | undefined; defaultValue?: string | readonly string[] | undefined; note?: boolean | undefined };

/** Everything an input needs to be labelled, described, marked invalid, kept and found. `note` says that a live note follows the input. */
export function useField({ name, hint, defaultValue, note }: FieldOptions) {
  const { formId, round, problems, values: known, answered } = useFormFacts();
  const problem = problems[name];
  const id = `${formId}-${name}`;
  const fallback = defaultValue === undefined ? [] : typeof defaultValue === "string" ? [defaultValue] : [...defaultValue];
  const values = known[name] ?? (answered ? [] : fallback);
  const describedBy = [hint && `${id}-hint`, problem && `${id}-error`, note && `${id}-note`].filter(Boolean).join(" ") || undefined;
  const aria = { "aria-invalid": problem ? (true as const) : undefined, "aria-describedby": describedBy };
  return { id, problem, round, values, value: values[0] ?? "", aria, control: { name, id, ...aria, "data-testid": `field-${name}` } };
}
