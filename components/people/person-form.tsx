"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { RepeatField } from "@/components/forms/repeat-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { MOST_NAMES, personEditInput, personInput } from "@/lib/model/person";
import { identifications, nameKinds, sexes } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
};

/** Who a person is, as far as known: any number of names in any script, or none yet. */
export function PersonForm({ action, submission, today, record, values }: Props) {
  const t = useTranslations("people");
  const labels = useFieldLabels("people");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    <FormShell
      action={action}
      schema={record ? personEditInput({ today }) : personInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { personId: record.id } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : "record")}
      cancelHref={record ? `/people/${record.id}` : "/people"}
      testId="person-form"
    >
      <RadioGroupField name="identification" label={t("field.identification")} hint={t("hint.identification")} options={options("identifications", identifications)} defaultValue="identified" />
      <RepeatField
        name="names"
        label={t("field.names")}
        hint={t("hint.names")}
        addLabel={t("add_name")}
        spare={2}
        max={MOST_NAMES}
        columns={[
          { name: "text", label: t("field.name_text") },
          { name: "kind", label: t("field.name_kind"), options: options("name_kinds", nameKinds), empty: null, defaultValue: "legal" },
        ]}
      />
      <SelectField name="sex" label={t("field.sex")} options={options("sexes", sexes)} empty={null} defaultValue="unknown" />
      <UncertainDateField name="birthDate" label={t("field.birthDate")} hint={t("hint.birthDate")} today={today} />
      <TextField name="nationality" label={t("field.nationality")} />
      <TextField name="occupation" label={t("field.occupation")} />
      <TextField name="affiliation" label={t("field.affiliation")} hint={t("hint.affiliation")} />
      <TextField name="residence" label={t("field.residence")} />
      <TextareaField name="healthRisk" label={t("field.healthRisk")} hint={t("hint.guarded")} rows={3} />
      <TextareaField name="familyContact" label={t("field.familyContact")} hint={t("hint.guarded")} rows={3} />
    </FormShell>
  );
}
