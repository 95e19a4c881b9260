"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { locales, nativeNames } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { acceptInvitationInput } from "@/lib/model/account";

type Props = { action: FormAction; token: string; name: string; locale: Locale; today: string };

export function InviteAcceptForm({ action, token, name, locale, today }: Props) {
  const t = useTranslations("access");
  const schema = useMemo(() => acceptInvitationInput({ today }), [today]);
  const labels = { name: t("field.name"), login: t("field.login"), password: t("field.password"), locale: t("field.locale") };
  return (
    <FormShell action={action} schema={schema} hidden={{ token }} defaults={{ name, locale }} labels={labels} submitLabel={t("invite.submit")} testId="invite-accept-form">
      <TextField name="name" label={labels.name} hint={t("hint.name")} autoComplete="name" required />
      <TextField name="login" label={labels.login} hint={t("hint.login")} autoComplete="username" required />
      <PasswordField name="password" label={labels.password} hint={t("hint.password")} autoComplete="new-password" required />
      <SelectField name="locale" label={labels.locale} options={locales.map((value) => ({ value, label: nativeNames[value] }))} empty={null} required />
    </FormShell>
  );
}
