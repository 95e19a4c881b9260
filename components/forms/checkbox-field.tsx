"use client";

import { FieldError, FieldHint } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

/** One yes-or-no question: sends `on` when ticked, nothing otherwise. */
export function CheckboxField({ label, defaultChecked, ...field }: Omit<FieldProps, "required" | "defaultValue"> & { defaultChecked?: boolean | undefined }) {
  const { id, problem, value, round, control } = useField({ ...field, defaultValue: defaultChecked ? "on" : undefined });
  return (
    <div className={problem ? "field field-invalid" : "field"}>
      <label key={round} className="choice">
        <input {...control} type="checkbox" value="on" defaultChecked={value === "on"} className="mt-1 size-4.5 shrink-0 accent-accent" />
        <span id={`${id}-label`}>{label}</span>
      </label>
      <FieldHint id={id} hint={field.hint} />
      <FieldError id={id} problem={problem} />
    </div>
  );
}
