"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FieldProblem } from "@/lib/model/form-state";
import { useFormFacts, useProblemText } from "./form-context";
import { focusField } from "./form-controls";
import { usePageText } from "./use-hydrated";

function ProblemLink({ name, problem, label }: { name: string; problem: FieldProblem; label: string }) {
  const { formId } = useFormFacts();
  const text = useProblemText();
  const id = `${formId}-${name}`;
  const shown = usePageText(() => document.getElementById(`${id}-label`)?.textContent ?? label, label);
  return (
    <li>
      <a
        href={`#${id}`}
        className="link text-overdue"
        onClick={(event) => {
          event.preventDefault();
          focusField(id);
        }}
      >
        {shown === "" ? text(problem) : `${shown}: ${text(problem)}`}
      </a>
    </li>
  );
}

function FormProblem({ problem }: { problem: FieldProblem }) {
  const t = useTranslations("forms");
  const text = useProblemText();
  if (problem.code !== "signed_out") return <p data-testid="form-error">{text(problem)}</p>;
  return (
    <p data-testid="form-error">
      {t.rich("errors.signed_out", {
        link: (chunks) => (
          <a className="link" href="/sign-in" target="_blank" rel="noopener">
            {chunks}
          </a>
        ),
      })}
    </p>
  );
}

/** The names in the order in which the page shows their fields; those without a field come first. */
function inPageOrder(names: readonly string[], formId: string): string[] {
  const place = (name: string) => document.getElementById(`${formId}-${name}`);
  return names.toSorted((a, b) => {
    const [first, second] = [place(a), place(b)];
    if (!first || !second) return Number(first !== null) - Number(second !== null);
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** The label of a field; a part of one, such as `term.amount`, goes by the label of the whole. */
const labelOf = (name: string, labels: Record<string, string>): string => labels[name] ?? labels[name.split(".")[0] ?? ""] ?? "";

type Props = { problems: Record<string, FieldProblem>; form: FieldProblem | undefined; labels: Record<string, string>; turn: string };

/** What is wrong, in one place, before the fields: takes the focus at every new `turn` and leads to each field. */
export function ErrorSummary({ problems, form, labels, turn }: Props) {
  const t = useTranslations("forms");
  const box = useRef<HTMLDivElement>(null);
  const { formId } = useFormFacts();
  const names = Object.keys(problems);
  const order = usePageText(() => inPageOrder(names, formId).join("\n"), names.join("\n"));
  const any = names.length > 0 || form !== undefined;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [turn, any]);
  if (!any) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} data-testid="error-summary" className="notice notice-overdue">
      <p className="font-semibold">{t("summary.title", { count: names.length })}</p>
      {form && <FormProblem problem={form} />}
      {names.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {order.split("\n").map((name) => {
            const problem = problems[name];
            return problem && <ProblemLink key={name} name={name} problem={problem} label={labelOf(name, labels)} />;
          })}
        </ul>
      )}
    </div>
  );
}
