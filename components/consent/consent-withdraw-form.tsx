"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { consentWithdrawalInput } from "@/lib/model/consent";

type Props = { action: FormAction; submission: string; today: string; consentId: string };

/** Takes a consent back: it stays to be seen, with the reason, and nothing may be shared on it from now on. */
export function ConsentWithdrawForm({ action, submission, today, consentId }: Props) {
  const t = useTranslations("consent.withdraw");
  const labels = { when: t("when"), reason: t("reason") };
  return (
    <DangerDetails title={t("title")} explain={t("explain")} testId="withdraw">
      <FormShell action={action} schema={consentWithdrawalInput({ today })} submission={submission} hidden={{ consentId }} labels={labels} submitLabel={t("submit")} tone="danger" testId="withdraw-form">
        <UncertainDateField name="when" label={t("when")} hint={t("when_hint")} today={today} />
        <TextField name="reason" label={t("reason")} required />
      </FormShell>
    </DangerDetails>
  );
}
