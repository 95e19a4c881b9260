"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { RepeatField } from "@/components/forms/repeat-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { caseInput } from "@/lib/model/case";
import { MOST_LINKS } from "@/lib/model/case-event";
import { caseEventLinks, detentionKinds, priorities } from "@/lib/model/vocabularies";

type Named = { id: string; name: string };
type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  version: number;
  values: Record<string, string>;
  places: readonly Named[];
  colleagues: readonly Named[];
  /** Events, and each site of those that have several, by the value of the choice. */
  events: readonly Named[];
  police: readonly string[];
  facilities: readonly string[];
};

/** What stands on the case itself; moments, rulings and the rest have forms of their own. */
export function CaseEditForm({ action, submission, today, caseId, version, values, places, colleagues, events, police, facilities }: Props) {
  const t = useTranslations("cases");
  const labels = useFieldLabels("cases");
  const vocab = useTranslations("vocab");
  const named = ({ id, name }: Named) => ({ value: id, label: name });
  const listed = (value: string) => ({ value });
  return (
    <FormShell
      action={action}
      schema={caseInput({ today })}
      submission={submission}
      version={version}
      defaults={values}
      hidden={{ caseId }}
      labels={labels}
      submitLabel={t("edit.submit")}
      cancelHref={`/cases/${caseId}`}
      testId="case-form"
    >
      <SelectField name="detentionKind" label={t("field.detentionKind")} options={detentionKinds.map((value) => ({ value, label: vocab(`detention_kinds.${value}`) }))} empty={null} />
      <RadioGroupField name="priority" label={t("field.priority")} options={priorities.map((value) => ({ value, label: vocab(`priorities.${value}`) }))} />
      <SelectField name="placeId" label={t("field.placeId")} hint={t("edit.place_hint")} options={places.map(named)} empty={null} required />
      <ComboField name="agency" label={t("field.agency")} suggestions={police.map(listed)} />
      <ComboField name="heldAt" label={t("field.heldAt")} hint={t("edit.held_hint")} suggestions={facilities.map(listed)} />
      <RepeatField
        name="events"
        label={t("field.events")}
        hint={t("edit.events_hint")}
        addLabel={t("edit.add_event")}
        max={MOST_LINKS}
        columns={[
          { name: "event", label: t("field.event_name"), options: events.map(named) },
          { name: "link", label: t("field.event_link"), options: caseEventLinks.map((value) => ({ value, label: vocab(`case_event_links.${value}`) })), empty: null, defaultValue: "at" },
        ]}
      />
      <SelectField name="ownerId" label={t("field.ownerId")} options={colleagues.map(named)} empty={t("edit.no_owner")} />
      <TextField name="lawyer" label={t("field.lawyer")} />
      <TextareaField name="note" label={t("field.note")} />
    </FormShell>
  );
}
