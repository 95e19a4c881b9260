"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { ProveAgain } from "@/components/access/prove-again";
import type { FormAction } from "@/components/forms/use-form-action";
import type { ImportKind } from "@/lib/model/import-kind";

type Props = { action: FormAction; submission: string; importId: string; version: number };

/** Records what is accepted; there is nothing to fill in. */
export function RecordForm({ count, shown, kind, ...form }: Props & { count: number; shown: string; kind: ImportKind }) {
  const t = useTranslations("imports");
  return (
    <FormShell action={form.action} submission={form.submission} version={form.version} hidden={{ importId: form.importId }} submitLabel={t(`record.${kind}`, { count, shown })} testId="record-form">
      {null}
    </FormShell>
  );
}

/** Throws a draft away. */
export function DiscardForm(form: Props) {
  const t = useTranslations("imports");
  return (
    <DangerDetails title={t("discard.title")} explain={t("discard.explain")} testId="discard">
      <FormShell action={form.action} submission={form.submission} version={form.version} hidden={{ importId: form.importId }} submitLabel={t("discard.submit")} tone="danger" testId="discard-form">
        {null}
      </FormShell>
    </DangerDetails>
  );
}

/** Records a row although it looks like something on record. */
export function TakeForm({ row, ...form }: Props & { row: number }) {
  const t = useTranslations("imports");
  return (
    <FormShell action={form.action} submission={form.submission} version={form.version} hidden={{ importId: form.importId, row: String(row) }} submitLabel={t("preview.take")} guarded={false} testId={`take-${row}`}>
      {null}
    </FormShell>
  );
}

/** Takes back what a file brought in: a reason, and the password once more. */
export function UndoForm({ count, shown, needsPassword, ...form }: Props & { count: number; shown: string; needsPassword: boolean }) {
  const t = useTranslations("imports");
  return (
    <FormShell action={form.action} submission={form.submission} version={form.version} hidden={{ importId: form.importId }} labels={{ reason: t("undo.reason") }} submitLabel={t("undo.submit", { count, shown })} cancelHref={`/imports/${form.importId}`} tone="danger" testId="undo-form">
      <TextField name="reason" label={t("undo.reason")} hint={t("undo.reason_hint")} required />
      <ProveAgain needed={needsPassword} />
    </FormShell>
  );
}
