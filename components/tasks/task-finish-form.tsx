"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { taskFinishInput } from "@/lib/model/task";

type Props = { action: FormAction; submission: string; today: string; taskId: string; version: number; outcome: string };

/** Says that a task is done, and what came of it. */
export function TaskFinishForm({ action, submission, today, taskId, version, outcome }: Props) {
  const t = useTranslations("tasks");
  return (
    <FormShell
      action={action}
      schema={taskFinishInput({ today })}
      submission={submission}
      version={version}
      hidden={{ taskId, back: "task" }}
      defaults={{ outcome }}
      labels={{ outcome: t("field.outcome") }}
      submitLabel={t("done")}
      testId="task-finish-form"
    >
      <TextareaField name="outcome" label={t("field.outcome")} hint={t("form.outcome_hint")} rows={3} />
    </FormShell>
  );
}
