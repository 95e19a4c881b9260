"use client";

import type { Option } from "./field-props";
import type { useField } from "./form-context";

type Props = {
  type: "radio" | "checkbox";
  name: string;
  options: readonly Option[];
  field: ReturnType<typeof useField>;
  columns?: 1 | 2 | undefined;
};

/** The choices of a group; each label is a full-height target for a thumb. */
export function ChoiceList({ type, name, options, field, columns = 1 }: Props) {
  return (
    <div key={field.round} className={columns === 2 ? "grid gap-x-4 sm:grid-cols-2" : "grid"}>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type={type}
            name={name}
            value={option.value}
            defaultChecked={field.values.includes(option.value)}
            aria-invalid={field.aria["aria-invalid"]}
            className="mt-1 size-4.5 shrink-0 accent-accent"
            data-testid={`field-${name}-${option.value}`}
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
