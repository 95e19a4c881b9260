"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { restoreInput } from "@/lib/release/rules/override-input";

type Props = { action: FormAction; ruleId: string; version: number; submission: string; today: string };

/** Goes back from an own value to the law, with a reason. */
export function RestoreForm({ action, ruleId, version, submission, today }: Props) {
  const t = useTranslations("rules");
  return (
    <details className="max-w-2xl border-t border-line pt-3" data-testid="restore">
      <summary className="link inline-flex min-h-11 items-center text-overdue sm:min-h-8" data-testid="action-restore">
        {t("restore.title")}
      </summary>
      <div className="grid gap-3 pt-2">
        <p className="text-muted">{t("restore.explain")}</p>
        <FormShell
          action={action}
          schema={restoreInput({ today })}
          version={version}
          submission={submission}
          hidden={{ ruleId }}
          labels={{ reason: t("field.reason") }}
          submitLabel={t("restore.submit")}
          tone="danger"
          testId="restore-form"
        >
          <TextareaField name="reason" label={t("field.reason")} rows={2} required />
        </FormShell>
      </div>
    </details>
  );
}
