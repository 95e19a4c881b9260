"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { claimWithdrawalInput } from "@/lib/model/claim";

type Props = { action: FormAction; submission: string; today: string; /** The case whose page the person was on, for what belongs to one. */ caseId?: string | undefined; recordId: string };

/** Takes a record back: it stays to be seen, with the reason, and no longer counts. */
export function WithdrawForm({ action, submission, today, caseId, recordId }: Props) {
  const t = useTranslations("cases");
  return (
    <DangerDetails title={t("withdraw.title")} explain={t("withdraw.explain")} testId="withdraw">
      <FormShell action={action} schema={(caseId === undefined ? claimWithdrawalInput : caseWithdrawalInput)({ today })} submission={submission} hidden={{ ...(caseId === undefined ? {} : { caseId }), recordId }} labels={{ reason: t("withdraw.reason") }} submitLabel={t("withdraw.submit")} tone="danger" testId="withdraw-form">
        <TextField name="reason" label={t("withdraw.reason")} required />
      </FormShell>
    </DangerDetails>
  );
}
