"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { NumberField } from "@/components/forms/number-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import { complaintEditInput, complaintInput } from "@/lib/model/complaint";
import { complaintKinds, complaintOutcomes } from "@/lib/model/vocabularies";
import type { PartProps } from "./part-props";

/** To whom it was complained, until when an answer is due, and what came of it. */
export function ComplaintForm({ action, submission, today, allegationId, record, values, agencies, zoneNote }: Omit<PartProps, "sources">) {
  const t = useTranslations("allegations");
  const labels = useFieldLabels("allegations");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    <FormShell
      action={action}
      schema={record ? complaintEditInput({ today }) : complaintInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { complaintId: record.id } : { allegationId }}
      defaults={values}
      labels={labels}
      submitLabel={t("save")}
      cancelHref={`/allegations/${allegationId}`}
      testId="complaint-form"
    >
      <SelectField name="kind" label={t("field.kind")} options={options("complaint_kinds", complaintKinds)} required />
      <ComboField name="agency" label={t("complaints.agency")} suggestions={agencies.map((value) => ({ value }))} />
      <TextField name="filedBy" label={t("field.filedBy")} />
      <UncertainDateField name="filed" label={t("field.filed")} today={today} zoneNote={zoneNote} />
      <TextField name="number" label={t("field.number")} />
      <UncertainDateField name="due" label={t("field.due")} today={today} ahead zoneNote={zoneNote} />
      <NumberField name="dueDays" label={t("field.dueDays")} hint={t("hint.dueDays")} />
      <SelectField name="outcome" label={t("field.outcome")} options={options("complaint_outcomes", complaintOutcomes)} empty={null} defaultValue="pending" />
      <UncertainDateField name="answered" label={t("field.answered")} today={today} zoneNote={zoneNote} />
      <TextareaField name="note" label={t("field.note")} hint={t("hint.note")} rows={3} />
    </FormShell>
  );
}
