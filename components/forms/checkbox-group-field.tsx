"use client";

import { ChoiceList } from "./choice-list";
import { GroupFrame } from "./field-frame";
import type { FieldProps, Option } from "./field-props";
import { useField } from "./form-context";

type Props = Omit<FieldProps, "defaultValue"> & {
  options: readonly Option[];
  columns?: 1 | 2 | undefined;
  defaultValue?: readonly string[] | undefined;
};

/** Any number of choices; every ticked one sends its value under the same name. */
export function CheckboxGroupField({ label, required, options, columns, ...props }: Props) {
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
      <ChoiceList type="checkbox" name={props.name} options={options} field={field} columns={columns} />
    </GroupFrame>
  );
}
