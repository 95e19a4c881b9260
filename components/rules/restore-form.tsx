"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { restoreInput } from "@/lib/release/rules/override-input";

type Props = { action: FormAction; ruleId: string; version: number; submission: string; today: string };

/** Goes back from an own value to the law, with a reason. */
export function RestoreForm({ action, ruleId, version, submission, today }: Props) {
  const t = useTranslations("rules");
  return (
    <DangerDetails title={t("restore.title")} explain={t("restore.explain")} testId="restore">
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
    </DangerDetails>
  );
}
