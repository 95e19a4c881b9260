"use client";

import { useTranslations } from "next-intl";
import { CaseCheckboxes } from "@/components/cases/case-checkboxes";
import { ComboField } from "@/components/forms/combo-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { momentEditInput, momentInput } from "@/lib/model/case";
import { CLAIM } from "@/lib/model/form-input";
import { momentKinds, releaseKinds } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  /** A recorded moment that is being corrected; without it, a new one. */
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string>;
  /** The cases that a new moment can be recorded for at once. */
  cases?: readonly Option[] | undefined;
  institutions: readonly { value: string; note: string }[];
  zoneNote?: string | undefined;
};

/** One custody moment: what happened, when, where. */
export function MomentForm({ action, submission, today, caseId, record, claim, values, cases = [], institutions, zoneNote }: Props) {
  const t = useTranslations("cases");
  const labels = useFieldLabels("cases");
  const vocab = useTranslations("vocab");
  return (
    <FormShell
      action={action}
      schema={record ? momentEditInput({ today }) : momentInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { momentId: record.id } : claim ? { [CLAIM]: claim } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t("moment.submit")}
      cancelHref={`/cases/${caseId}`}
      testId="moment-form"
    >
      <div className="group grid gap-5">
        <SelectField name="kind" label={t("field.kind")} options={momentKinds.map((value) => ({ value, label: vocab(`moment_kinds.${value}`) }))} required />
        <div className="hidden group-has-[option[value=released]:checked]:grid">
          <SelectField name="releaseKind" label={t("field.releaseKind")} options={releaseKinds.map((value) => ({ value, label: vocab(`release_kinds.${value}`) }))} empty={null} defaultValue="unknown" />
        </div>
      </div>
      <UncertainDateField name="when" label={t("field.when")} today={today} zoneNote={zoneNote} />
      <ComboField name="institution" label={t("field.institution")} hint={t("moment.institution_hint")} suggestions={institutions} />
      <TextareaField name="note" label={t("field.note")} rows={3} />
      {!record && <CaseCheckboxes options={cases} chosen={[caseId]} />}
    </FormShell>
  );
}
