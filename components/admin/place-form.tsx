"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ComboField } from "@/components/forms/combo-field";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { placeInput } from "@/lib/model/account";

type Props = { action: FormAction; zones: readonly { value: string }[]; submission: string; today: string };

export function PlaceForm({ action, zones, submission, today }: Props) {
  const t = useTranslations("admin");
  const schema = useMemo(() => placeInput({ today }), [today]);
  const labels = { nameKk: t("field.nameKk"), nameRu: t("field.nameRu"), nameEn: t("field.nameEn"), code: t("field.code"), country: t("field.country"), zone: t("field.zone") };
  return (
    <FormShell action={action} schema={schema} submission={submission} labels={labels} submitLabel={t("save")} cancelHref="/admin" testId="place-form">
      <TextField name="nameKk" label={labels.nameKk} lang="kk" required />
      <TextField name="nameRu" label={labels.nameRu} lang="ru" required />
      <TextField name="nameEn" label={labels.nameEn} lang="en" required />
      <TextField name="code" label={labels.code} hint={t("places.code_hint")} width="short" required />
      <TextField name="country" label={labels.country} hint={t("places.country_hint")} width="short" required />
      <ComboField name="zone" label={labels.zone} hint={t("places.zone_hint")} suggestions={zones} required />
    </FormShell>
  );
}
