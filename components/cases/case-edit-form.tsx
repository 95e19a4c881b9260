"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { caseInput } from "@/lib/model/case";
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
      <SelectField name="eventId" label={t("field.eventId")} options={events.map(named)} empty={t("edit.no_event")} />
      <SelectField name="eventLink" label={t("field.eventLink")} options={caseEventLinks.map((value) => ({ value, label: vocab(`case_event_links.${value}`) }))} empty={null} />
      <SelectField name="ownerId" label={t("field.ownerId")} options={colleagues.map(named)} empty={t("edit.no_owner")} />
      <TextField name="lawyer" label={t("field.lawyer")} />
      <TextareaField name="note" label={t("field.note")} />
    </FormShell>
  );
}
