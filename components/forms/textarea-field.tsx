"use client";

import { FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

export function TextareaField({ label, required, rows = 4, lang, ...field }: FieldProps & { rows?: number | undefined; lang?: string | undefined }) {
  const { id, problem, value, control } = useField(field);
  return (
    <FieldFrame id={id} label={label} hint={field.hint} required={required} problem={problem}>
      <textarea {...control} defaultValue={value} aria-required={required} rows={rows} lang={lang} className="input w-full" />
    </FieldFrame>
  );
}
