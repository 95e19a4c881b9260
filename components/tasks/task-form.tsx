"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { taskEditInput, taskInput } from "@/lib/model/task";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  /** What a new task is made from; empty for a hand. */
  from?: string | undefined;
  /** The task that is changed; `done` shows what came of it. */
  record?: { id: string; version: number; done: boolean } | undefined;
  values: Record<string, string>;
  colleagues: readonly { id: string; name: string }[];
  zoneNote?: string | undefined;
};

/** What is to be done, by when as far as known, and by whom. */
export function TaskForm({ action, submission, today, caseId, from = "", record, values, colleagues, zoneNote }: Props) {
  const t = useTranslations("tasks");
  const labels = useFieldLabels("tasks");
  const untouched: Record<string, string> = record && !record.done ? { outcome: values["outcome"] ?? "" } : {};
  return (
    <FormShell
      action={action}
      schema={record ? taskEditInput({ today }) : taskInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { taskId: record.id, ...untouched } : { caseId, from }}
      defaults={values}
      labels={labels}
      submitLabel={t("form.submit")}
      cancelHref={`/cases/${caseId}`}
      testId="task-form"
    >
      <TextField name="what" label={t("field.what")} required />
      <UncertainDateField name="due" label={t("field.due")} hint={t("form.due_hint")} today={today} ahead zoneNote={zoneNote} />
      <SelectField name="assigneeId" label={t("field.assigneeId")} options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} empty={t("form.nobody")} />
      {record?.done && <TextareaField name="outcome" label={t("field.outcome")} hint={t("form.outcome_hint")} rows={3} />}
    </FormShell>
  );
}
