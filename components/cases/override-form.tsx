"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { releaseOverrideInput } from "@/lib/model/release-override";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  /** Of the estimate that the page shows: another one meanwhile is a conflict. */
  version: number;
  /** What is computed, as the page was drawn. */
  computed: string;
  values: Record<string, string>;
  zoneNote?: string | undefined;
};

/** The expected release set by hand; it cannot be saved without a reason. */
export function OverrideForm({ action, submission, today, caseId, version, computed, values, zoneNote }: Props) {
  const t = useTranslations("estimates");
  const labels = useFieldLabels("estimates");
  return (
    <FormShell
      action={action}
      schema={releaseOverrideInput({ today })}
      submission={submission}
      version={version}
      hidden={{ caseId, computed }}
      defaults={values}
      labels={labels}
      submitLabel={t("override.submit")}
      cancelHref={`/cases/${caseId}`}
      testId="override-form"
    >
      <UncertainDateField name="when" label={t("field.when")} today={today} ahead zoneNote={zoneNote} required />
      <TextareaField name="reason" label={t("field.reason")} hint={t("override.reason_hint")} rows={4} required />
    </FormShell>
  );
}
