"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { claimSubjectInput } from "@/lib/model/claim";
import { SubjectFields, type SubjectOptions } from "./subject-fields";

type Props = { action: FormAction; submission: string; today: string; sourceId: string; claims: readonly Option[]; subjects: SubjectOptions };

/** Says of claims that were about nobody yet what they are about. */
export function AttachForm({ action, submission, today, sourceId, claims, subjects }: Props) {
  const t = useTranslations("claims.attach");
  const subject = useTranslations("claims.subject");
  return (
    <FormShell
      action={action}
      schema={claimSubjectInput({ today })}
      submission={submission}
      hidden={{ sourceId }}
      labels={{ claimIds: t("which"), caseIds: subject("cases"), eventId: subject("event") }}
      submitLabel={t("submit")}
      testId="attach-form"
    >
      <CheckboxGroupField name="claimIds" label={t("which")} options={claims} required />
      <SubjectFields options={subjects} chosen={{ caseIds: [], eventId: "" }} needed />
    </FormShell>
  );
}
