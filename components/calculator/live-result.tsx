"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Option } from "@/components/forms/field-props";
import { useFormFacts, useProblemText } from "@/components/forms/form-context";
import type { FormAction } from "@/components/forms/use-form-action";
import { useLiveAnswer } from "@/components/forms/use-live-answer";
import { Alert } from "@/components/ui/alert";
import type { CalculatorAnswer } from "@/lib/release/calculate";
import { CalculationView } from "./calculation-view";

type Props = { action: FormAction; places: readonly Option[]; kinds: readonly Option[]; countFroms: readonly Option[] };

/** The result beside the form: drawn with the page when it was sent without JavaScript, and while typing with it. */
export function LiveResult({ action, ...words }: Props) {
  const t = useTranslations("calculator");
  const text = useProblemText();
  const { round } = useFormFacts();
  const { inside, answer, busy, unreadable, problem } = useLiveAnswer<CalculatorAnswer>(action, { atOnce: false });
  const answered = answer !== undefined;
  useEffect(() => {
    // Somebody who pressed the button wants to read the result, which on a phone lies below the form.
    if (round !== "" && answered) inside.current?.querySelector<HTMLElement>("h2")?.focus();
    // Only a new round moves the focus: an answer that comes while typing must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [round]);
  return (
    <div ref={inside} aria-busy={busy} className="grid gap-4 [grid-template-columns:minmax(0,1fr)] print:gap-1 print:text-[8pt] print:leading-tight print:[&_.text-sm]:text-[8pt] print:[&_.text-sm]:leading-tight print:[&_.card]:gap-0.5 print:[&_.card]:border-0 print:[&_.card]:p-0 print:[&_h2]:text-[10pt] print:[&_ol]:gap-0 print:[&_td]:py-0.5 print:[&_th]:py-0.5 print:[&_th]:text-[8pt]" data-testid="calculation">
      {problem?.code === "rate_limited" && <Alert tone="today">{text(problem)}</Alert>}
      {answer ? (
        <CalculationView answer={answer} {...words} />
      ) : (
        <div role="status" className="card text-muted" data-testid="calculation-waiting">
          {unreadable ? t("unreadable") : t("waiting")}
        </div>
      )}
    </div>
  );
}
