"use client";

import { useTranslations } from "next-intl";
import { FieldFrame } from "./field-frame";
import type { FieldProps, Option } from "./field-props";
import { useField } from "./form-context";

type Props = FieldProps & {
  options: readonly Option[];
  /** Words of the empty choice; `null` leaves it out, for a list that always has an answer. */
  empty?: string | null | undefined;
};

export function SelectField({ label, required, options, empty, ...field }: Props) {
  const t = useTranslations("forms");
  const { id, problem, value, round, control } = useField(field);
  return (
    <FieldFrame id={id} label={label} hint={field.hint} required={required} problem={problem}>
      <select key={round} {...control} defaultValue={value} aria-required={required} className="input w-full sm:max-w-md">
        {empty !== null && <option value="">{empty ?? t("choose")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
