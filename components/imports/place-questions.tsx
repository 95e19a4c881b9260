"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/forms/combo-field";
import type { Option } from "@/components/forms/field-props";
import { useFormFacts } from "@/components/forms/form-context";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";

type Props = { places: readonly { text: string; placeId: string | null; code: string }[]; options: readonly Option[]; zones: readonly string[]; mayAdd: boolean };

/** Which place each word of the file is: one on record, or a new one described here. None is made without being asked for. */
export function PlaceQuestions({ places, options, zones, mayAdd }: Props) {
  const t = useTranslations("imports");
  const { problems } = useFormFacts();
  return places.map(({ text, placeId, code }, at) => {
    const wrong = Object.keys(problems).some((name) => name.startsWith(`places.${at}.`));
    return (
      <div key={text} role="group" aria-label={text} className="grid gap-3 wrap-anywhere border-b border-line pb-3" data-testid={`place-${at}`}>
        <input type="hidden" name={`places.${at}.text`} value={text} />
        <SelectField name={`places.${at}.placeId`} label={text} options={options} empty={t("details.no_place")} />
        {mayAdd && (placeId === null || wrong) && (
          <details open={wrong || code !== ""} data-testid={`new-place-${at}`}>
            <summary className="link inline-flex min-h-11 items-center sm:min-h-8">{t("details.new_place", { name: text })}</summary>
            <div className="grid items-end gap-3 pt-2 sm:grid-cols-3">
              <TextField name={`places.${at}.code`} label={t("field.code")} hint={t("hint.code")} />
              <TextField name={`places.${at}.country`} label={t("field.country")} hint={t("hint.country")} />
              <ComboField name={`places.${at}.zone`} label={t("field.zone")} hint={t("hint.zone")} suggestions={zones.map((value) => ({ value }))} />
              <TextField name={`places.${at}.nameKk`} label={t("field.nameKk")} lang="kk" />
              <TextField name={`places.${at}.nameRu`} label={t("field.nameRu")} lang="ru" />
              <TextField name={`places.${at}.nameEn`} label={t("field.nameEn")} lang="en" />
            </div>
            <p className="pt-1 text-sm text-muted">{t("hint.names")}</p>
          </details>
        )}
      </div>
    );
  });
}
