"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { recipientEditInput, recipientInput } from "@/lib/model/export";
import { consentAudiences } from "@/lib/model/vocabularies";

type Props = { action: FormAction; submission: string; today: string; record?: { id: string; version: number } | undefined; values: Record<string, string> };

/** Somebody who gets something: what kind of receiver it is, and how much it is told. */
export function RecipientForm({ action, submission, today, record, values }: Props) {
  const t = useTranslations("exports");
  const labels = useFieldLabels("exports");
  const vocab = useTranslations("vocab.consent_audiences");
  return (
    <FormShell
      action={action}
      schema={record ? recipientEditInput({ today }) : recipientInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { recipientId: record.id } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "recipients.save" : "recipients.record")}
      cancelHref={record ? `/exports/recipients/${record.id}` : "/exports/recipients"}
      testId="recipient-form"
    >
      <TextField name="name" label={t("field.name")} required />
      <SelectField name="audience" label={t("field.audience")} hint={t("hint.audience")} options={consentAudiences.map((value) => ({ value, label: vocab(value) }))} required />
      <RadioGroupField name="profile" label={t("field.profile")} options={(["public", "partner"] as const).map((value) => ({ value, label: t(`value.profile.${value}`) }))} defaultValue="public" />
      <TextareaField name="note" label={t("field.note")} rows={3} />
      {record && <RadioGroupField name="closed" label={t("field.closed")} options={(["no", "yes"] as const).map((value) => ({ value, label: t(`value.closed.${value}`) }))} defaultValue="no" />}
    </FormShell>
  );
}
