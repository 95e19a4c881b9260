"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { countWithdrawalInput } from "@/lib/model/count";

type Props = { action: FormAction; submission: string; today: string; eventId: string; recordId: string };

/** Takes a count back: it stays in the ledger, struck through, with the reason. */
export function CountWithdrawForm({ action, submission, today, eventId, recordId }: Props) {
  const t = useTranslations("cases.withdraw");
  return (
    <DangerDetails title={t("title")} explain={t("explain")} testId="withdraw">
      <FormShell action={action} schema={countWithdrawalInput({ today })} submission={submission} hidden={{ eventId, recordId }} labels={{ reason: t("reason") }} submitLabel={t("submit")} tone="danger" testId="withdraw-form">
        <TextField name="reason" label={t("reason")} required />
      </FormShell>
    </DangerDetails>
  );
}
