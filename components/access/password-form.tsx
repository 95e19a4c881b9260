"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { passwordChangeInput } from "@/lib/model/account";

type Props = { action: FormAction; login: string; submission: string; today: string };

export function PasswordForm({ action, login, submission, today }: Props) {
  const t = useTranslations("access");
  const schema = useMemo(() => passwordChangeInput({ today }), [today]);
  const labels = { current: t("field.current"), password: t("field.new_password") };
  return (
    <FormShell action={action} schema={schema} submission={submission} labels={labels} submitLabel={t("account.password_submit")} testId="password-form">
      {/* Tells a password manager whose password this is; it has no name and is not sent. */}
      <input type="text" autoComplete="username" defaultValue={login} readOnly hidden />
      <PasswordField name="current" label={labels.current} autoComplete="current-password" required />
      <PasswordField name="password" label={labels.password} hint={t("hint.password")} autoComplete="new-password" required />
    </FormShell>
  );
}
