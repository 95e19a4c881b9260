"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatTerm } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { termOf } from "@/lib/model/ordered-term";
import { GroupFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

const units = ["h", "d", "w", "m", "y"] as const;
export type TermUnit = (typeof units)[number];

type Props = Omit<FieldProps, "defaultValue"> & {
  /** Start values where the shell's `defaults` name neither part. */
  amount?: string | undefined;
  unit?: TermUnit | undefined;
  allowed?: readonly TermUnit[] | undefined;
};

/** A length of time: sends `<name>.amount` and `<name>.unit`. A problem of the whole or of the amount is shown here. */
export function TermField({ label, required, amount, unit = "d", allowed = units, ...field }: Props) {
  const t = useTranslations("forms.term");
  const locale = useLocale() as Locale;
  const whole = useField(field);
  const count = useField({ name: `${field.name}.amount`, defaultValue: amount });
  const kind = useField({ name: `${field.name}.unit`, defaultValue: unit });
  // A term of several units comes as it is stored; people read and type it in words.
  const stored = termOf(count.value);
  const problem = whole.problem ?? count.problem ?? kind.problem;
  const describedBy = [field.hint && `${whole.id}-hint`, problem && `${whole.id}-error`].filter(Boolean).join(" ") || undefined;
  const invalid = problem ? true : undefined;
  return (
    <GroupFrame
      id={whole.id}
      label={label}
      hint={field.hint}
      required={required}
      problem={problem}
      testId={`field-${field.name}`}
      describedBy={describedBy}
    >
      <div className="flex flex-wrap gap-2">
        <span id={`${count.id}-label`} hidden>
          {label}
        </span>
        <input
          {...count.control}
          defaultValue={stored === null ? count.value : formatTerm(stored, locale)}
          aria-label={t("amount")}
          aria-required={required}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          autoComplete="off"
          className="input w-44 tabular-nums"
        />
        <select key={kind.round} {...kind.control} defaultValue={kind.value || unit} aria-label={t("unit")} className="input">
          {allowed.map((value) => (
            <option key={value} value={value}>
              {t(`units.${value}`)}
            </option>
          ))}
        </select>
      </div>
    </GroupFrame>
  );
}
