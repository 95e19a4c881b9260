"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { allegationWithdrawalInput } from "@/lib/model/allegation";

type Props = { action: FormAction; submission: string; today: string; allegationId: string; /** The allegation itself, an answer or a complaint. */ recordId: string };

/** Takes an allegation, an answer or a complaint back: it stays to be seen, with the reason, and no longer counts. */
export function TakeBackForm({ action, submission, today, allegationId, recordId }: Props) {
  const t = useTranslations("allegations");
  return (
    <DangerDetails title={t("withdraw.title")} explain={t("withdraw.explain")} testId="withdraw">
      <FormShell action={action} schema={allegationWithdrawalInput({ today })} submission={submission} hidden={{ allegationId, recordId }} labels={{ reason: t("field.reason") }} submitLabel={t("withdraw.submit")} tone="danger" testId="withdraw-form">
        <TextField name="reason" label={t("field.reason")} required />
      </FormShell>
    </DangerDetails>
  );
}
