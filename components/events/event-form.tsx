"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { eventEditInput, eventInput } from "@/lib/model/event";
import { CLAIM } from "@/lib/model/form-input";
import { eventKinds } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string | readonly string[]>;
  places: readonly Option[];
  people: readonly Option[];
};

/** A gathering, a raid, a day in court: what it was, where, when, who took part. */
export function EventForm({ action, submission, today, record, claim, values, places, people }: Props) {
  const t = useTranslations("events");
  const labels = useFieldLabels("events");
  const vocab = useTranslations("vocab.event_kinds");
  return (
    <FormShell
      action={action}
      schema={record ? eventEditInput({ today }) : eventInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { eventId: record.id } : claim ? { [CLAIM]: claim } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : "record")}
      cancelHref={record ? `/events/${record.id}` : "/events"}
      testId="event-form"
    >
      <SelectField name="kind" label={t("field.kind")} options={eventKinds.map((value) => ({ value, label: vocab(value) }))} required />
      <TextField name="title" label={t("field.title")} hint={t("hint.title")} required />
      <UncertainDateField name="start" label={t("field.start")} today={today} />
      <UncertainDateField name="end" label={t("field.end")} today={today} />
      <CheckboxGroupField name="placeIds" label={t("field.placeIds")} hint={t("hint.placeIds")} options={places} columns={2} required />
      <TextField name="spot" label={t("field.spot")} hint={t("hint.spot")} />
      <TextField name="organiser" label={t("field.organiser")} />
      <TextareaField name="demands" label={t("field.demands")} rows={3} />
      {people.length > 0 && <CheckboxGroupField name="participantIds" label={t("field.participantIds")} hint={t("hint.participantIds")} options={people} columns={2} />}
      <TextareaField name="note" label={t("field.note")} rows={3} />
    </FormShell>
  );
}
