"use client";

import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { reportTextInput } from "@/lib/model/report-input";

type Props = {
  action: FormAction;
  reportId: string;
  slot: string;
  label: string;
  hint: string;
  submitLabel: string;
  /** Language of the report. */
  lang: string;
  text: string;
  /** 0 where nothing has been added yet. */
  version: number;
  submission: string;
  today: string;
};

/** A place of a draft where text can be added; each is saved by itself. */
export function TextForm({ action, reportId, slot, label, hint, submitLabel, lang, text, version, submission, today }: Props) {
  return (
    <FormShell
      wide
      action={action}
      schema={reportTextInput({ today })}
      defaults={{ text }}
      version={version === 0 ? undefined : version}
      submission={submission}
      hidden={{ reportId, slot }}
      labels={{ text: label }}
      submitLabel={submitLabel}
      testId={`text-form-${slot}`}
    >
      <TextareaField name="text" label={label} hint={hint} rows={5} lang={lang} />
    </FormShell>
  );
}
