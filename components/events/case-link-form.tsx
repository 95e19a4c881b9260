"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { caseLinkInput } from "@/lib/model/case-event";
import { caseEventLinks } from "@/lib/model/vocabularies";

type Props = { action: FormAction; submission: string; today: string; eventId: string; cases: readonly Option[]; sites: readonly Option[] };

/** Links cases to an event in one step. */
export function CaseLinkForm({ action, submission, today, eventId, cases, sites }: Props) {
  const t = useTranslations("events");
  const labels = useFieldLabels("events");
  const vocab = useTranslations("vocab.case_event_links");
  return (
    <FormShell action={action} schema={caseLinkInput({ today })} submission={submission} hidden={{ eventId }} labels={labels} submitLabel={t("link_cases")} cancelHref={`/events/${eventId}`} testId="case-link-form">
      <CheckboxGroupField name="caseIds" label={t("field.caseIds")} options={cases} required />
      <RadioGroupField name="link" label={t("field.link")} options={caseEventLinks.map((value) => ({ value, label: vocab(value) }))} defaultValue="at" />
      <SelectField name="siteId" label={t("field.siteId")} hint={t("hint.siteId")} options={sites} empty={t("count.site_any")} />
    </FormShell>
  );
}
