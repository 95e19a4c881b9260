"use client";

import { useTranslations } from "next-intl";
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
    <details className="max-w-2xl border-t border-line pt-3" data-testid="discard">
      <summary className="link inline-flex min-h-11 items-center text-overdue sm:min-h-8" data-testid="action-discard">
        {t("discard.title")}
      </summary>
      <div className="grid gap-3 pt-2">
        <p className="text-muted">{t("discard.explain")}</p>
        <FormShell action={form.action} submission={form.submission} version={form.version} hidden={{ importId: form.importId }} submitLabel={t("discard.submit")} tone="danger" testId="discard-form">
          {null}
        </FormShell>
      </div>
    </details>
  );
}
