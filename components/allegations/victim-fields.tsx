"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { NumberField } from "@/components/forms/number-field";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { victimBounds, victimScopes } from "@/lib/model/vocabularies";

/** The victims: among cases, or so many in words at an event or a place. */
export function VictimFields({ cases, events, places }: { cases: readonly Option[]; events: readonly Option[]; places: readonly Option[] }) {
  const t = useTranslations("allegations");
  const vocab = useTranslations("vocab");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    <>
      <h2>{t("group.victims")}</h2>
      {cases.length > 0 && (
        <>
          <CheckboxGroupField name="caseIds" label={t("field.caseIds")} hint={t("hint.caseIds")} options={cases} />
          <RadioGroupField name="victimScope" label={t("field.victimScope")} hint={t("hint.victimScope")} options={options("victim_scopes", victimScopes)} defaultValue="these" />
        </>
      )}
      <SelectField name="victimBound" label={t("field.victimBound")} hint={t("hint.victimBound")} options={options("victim_bounds", victimBounds)} empty={null} defaultValue="unknown" />
      <NumberField name="victimCount" label={t("field.victimCount")} />
      <TextField name="victimGroup" label={t("field.victimGroup")} hint={t("hint.victimGroup")} />
      <SelectField name="eventId" label={t("field.eventId")} hint={t("hint.eventId")} options={events} empty={t("no_event")} />
      <SelectField name="placeId" label={t("field.placeId")} options={places} empty={t("no_place")} />
    </>
  );
}
