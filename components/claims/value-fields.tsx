"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { citedFields, claimKinds } from "@/lib/model/vocabularies";

/** Which fact is claimed, and what of it: the value is read for its kind when it is saved. */
export function ValueFields() {
  const t = useTranslations("claims");
  const vocab = useTranslations("vocab");
  return (
    <>
      <SelectField name="field" label={t("field.field")} options={citedFields.map((value) => ({ value, label: vocab(`cited_fields.${value}`) }))} required />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <SelectField name="valueKind" label={t("field.valueKind")} options={claimKinds.map((value) => ({ value, label: vocab(`claim_kinds.${value}`) }))} empty={t("no_value")} />
        <TextField name="value" label={t("field.value")} hint={t("hint.value")} />
      </div>
    </>
  );
}
