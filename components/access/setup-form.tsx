"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import type { Option } from "@/components/forms/field-props";
import { locales, nativeNames } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { setupInput } from "@/lib/model/account";
import { FieldGroup } from "./field-group";

type Props = { action: FormAction; token: string; places: readonly Option[]; locale: Locale; today: string };

/** Three groups: the organisation, its first administrator, what to start with. */
export function SetupForm({ action, token, places, locale, today }: Props) {
  const t = useTranslations("access");
  const schema = useMemo(() => setupInput({ today }), [today]);
  const labels = {
    organisation: t("field.organisation"),
    locale: t("field.default_locale"),
    placeId: t("field.place"),
    name: t("field.name"),
    login: t("field.login"),
    password: t("field.password"),
    sample: t("field.sample"),
  };
  const samples = [
    { value: "none", label: t("sample.none") },
    { value: "sample", label: t("sample.sample"), hint: t("sample.sample_hint") },
  ];
  return (
    <FormShell action={action} schema={schema} hidden={{ token }} defaults={{ locale, sample: "none" }} labels={labels} submitLabel={t("setup.submit")} testId="setup-form">
      <FieldGroup title={t("setup.organisation")}>
        <TextField name="organisation" label={labels.organisation} autoComplete="organization" required />
        <SelectField name="locale" label={labels.locale} options={locales.map((value) => ({ value, label: nativeNames[value] }))} empty={null} required />
        <SelectField name="placeId" label={labels.placeId} options={places} hint={t("hint.place")} required />
      </FieldGroup>
      <FieldGroup title={t("setup.administrator")}>
        <TextField name="name" label={labels.name} hint={t("hint.name")} autoComplete="name" required />
        <TextField name="login" label={labels.login} hint={t("hint.login")} autoComplete="username" required />
        <PasswordField name="password" label={labels.password} hint={t("hint.password")} autoComplete="new-password" required />
      </FieldGroup>
      <FieldGroup title={t("setup.start")}>
        <RadioGroupField name="sample" label={labels.sample} options={samples} />
      </FieldGroup>
    </FormShell>
  );
}
