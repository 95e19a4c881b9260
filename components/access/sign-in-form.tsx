"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { signInInput } from "@/lib/model/account";

export function SignInForm({ action, next, today }: { action: FormAction; next: string; today: string }) {
  const t = useTranslations("access");
  const schema = useMemo(() => signInInput({ today }), [today]);
  const labels = { login: t("field.login"), password: t("field.password") };
  return (
    <FormShell action={action} schema={schema} hidden={{ next }} labels={labels} submitLabel={t("sign_in.submit")} testId="sign-in-form">
      <TextField name="login" label={labels.login} autoComplete="username" required />
      <PasswordField name="password" label={labels.password} autoComplete="current-password" required />
    </FormShell>
  );
}
