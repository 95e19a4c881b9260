"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { locales, nativeNames } from "@/lib/i18n/locales";
import { organisationInput } from "@/lib/model/account";

type Props = {
  action: FormAction;
  values: { name: string; defaultLocale: string; defaultPlaceId: string; calculator: string };
  version: number;
  places: readonly Option[];
  submission: string;
  today: string;
};

export function OrganisationForm({ action, values, version, places, submission, today }: Props) {
  const t = useTranslations("admin");
  const schema = useMemo(() => organisationInput({ today }), [today]);
  const labels = { name: t("field.name"), defaultLocale: t("field.defaultLocale"), defaultPlaceId: t("field.defaultPlaceId"), calculator: t("field.calculator") };
  return (
    <FormShell action={action} schema={schema} defaults={values} version={version} submission={submission} labels={labels} submitLabel={t("save")} cancelHref="/admin" testId="organisation-form">
      <TextField name="name" label={labels.name} required />
      <SelectField name="defaultLocale" label={labels.defaultLocale} options={locales.map((value) => ({ value, label: nativeNames[value] }))} empty={null} required />
      <SelectField name="defaultPlaceId" label={labels.defaultPlaceId} options={places} empty={null} required />
      <RadioGroupField
        name="calculator"
        label={labels.calculator}
        hint={t("organisation.calculator_hint")}
        options={(["signed_in", "everybody"] as const).map((value) => ({ value, label: t(`organisation.calculator.${value}`) }))}
      />
    </FormShell>
  );
}
