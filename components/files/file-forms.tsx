"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { describeInput, fileWithdrawalInput, linkInput } from "@/lib/model/file";

type Props = { action: FormAction; submission: string; today: string; fileId: string };

/** Says that a file is evidence for another record too. */
export function LinkFileForm({ action, submission, today, fileId }: Props) {
  const t = useTranslations("files");
  return (
    <Fold title={t("link.title")} testId="link-file">
      <FormShell action={action} schema={linkInput({ today })} submission={submission} hidden={{ fileId }} labels={{ record: t("link.record") }} submitLabel={t("link.submit")} testId="link-form">
        <TextField name="record" label={t("link.record")} hint={t("link.hint")} required />
      </FormShell>
    </Fold>
  );
}

/** Says in words what is in a file. */
export function DescribeFileForm({ action, submission, today, fileId, version, description }: Props & { version: number; description: string }) {
  const t = useTranslations("files");
  return (
    <Fold title={t("describe.title")} testId="describe-file">
      <FormShell action={action} schema={describeInput({ today })} submission={submission} version={version} hidden={{ fileId }} defaults={{ description }} labels={{ description: t("describe.description") }} submitLabel={t("describe.submit")} testId="describe-form">
        <TextField name="description" label={t("describe.description")} />
      </FormShell>
    </Fold>
  );
}

/** Takes a file back: it stays to be seen, with the reason. */
export function WithdrawFileForm({ action, submission, today, fileId }: Props) {
  const t = useTranslations("files");
  return (
    <Fold title={t("withdraw.title")} testId="withdraw-file" danger>
      <p className="text-muted">{t("withdraw.explain")}</p>
      <FormShell action={action} schema={fileWithdrawalInput({ today })} submission={submission} hidden={{ fileId }} labels={{ reason: t("withdraw.reason") }} submitLabel={t("withdraw.submit")} tone="danger" testId="withdraw-form">
        <TextField name="reason" label={t("withdraw.reason")} required />
      </FormShell>
    </Fold>
  );
}

function Fold({ title, testId, danger = false, children }: { title: string; testId: string; danger?: boolean; children: React.ReactNode }) {
  return (
    <details className="max-w-2xl border-t border-line pt-3" data-testid={testId}>
      <summary className={`link inline-flex min-h-11 items-center sm:min-h-8 ${danger ? "text-overdue" : ""}`}>{title}</summary>
      <div className="grid gap-3 pt-2">{children}</div>
    </details>
  );
}
