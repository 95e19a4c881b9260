"use client";

import { FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

/** A whole number, typed as text with a number pad: browsers silently drop what they cannot read from `type="number"`. */
export function NumberField({ label, required, unit, ...field }: FieldProps & { unit?: string | undefined }) {
  const { id, problem, value, control } = useField(field);
  return (
    <FieldFrame id={id} label={label} hint={field.hint} required={required} problem={problem}>
      <span className="flex items-center gap-2">
        <input {...control} inputMode="numeric" defaultValue={value} aria-required={required} autoComplete="off" className="input w-28 tabular-nums" />
        {unit && <span>{unit}</span>}
      </span>
    </FieldFrame>
  );
}
