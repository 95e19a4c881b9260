"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { ComboField } from "@/components/forms/combo-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { allegationEditInput, allegationInput } from "@/lib/model/allegation";
import { CLAIM } from "@/lib/model/form-input";
import { allegedActs, authorityResponses, verifications, victimScopes } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string | readonly string[]>;
  cases: readonly Option[];
  sources: readonly { id: string; title: string }[];
  agencies: readonly string[];
  zoneNote?: string | undefined;
  cancelHref: string;
};

/** What is alleged, of whom, by whom, against whom, and what the authorities say to it. */
export function AllegationForm({ action, submission, today, record, claim, values, cases, sources, agencies, zoneNote, cancelHref }: Props) {
  const t = useTranslations("allegations");
  const labels = useFieldLabels("allegations");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    <FormShell
      action={action}
      schema={record ? allegationEditInput({ today }) : allegationInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { allegationId: record.id } : claim ? { [CLAIM]: claim } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : "record")}
      cancelHref={cancelHref}
      testId="allegation-form"
    >
      <h2>{t("group.what")}</h2>
      <CheckboxGroupField name="acts" label={t("field.acts")} hint={t("hint.acts")} options={options("alleged_acts", allegedActs)} columns={2} required />
      <CheckboxGroupField name="caseIds" label={t("field.caseIds")} options={cases} required />
      <RadioGroupField name="victimScope" label={t("field.victimScope")} hint={t("hint.victimScope")} options={options("victim_scopes", victimScopes)} defaultValue="these" />
      <UncertainDateField name="when" label={t("field.when")} today={today} zoneNote={zoneNote} />
      <TextField name="whereText" label={t("field.whereText")} />
      <TextareaField name="description" label={t("field.description")} />
      <TextareaField name="injuries" label={t("field.injuries")} rows={3} />
      <h2>{t("group.who")}</h2>
      <TextField name="attributedTo" label={t("field.attributedTo")} hint={t("hint.attributedTo")} required />
      <SelectField name="sourceId" label={t("field.sourceId")} hint={t("hint.sourceId")} options={sources.map(({ id, title }) => ({ value: id, label: title }))} empty={t("no_source")} />
      <SelectField name="verification" label={t("field.verification")} options={options("verifications", verifications)} empty={null} defaultValue="alleged" />
      <h2>{t("group.by")}</h2>
      <ComboField name="agency" label={t("field.agency")} hint={t("hint.agency")} suggestions={agencies.map((value) => ({ value }))} />
      <TextField name="perpetrator" label={t("field.perpetrator")} hint={t("hint.perpetrator")} />
      <h2>{t("group.answer")}</h2>
      <RadioGroupField name="response" label={t("field.response")} options={options("authority_responses", authorityResponses)} defaultValue="not_asked" />
      <UncertainDateField name="responseWhen" label={t("field.responseWhen")} today={today} zoneNote={zoneNote} />
      <TextareaField name="responseNote" label={t("field.responseNote")} rows={3} />
    </FormShell>
  );
}
