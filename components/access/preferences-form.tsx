"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { locales, nativeNames } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { preferencesInput } from "@/lib/model/account";
import { themes } from "@/lib/model/vocabularies";
import type { Theme } from "@/lib/model/vocabularies";

type Props = { action: FormAction; locale: Locale; theme: Theme; submission: string; today: string };

export function PreferencesForm({ action, locale, theme, submission, today }: Props) {
  const t = useTranslations("access");
  const words = useTranslations("common.themes");
  const schema = useMemo(() => preferencesInput({ today }), [today]);
  const labels = { locale: t("field.locale"), theme: t("field.theme") };
  return (
    <FormShell action={action} schema={schema} defaults={{ locale, theme }} submission={submission} labels={labels} submitLabel={t("account.save")} testId="preferences-form">
      <RadioGroupField name="locale" label={labels.locale} options={locales.map((value) => ({ value, label: nativeNames[value] }))} />
      <RadioGroupField name="theme" label={labels.theme} options={themes.map((value) => ({ value, label: words(value) }))} />
    </FormShell>
  );
}
