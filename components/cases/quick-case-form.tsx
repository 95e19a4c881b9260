"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { NumberField } from "@/components/forms/number-field";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { quickCaseInput } from "@/lib/model/case";
import { detentionKinds, sexes } from "@/lib/model/vocabularies";

type Named = { id: string; name: string };
type Props = {
  action: FormAction;
  submission: string;
  today: string;
  places: readonly Named[];
  people: readonly Named[];
  police: readonly string[];
  facilities: readonly string[];
  defaults: { who: string; placeId: string; personId?: string | undefined };
};

// The choice above shows its own fields by CSS alone, so the form works before its JavaScript arrives.
const forNamed = "hidden gap-5 group-has-[[name=who][value=named]:checked]:grid";
const forKnown = "hidden gap-5 group-has-[[name=who][value=known]:checked]:grid";
const forUnnamed = "hidden gap-5 group-has-[[name=who][value=unnamed]:checked]:grid";
const forNew = "grid gap-5 group-has-[[name=who][value=known]:checked]:hidden";

/** Six questions: who, when, where, by whom, held where, what kind. */
export function QuickCaseForm({ action, submission, today, places, people, police, facilities, defaults }: Props) {
  const t = useTranslations("cases");
  const labels = useFieldLabels("cases");
  const vocab = useTranslations("vocab");
  const who = (["named", "known", "unnamed"] as const).map((value) => ({ value, label: t(`who.${value}`) }));
  const named = ({ id, name }: Named) => ({ value: id, label: name });
  const listed = (value: string) => ({ value });
  return (
    <FormShell action={action} schema={quickCaseInput({ today })} submission={submission} defaults={defaults} labels={labels} submitLabel={t("new.submit")} cancelHref="/cases" testId="quick-case-form">
      <div className="group grid gap-5">
        <RadioGroupField name="who" label={t("field.who")} options={who} />
        <div className={forNamed}>
          <TextField name="name" label={t("field.name")} hint={t("new.name_hint")} />
        </div>
        <div className={forKnown}>
          <SelectField name="personId" label={t("field.personId")} hint={t("new.person_hint")} options={people.map(named)} />
        </div>
        <div className={forUnnamed}>
          <NumberField name="count" label={t("field.count")} hint={t("new.count_hint")} />
        </div>
        <div className={forNew}>
          <SelectField name="sex" label={t("field.sex")} options={sexes.map((value) => ({ value, label: vocab(`sexes.${value}`) }))} empty={null} defaultValue="unknown" />
        </div>
      </div>
      <UncertainDateField name="seized" label={t("field.seized")} today={today} />
      <SelectField name="placeId" label={t("field.placeId")} hint={t("new.place_hint")} options={places.map(named)} empty={null} required />
      <ComboField name="agency" label={t("field.agency")} hint={t("new.agency_hint")} suggestions={police.map(listed)} />
      <ComboField name="heldAt" label={t("field.heldAt")} hint={t("new.held_hint")} suggestions={facilities.map(listed)} />
      <SelectField
        name="detentionKind"
        label={t("field.detentionKind")}
        options={detentionKinds.map((value) => ({ value, label: vocab(`detention_kinds.${value}`) }))}
        empty={null}
        defaultValue="unknown"
      />
    </FormShell>
  );
}
