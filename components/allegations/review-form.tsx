"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { reviewInput } from "@/lib/model/allegation";
import { verifications } from "@/lib/model/vocabularies";

type Props = { action: FormAction; submission: string; today: string; allegationId: string; version: number; verification: string; sources: readonly { id: string; title: string }[] };

/** How far an allegation is borne out now, and on what ground. */
export function ReviewForm({ action, submission, today, allegationId, version, verification, sources }: Props) {
  const t = useTranslations("allegations");
  const labels = useFieldLabels("allegations");
  const vocab = useTranslations("vocab.verifications");
  return (
    <FormShell
      action={action}
      schema={reviewInput({ today })}
      submission={submission}
      version={version}
      hidden={{ allegationId }}
      defaults={{ verification }}
      labels={labels}
      submitLabel={t("save")}
      cancelHref={`/allegations/${allegationId}`}
      testId="review-form"
    >
      <RadioGroupField name="verification" label={t("field.verification")} hint={t("hint.review")} options={verifications.map((value) => ({ value, label: vocab(value) }))} />
      <TextareaField name="ground" label={t("field.ground")} rows={3} required />
      <SelectField name="reviewSourceId" label={t("field.reviewSourceId")} options={sources.map(({ id, title }) => ({ value: id, label: title }))} empty={t("no_source")} />
    </FormShell>
  );
}
