"use client";

import { FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

type Props = FieldProps & { suggestions: readonly { value: string; note?: string | undefined }[] };

/** Free text with suggestions; what is typed is what is sent, known or not. */
export function ComboField({ label, required, suggestions, ...field }: Props) {
  const { id, problem, value, control } = useField(field);
  return (
    <FieldFrame id={id} label={label} hint={field.hint} required={required} problem={problem}>
      <input {...control} defaultValue={value} aria-required={required} autoComplete="off" list={`${id}-list`} className="input w-full" />
      <datalist id={`${id}-list`}>
        {suggestions.map(({ value: text, note }) => (
          <option key={`${text}/${note ?? ""}`} value={text} label={note} />
        ))}
      </datalist>
    </FieldFrame>
  );
}
