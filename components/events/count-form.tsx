"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { ComboField } from "@/components/forms/combo-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { countEditInput, countInput } from "@/lib/model/count";
import { CLAIM } from "@/lib/model/form-input";
import { countBounds, countCategories, institutionKinds } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  eventId: string;
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string | readonly string[]>;
  places: readonly Option[];
  /** Counts of the same event that "far more" can be said of. */
  others: readonly Option[];
  sources: readonly Option[];
  institutions: readonly { value: string; note: string }[];
};

/** One figure by one who counted: who, what, how it is meant, where, of which day, from which source. */
export function CountForm({ action, submission, today, eventId, record, claim, values, places, others, sources, institutions }: Props) {
  const t = useTranslations("events");
  const labels = useFieldLabels("events");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    <FormShell
      action={action}
      schema={record ? countEditInput({ today }) : countInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { countId: record.id } : { eventId, ...(claim ? { [CLAIM]: claim } : {}) }}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : "count.record")}
      cancelHref={`/events/${eventId}`}
      testId="count-form"
    >
      <TextField name="attributedTo" label={t("field.attributedTo")} hint={t("hint.attributedTo")} required />
      <SelectField name="category" label={t("field.category")} options={options("count_categories", countCategories)} defaultValue="detained" empty={null} />
      <SelectField name="bound" label={t("field.bound")} options={options("count_bounds", countBounds)} defaultValue="exact" empty={null} />
      <TextField name="figure" label={t("field.figure")} hint={t("hint.figure")} width="short" />
      <TextField name="figureTo" label={t("field.figureTo")} hint={t("hint.figureTo")} width="short" />
      {others.length > 0 && <SelectField name="comparedToId" label={t("field.comparedToId")} hint={t("hint.comparedToId")} options={others} empty={t("count.no_comparison")} />}
      <CheckboxGroupField name="placeIds" label={t("field.countPlaces")} hint={t("hint.countPlaces")} options={places} columns={2} />
      <UncertainDateField name="asOf" label={t("field.asOf")} today={today} />
      <ComboField name="institution" label={t("field.institution")} hint={t("hint.institution")} suggestions={institutions} />
      <SelectField name="institutionKind" label={t("field.institutionKind")} options={options("institution_kinds", institutionKinds)} defaultValue="agency" empty={null} />
      {sources.length > 0 && <SelectField name="sourceId" label={t("field.sourceId")} options={sources} empty={t("count.no_comparison")} />}
      <TextareaField name="note" label={t("field.note")} rows={3} />
    </FormShell>
  );
}
