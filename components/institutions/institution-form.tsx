"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { RepeatField } from "@/components/forms/repeat-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { institutionEditInput, institutionInput, MOST_SPELLINGS } from "@/lib/model/institution";
import { institutionKinds, institutionStatuses } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
  places: readonly Option[];
  parents: readonly { name: string; kind: string }[];
};

/** A court, a unit, a place of detention, an organisation: its names, where it is, what it is part of, how the law stands to it. */
export function InstitutionForm({ action, submission, today, record, values, places, parents }: Props) {
  const t = useTranslations("institutions");
  const labels = useFieldLabels("institutions");
  const vocab = useTranslations("vocab");
  return (
    <FormShell
      action={action}
      schema={record ? institutionEditInput({ today }) : institutionInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { institutionId: record.id } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : "record")}
      cancelHref={record ? `/institutions/${record.id}` : "/institutions"}
      testId="institution-form"
    >
      <SelectField name="kind" label={t("field.kind")} options={institutionKinds.map((value) => ({ value, label: vocab(`institution_kinds.${value}`) }))} required />
      <TextField name="name" label={t("field.name")} hint={t("hint.name")} required />
      <TextField name="nameKk" label={t("field.nameKk")} lang="kk" />
      <TextField name="nameRu" label={t("field.nameRu")} lang="ru" />
      <TextField name="nameEn" label={t("field.nameEn")} lang="en" />
      <RepeatField name="spellings" label={t("field.spellings")} hint={t("hint.spellings")} addLabel={t("add_spelling")} spare={2} max={MOST_SPELLINGS} columns={[{ name: "text", label: t("field.spelling") }]} />
      <SelectField name="placeId" label={t("field.placeId")} options={places} empty={t("unknown_place")} />
      <TextField name="address" label={t("field.address")} />
      <ComboField name="parent" label={t("field.parent")} hint={t("hint.parent")} suggestions={parents.map(({ name, kind }) => ({ value: name, note: vocab(`institution_kinds.${kind}`) }))} />
      <SelectField name="status" label={t("field.status")} options={institutionStatuses.map((value) => ({ value, label: vocab(`institution_statuses.${value}`) }))} empty={null} defaultValue="unknown" />
      <UncertainDateField name="statusFrom" label={t("field.statusFrom")} hint={t("hint.statusFrom")} today={today} />
      <TextField name="legalStatus" label={t("field.legalStatus")} hint={t("hint.legalStatus")} />
      <TextareaField name="note" label={t("field.note")} hint={t("hint.note")} rows={3} />
    </FormShell>
  );
}
