"use client";

import { ChoiceList } from "./choice-list";
import { GroupFrame } from "./field-frame";
import type { FieldProps, Option } from "./field-props";
import { useField } from "./form-context";

export function RadioGroupField({ label, required, options, columns, ...props }: FieldProps & { options: readonly Option[]; columns?: 1 | 2 | undefined }) {
  const field = useField(props);
  return (
    <GroupFrame
      id={field.id}
      label={label}
      hint={props.hint}
      required={required}
      problem={field.problem}
      testId={`field-${props.name}`}
      describedBy={field.aria["aria-describedby"]}
    >
      <ChoiceList type="radio" name={props.name} options={options} field={field} columns={columns} />
    </GroupFrame>
  );
}
