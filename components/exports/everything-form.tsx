"use client";

import { useTranslations } from "next-intl";
import { ProveAgain } from "@/components/access/prove-again";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";

type Props = { action: FormAction; submission: string; needsProof: boolean };

/** Why everything leaves, the passphrase that seals it, and the own password once more. */
export function EverythingForm({ action, submission, needsProof }: Props) {
  const t = useTranslations("exports");
  const prove = useTranslations("forms.prove");
  const labels = { ...useFieldLabels("exports"), password: prove("label") };
  return (
    <FormShell action={action} submission={submission} labels={labels} submitLabel={t("everything.make")} cancelHref="/exports" testId="everything-form" guarded={false}>
      <TextareaField name="reason" label={t("field.reason")} hint={t("hint.reason")} required rows={2} />
      <PasswordField name="passphrase" label={t("field.passphrase")} hint={t("hint.passphrase")} autoComplete="new-password" required />
      <PasswordField name="again" label={t("field.again")} autoComplete="new-password" required />
      <ProveAgain needed={needsProof} />
    </FormShell>
  );
}
