"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";

type Props = { action: FormAction; submission: string; importId: string; version: number };

/** Records what is accepted; there is nothing to fill in. */
export function RecordForm({ count, shown, ...form }: Props & { count: number; shown: string }) {
  const t = useTranslations("imports");
  return (
    <FormShell action={form.action} submission={form.submission} version={form.version} hidden={{ importId: form.importId }} submitLabel={t("record.submit", { count, shown })} testId="record-form">
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
