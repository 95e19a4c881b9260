"use client";

import { useTranslations } from "next-intl";
import { CaseCheckboxes } from "@/components/cases/case-checkboxes";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { CLAIM } from "@/lib/model/form-input";
import { statedReleaseEditInput, statedReleaseInput } from "@/lib/model/stated-release";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string>;
  cases?: readonly Option[] | undefined;
  sources: readonly { id: string; title: string }[];
  zoneNote?: string | undefined;
};

/** What a source says about the release; it cannot be saved without who says so. */
export function StatedForm({ action, submission, today, caseId, record, claim, values, cases = [], sources, zoneNote }: Props) {
  const t = useTranslations("cases");
  const labels = useFieldLabels("cases");
  return (
    <FormShell
      action={action}
      schema={record ? statedReleaseEditInput({ today }) : statedReleaseInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { statedId: record.id } : claim ? { [CLAIM]: claim } : undefined}
      defaults={values}
      labels={{ ...labels, when: t("stated.when") }}
      submitLabel={t("stated.submit")}
      cancelHref={`/cases/${caseId}`}
      testId="stated-form"
    >
      <UncertainDateField name="when" label={t("stated.when")} today={today} ahead zoneNote={zoneNote} required />
      <TextField name="attributedTo" label={t("field.attributedTo")} hint={t("stated.attributed_hint")} required />
      <SelectField name="sourceId" label={t("field.sourceId")} options={sources.map(({ id, title }) => ({ value: id, label: title }))} empty={t("stated.no_source")} />
      <TextareaField name="note" label={t("field.note")} rows={3} />
      {!record && <CaseCheckboxes options={cases} chosen={[caseId]} />}
    </FormShell>
  );
}
