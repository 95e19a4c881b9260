"use client";

import { useTranslations } from "next-intl";
import { ProveAgain } from "@/components/access/prove-again";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";

type Props = { action: FormAction; submission: string; filter: string; locale: string; needsPassword: boolean; cancelHref: string };

/** Asks why a sheet is taken out, and for the password where it was not proved a moment ago. */
export function TakeSheetForm({ action, submission, filter, locale, needsPassword, cancelHref }: Props) {
  const t = useTranslations("sheets.take");
  return (
    <FormShell action={action} submission={submission} hidden={{ filter, locale }} submitLabel={t("submit")} cancelHref={cancelHref} labels={{ reason: t("reason") }} testId="take-sheet-form">
      <TextField name="reason" label={t("reason")} hint={t("reason_hint")} required />
      <ProveAgain needed={needsPassword} />
    </FormShell>
  );
}
