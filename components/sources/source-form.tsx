"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { newSourceInput, sourceEditInput } from "@/lib/model/source";
import { contentLanguages, sourceConfidentialities, sourceKinds, sourceReliabilities } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
  /** The case to go back to with the new source. */
  forCase?: string | undefined;
};

/** Where facts come from; a pasted text is kept as it is, with its hash and the instant of capture. */
export function SourceForm({ action, submission, today, record, values, forCase }: Props) {
  const t = useTranslations("sources");
  const labels = useFieldLabels("sources");
  const vocab = useTranslations("vocab");
  const back = forCase ? `/cases/${forCase}/citations/new` : "/sources";
  const text = <TextareaField name="text" label={t(record ? "field.text" : "paste_here")} hint={t(record ? "hint.text_edit" : "hint.text")} rows={14} />;
  const hidden: Record<string, string> = record ? { sourceId: record.id } : forCase ? { forCase } : {};
  return (
    <FormShell
      action={action}
      schema={record ? sourceEditInput({ today }) : newSourceInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={hidden}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : forCase ? "record_and_cite" : "record")}
      cancelHref={record ? `/sources/${record.id}` : back}
      testId="source-form"
    >
      {!record && text}
      <SelectField name="kind" label={t("field.kind")} options={sourceKinds.map((value) => ({ value, label: vocab(`source_kinds.${value}`) }))} empty={record ? undefined : null} defaultValue="article" required />
      <TextField name="title" label={t("field.title")} hint={t(record ? "hint.title" : "hint.title_new")} required={record !== undefined} />
      <TextField name="publisher" label={t("field.publisher")} />
      <TextField name="author" label={t("field.author")} />
      <TextField name="url" label={t("field.url")} type="url" placeholder="https://" />
      <SelectField name="language" label={t("field.language")} options={contentLanguages.map((value) => ({ value, label: vocab(`content_languages.${value}`) }))} empty={record ? null : t("detect_language")} />
      <UncertainDateField name="published" label={t("field.published")} today={today} />
      <SelectField name="reliability" label={t("field.reliability")} hint={t("hint.reliability")} options={sourceReliabilities.map((value) => ({ value, label: vocab(`source_reliabilities.${value}`) }))} empty={null} defaultValue="unknown" />
      <RadioGroupField name="confidentiality" label={t("field.confidentiality")} options={sourceConfidentialities.map((value) => ({ value, label: vocab(`source_confidentialities.${value}`), hint: t(`confidentiality.${value}`) }))} defaultValue="internal" />
      {record && text}
    </FormShell>
  );
}
