"use client";

import { useTranslations } from "next-intl";
import { CaseCheckboxes } from "@/components/cases/case-checkboxes";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { NumberField } from "@/components/forms/number-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { adjustmentEditInput, adjustmentInput } from "@/lib/model/adjustment";
import { isCredit } from "@/lib/model/credit";
import { adjustmentKinds } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
  cases?: readonly Option[] | undefined;
  zoneNote?: string | undefined;
};

/** Time that counts towards a term, or that does not count. */
export function AdjustmentForm({ action, submission, today, caseId, record, values, cases = [], zoneNote }: Props) {
  const t = useTranslations("rulings.adjustment");
  const labels = useFieldLabels("rulings.adjustment");
  const vocab = useTranslations("vocab");
  const kinds = adjustmentKinds.map((value) => ({ value, label: `${t(isCredit(value) ? "counts" : "does_not_count")}: ${vocab(`adjustment_kinds.${value}`)}` }));
  return (
    <FormShell
      action={action}
      schema={record ? adjustmentEditInput({ today }) : adjustmentInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { adjustmentId: record.id } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t("submit")}
      cancelHref={`/cases/${caseId}`}
      testId="adjustment-form"
    >
      <SelectField name="kind" label={t("field.kind")} options={kinds} empty={record ? null : t("choose")} required />
      <div className="grid gap-5 sm:grid-cols-2">
        <UncertainDateField name="from" label={t("field.from")} today={today} zoneNote={zoneNote} />
        <UncertainDateField name="to" label={t("field.to")} today={today} />
      </div>
      <NumberField name="days" label={t("field.days")} hint={t("days_hint")} />
      <TextField name="ratio" label={t("field.ratio")} hint={t("ratio_hint")} />
      <TextField name="authority" label={t("field.authority")} hint={t("authority_hint")} />
      <TextareaField name="note" label={t("field.note")} rows={3} />
      {!record && <CaseCheckboxes options={cases} chosen={[caseId]} />}
    </FormShell>
  );
}
