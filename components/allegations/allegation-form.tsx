"use client";

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/forms/field-labels";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { allegationEditInput, allegationInput } from "@/lib/model/allegation";
import { actLabel, actsByCode } from "@/lib/model/alleged-act-codes";
import { CLAIM } from "@/lib/model/form-input";
import { authorityResponses, medicalAttentions, verifications } from "@/lib/model/vocabularies";
import { PerpetratorFields } from "./perpetrator-fields";
import { VictimFields } from "./victim-fields";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string | readonly string[]>;
  cases: readonly Option[];
  events: readonly Option[];
  places: readonly Option[];
  sources: readonly { id: string; title: string }[];
  agencies: readonly string[];
  zoneNote?: string | undefined;
  cancelHref: string;
};

/** What is alleged, of whom, by whom, against whom; when it is first recorded also how far it is verified and what the authorities say to it. */
export function AllegationForm({ action, submission, today, record, claim, values, cases, events, places, sources, agencies, zoneNote, cancelHref }: Props) {
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
      <CheckboxGroupField name="acts" label={t("field.acts")} hint={t("hint.acts")} options={actsByCode.map((value) => ({ value, label: actLabel(value, vocab(`alleged_acts.${value}`)) }))} columns={2} required />
      <UncertainDateField name="when" label={t("field.when")} today={today} zoneNote={zoneNote} />
      <TextField name="whereText" label={t("field.whereText")} />
      <TextareaField name="description" label={t("field.description")} />
      <VictimFields cases={cases} events={events} places={places} />
      <h2>{t("group.who")}</h2>
      <TextField name="attributedTo" label={t("field.attributedTo")} hint={t("hint.attributedTo")} required />
      <SelectField name="sourceId" label={t("field.sourceId")} hint={t("hint.sourceId")} options={sources.map(({ id, title }) => ({ value: id, label: title }))} empty={t("no_source")} />
      <h2>{t("group.by")}</h2>
      <PerpetratorFields agencies={agencies} />
      <h2>{t("group.health")}</h2>
      <TextareaField name="injuries" label={t("field.injuries")} hint={t("hint.guarded")} rows={3} />
      <SelectField name="medicalAttention" label={t("field.medicalAttention")} options={options("medical_attentions", medicalAttentions)} empty={null} defaultValue="unknown" />
      <TextareaField name="medicalNote" label={t("field.medicalNote")} hint={t("hint.guarded")} rows={2} />
      <TextareaField name="forcedStatement" label={t("field.forcedStatement")} hint={t("hint.guarded")} rows={3} />
      {!record && (
        <>
          <h2>{t("group.verified")}</h2>
          <SelectField name="verification" label={t("field.verification")} options={options("verifications", verifications)} empty={null} defaultValue="alleged" />
          <TextareaField name="ground" label={t("field.ground")} hint={t("hint.ground")} rows={2} />
          <h2>{t("group.answer")}</h2>
          <RadioGroupField name="response" label={t("field.response")} hint={t("hint.response")} options={options("authority_responses", authorityResponses)} defaultValue="not_asked" />
          <UncertainDateField name="responseWhen" label={t("field.responseWhen")} today={today} zoneNote={zoneNote} />
          <TextareaField name="responseNote" label={t("field.responseNote")} rows={3} />
        </>
      )}
    </FormShell>
  );
}
