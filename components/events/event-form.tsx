"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RepeatField } from "@/components/forms/repeat-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { eventEditInput, eventInput, MOST_BODIES, MOST_STATIONS, MOST_SITES, MOST_SOURCES, organiserKinds } from "@/lib/model/event";
import { CLAIM } from "@/lib/model/form-input";
import { eventKinds, permits } from "@/lib/model/vocabularies";

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
  sources: readonly Option[];
  /** Names of institutions to suggest. */
  bodies: { organisers: readonly string[]; takers: readonly string[]; stations: readonly string[] };
};

/** A gathering, a raid, a day in court: what it was, where, when, who called for it, who took people, who took part. */
export function EventForm({ action, submission, today, record, claim, values, places, people, sources, bodies }: Props) {
  const t = useTranslations("events");
  const labels = useFieldLabels("events");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
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
      <SelectField name="kind" label={t("field.kind")} options={options("event_kinds", eventKinds)} required />
      <TextField name="title" label={t("field.title")} hint={t("hint.title")} required />
      <UncertainDateField name="start" label={t("field.start")} today={today} />
      <UncertainDateField name="end" label={t("field.end")} today={today} />
      <RepeatField
        name="sites"
        label={t("field.sites")}
        hint={t("hint.sites")}
        addLabel={t("add.site")}
        spare={record ? 1 : 3}
        max={MOST_SITES}
        required
        columns={[{ name: "placeId", label: t("field.placeId"), options: places }, { name: "spot", label: t("field.site_spot") }]}
      />
      <RepeatField
        name="organisers"
        label={t("field.organisers")}
        hint={t("hint.organisers")}
        addLabel={t("add.body")}
        max={MOST_BODIES}
        columns={[
          { name: "name", label: t("field.body_name"), suggestions: bodies.organisers },
          { name: "kind", label: t("field.body_kind"), options: options("institution_kinds", organiserKinds), empty: null, defaultValue: "movement" },
        ]}
      />
      <TextField name="organiser" label={t("field.organiser")} hint={t("hint.organiser")} />
      <TextareaField name="demands" label={t("field.demands")} rows={3} />
      <SelectField name="permit" label={t("field.permit")} options={options("permits", permits)} empty={null} defaultValue="unknown" />
      <RepeatField name="takers" label={t("field.takers")} addLabel={t("add.body")} max={MOST_BODIES} columns={[{ name: "name", label: t("field.body_name"), suggestions: bodies.takers }]} />
      <RepeatField name="stations" label={t("field.stations")} addLabel={t("add.body")} max={MOST_STATIONS} columns={[{ name: "name", label: t("field.body_name"), suggestions: bodies.stations }]} />
      {people.length > 0 && <CheckboxGroupField name="participantIds" label={t("field.participantIds")} hint={t("hint.participantIds")} options={people} columns={2} />}
      {sources.length > 0 && <RepeatField name="sources" label={t("field.sources")} addLabel={t("add.source")} max={MOST_SOURCES} columns={[{ name: "sourceId", label: t("field.source"), options: sources }]} />}
      <TextareaField name="note" label={t("field.note")} rows={3} />
    </FormShell>
  );
}
