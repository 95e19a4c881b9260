"use client";

import { CalendarCheck2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { isUncertainDate } from "@/lib/model/uncertain-date";
import { comingFrom, parseTyped } from "@/lib/model/uncertain-date-typed";
import { FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

type Props = FieldProps & {
  /** Today at the place, `YYYY-MM-DD`: the year of dates typed without one, and "today" itself. */
  today: string;
  /** As the field of the form says: mostly still to come, which decides a missing year. */
  ahead?: boolean;
  /** Words about the place's own time where it is not the reader's. */
  zoneNote?: string | undefined;
};

/** A date as far as known, typed as people write it; says at once how it was understood. Sends the text as typed. */
export function UncertainDateField({ label, required, today, ahead = false, zoneNote, hint, ...field }: Props) {
  const t = useTranslations("forms.date");
  const locale = useLocale() as Locale;
  const { id, problem, value, control } = useField({ ...field, hint: hint ?? t("hint"), note: true });
  const initial = isUncertainDate(value) ? formatUncertain(value, locale) : value;
  const [typed, setTyped] = useState(initial);
  const read = typed.trim() === "" ? undefined : parseTyped(typed, { today, yearFrom: ahead ? comingFrom(today) : undefined });
  const understood = read?.ok && read.value ? formatUncertain(read.value, locale) : undefined;
  return (
    <FieldFrame id={id} label={label} hint={hint ?? t("hint")} required={required} problem={problem}>
      <input
        {...control}
        onChange={(event) => setTyped(event.target.value)}
        defaultValue={initial}
        aria-required={required}
        autoComplete="off"
        className="input w-full sm:max-w-md"
      />
      <p id={`${id}-note`} aria-live="polite" className="min-h-5 text-sm text-muted" data-testid={`read-${field.name}`}>
        {understood && (
          <span className="inline-flex items-start gap-1.5">
            <CalendarCheck2 aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{t("understood", { date: understood })}</span>
          </span>
        )}
        {read && !read.ok && !problem && t("not_yet")}
        {zoneNote && understood && <span className="block">{zoneNote}</span>}
      </p>
    </FieldFrame>
  );
}
