"use client";

import { useTranslations } from "next-intl";
import { ProveAgain } from "@/components/access/prove-again";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { exportQueryString, HOUSE, type ExportAsked } from "@/lib/model/export";

type Props = { action: FormAction; submission: string; asked: ExportAsked; needsProof: boolean };

/** The last step: why, where everything is told, and the password once more. */
export function MakeForm({ action, submission, asked, needsProof }: Props) {
  const t = useTranslations("exports");
  const prove = useTranslations("forms.prove");
  const labels = { ...useFieldLabels("exports"), password: prove("label") };
  const inFull = asked.to === HOUSE;
  return (
    <FormShell action={action} submission={submission} hidden={{ ...asked }} labels={labels} submitLabel={t("make")} cancelHref={`/exports${exportQueryString(asked)}`} testId="make-form" guarded={false}>
      <TextareaField name="reason" label={t("field.reason")} hint={t(inFull ? "hint.reason_internal" : "hint.reason")} required={inFull} rows={2} />
      <ProveAgain needed={needsProof} />
    </FormShell>
  );
}
