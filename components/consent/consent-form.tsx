"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { consentEditInput, consentInput } from "@/lib/model/consent";
import { consentAudiences, consentForms, consentGivers, consentPurposes } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  personId: string;
  /** Present where a consent is corrected: what it allows then stays as it is. */
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
};

/** What a person agrees to: for what, with whom, who said so and how. */
export function ConsentForm({ action, submission, today, personId, record, values }: Props) {
  const t = useTranslations("consent");
  const labels = useFieldLabels("consent");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    <FormShell
      action={action}
      schema={record ? consentEditInput({ today }) : consentInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { consentId: record.id } : { personId }}
      defaults={values}
      labels={labels}
      submitLabel={t("form.submit")}
      cancelHref={`/people/${personId}#consent`}
      testId="consent-form"
    >
      {!record && (
        <>
          <SelectField name="purpose" label={t("field.purpose")} hint={t("form.purpose_hint")} options={options("consent_purposes", consentPurposes)} empty={t("form.choose")} required />
          <CheckboxGroupField name="audiences" label={t("field.audiences")} hint={t("form.audiences_hint")} options={options("consent_audiences", consentAudiences)} required />
        </>
      )}
      <RadioGroupField name="givenBy" label={t("field.givenBy")} options={options("consent_givers", consentGivers)} defaultValue="person" />
      <TextField name="givenByName" label={t("field.givenByName")} hint={t("form.name_hint")} />
      <SelectField name="form" label={t("field.form")} options={options("consent_forms", consentForms)} empty={record ? null : t("form.choose")} required />
      <div className="grid gap-5 sm:grid-cols-2">
        <UncertainDateField name="given" label={t("field.given")} today={today} required />
        <UncertainDateField name="expires" label={t("field.expires")} hint={t("form.expires_hint")} today={today} ahead />
      </div>
      <TextareaField name="note" label={t("field.note")} rows={3} />
    </FormShell>
  );
}
