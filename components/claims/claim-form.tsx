"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { claimEditInput, newClaimInput } from "@/lib/model/claim";
import { SubjectFields, type ChosenSubject, type SubjectOptions } from "./subject-fields";
import { ValueFields } from "./value-fields";

type Common = { action: FormAction; submission: string; today: string; source: { id: string; language: string }; values: Record<string, string> };

/** Words of a source as a claim: which words, which fact, which value, who says so, about whom. */
export function NewClaimForm({ action, submission, today, source, values, subjects, chosen }: Common & { subjects: SubjectOptions; chosen: ChosenSubject }) {
  const t = useTranslations("claims");
  const subject = useTranslations("claims.subject");
  const { start = "", end = "", ...shown } = values;
  return (
    <FormShell
      action={action}
      schema={newClaimInput({ today })}
      submission={submission}
      hidden={{ sourceId: source.id, start, end }}
      defaults={shown}
      labels={{ ...(t.raw("field") as Record<string, string>), caseIds: subject("cases"), eventId: subject("event") }}
      submitLabel={t("cite.submit")}
      cancelHref={`/sources/${source.id}/read`}
      testId="claim-form"
    >
      <TextareaField name="quote" label={t("field.quote")} hint={t("hint.quote")} rows={4} lang={source.language === "other" ? undefined : source.language} required />
      <FactFields />
      <SubjectFields options={subjects} chosen={chosen} />
    </FormShell>
  );
}

/** Corrects what a claim is taken to say; its words stay those of the source. */
export function ClaimEditForm({ action, submission, today, source, values, record }: Common & { record: { id: string; version: number } }) {
  const t = useTranslations("claims");
  const { valueRef = "", ...shown } = values;
  return (
    <FormShell
      action={action}
      schema={claimEditInput({ today })}
      submission={submission}
      version={record.version}
      hidden={{ claimId: record.id, valueRef }}
      defaults={shown}
      labels={t.raw("field") as Record<string, string>}
      submitLabel={t("edit.submit")}
      cancelHref={`/sources/${source.id}#claims`}
      testId="claim-edit-form"
    >
      <FactFields />
    </FormShell>
  );
}

function FactFields() {
  const t = useTranslations("claims");
  return (
    <>
      <ValueFields />
      <TextField name="saidBy" label={t("field.saidBy")} hint={t("hint.saidBy")} />
    </>
  );
}
