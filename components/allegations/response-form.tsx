"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import { recordedResponses, responseEditInput, responseInput } from "@/lib/model/allegation-response";
import type { PartProps } from "./part-props";

/** Which body was asked, when, and what it answered. */
export function ResponseForm({ action, submission, today, allegationId, record, values, sources, agencies, zoneNote }: PartProps) {
  const t = useTranslations("allegations");
  const labels = useFieldLabels("allegations");
  const vocab = useTranslations("vocab.authority_responses");
  return (
    <FormShell
      action={action}
      schema={record ? responseEditInput({ today }) : responseInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { responseId: record.id } : { allegationId }}
      defaults={values}
      labels={labels}
      submitLabel={t("save")}
      cancelHref={`/allegations/${allegationId}`}
      testId="response-form"
    >
      <ComboField name="agency" label={t("answers.agency")} suggestions={agencies.map((value) => ({ value }))} />
      <UncertainDateField name="asked" label={t("field.asked")} today={today} zoneNote={zoneNote} />
      <RadioGroupField name="answer" label={t("field.answer")} options={recordedResponses.map((value) => ({ value, label: vocab(value) }))} defaultValue="asked" />
      <UncertainDateField name="answered" label={t("field.answered")} today={today} zoneNote={zoneNote} />
      <TextareaField name="note" label={t("field.note")} hint={t("hint.note")} rows={3} />
      <SelectField name="sourceId" label={t("field.sourceId")} options={sources.map(({ id, title }) => ({ value: id, label: title }))} empty={t("no_source")} />
    </FormShell>
  );
}
