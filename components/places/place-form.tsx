"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { RepeatField } from "@/components/forms/repeat-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { MOST_PLACE_NAMES, placeEditInput, placeInput } from "@/lib/model/place";
import { placeKinds } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
  others: readonly Option[];
  zones: readonly { value: string }[];
};

/** A place with its names now and before, what it lies in, how time is told there, and where it is on the globe. */
export function PlaceForm({ action, submission, today, record, values, others, zones }: Props) {
  const t = useTranslations("places");
  const labels = useFieldLabels("places");
  const vocab = useTranslations("vocab.place_kinds");
  return (
    <FormShell
      action={action}
      schema={record ? placeEditInput({ today }) : placeInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { placeId: record.id } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t(record ? "save" : "record")}
      cancelHref={record ? `/places/${record.id}` : "/places"}
      testId="place-form"
    >
      <TextField name="nameKk" label={t("field.nameKk")} lang="kk" required />
      <TextField name="nameRu" label={t("field.nameRu")} lang="ru" required />
      <TextField name="nameEn" label={t("field.nameEn")} lang="en" required />
      <RepeatField name="otherNames" label={t("field.otherNames")} hint={t("hint.otherNames")} addLabel={t("add_name")} spare={2} max={MOST_PLACE_NAMES} columns={[{ name: "text", label: t("field.otherName") }]} />
      <SelectField name="kind" label={t("field.kind")} options={placeKinds.map((value) => ({ value, label: vocab(value) }))} empty={null} defaultValue="city" />
      <SelectField name="parentId" label={t("field.parentId")} options={others} empty={t("no_parent")} />
      <TextField name="code" label={t("field.code")} hint={t("hint.code")} width="short" required />
      <TextField name="country" label={t("field.country")} hint={t("hint.country")} width="short" required />
      <ComboField name="zone" label={t("field.zone")} hint={t(record ? "hint.zone_settled" : "hint.zone")} suggestions={zones} required />
      <TextField name="latitude" label={t("field.latitude")} hint={t("hint.coordinates")} width="short" />
      <TextField name="longitude" label={t("field.longitude")} width="short" />
    </FormShell>
  );
}
