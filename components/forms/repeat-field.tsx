"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboField } from "./combo-field";
import { GroupFrame } from "./field-frame";
import type { FieldProps, Option } from "./field-props";
import { useField, useFormFacts } from "./form-context";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";
import { useHydrated } from "./use-hydrated";

/** One field of a row; with `options` it is a select, with `suggestions` free text with these offered. Its name inside the form is `<name>.<row>.<column>`. */
export type RepeatColumn = { name: string; label: string; suggestions?: readonly string[] | undefined; options?: readonly Option[] | undefined; empty?: string | null | undefined; defaultValue?: string | undefined };

type Props = Omit<FieldProps, "defaultValue"> & {
  columns: readonly RepeatColumn[];
  addLabel: string;
  /** Empty rows offered below the filled ones, so that more than one can be typed without JavaScript. */
  spare?: number | undefined;
  max?: number | undefined;
};

function filledRows(values: Record<string, string[]>, name: string): number {
  const indexes = Object.keys(values)
    .filter((key) => key.startsWith(`${name}.`) && values[key]?.some((text) => text !== ""))
    .map((key) => Number(key.slice(name.length + 1).split(".")[0]));
  return Math.max(0, ...indexes.filter(Number.isInteger).map((index) => index + 1));
}

/** Rows of the same fields. Empty rows are sent too: the server skips them. */
export function RepeatField({ label, required, columns, addLabel, spare = 1, max = 50, ...props }: Props) {
  const t = useTranslations("forms.repeat");
  const { values } = useFormFacts();
  const hydrated = useHydrated();
  const field = useField(props);
  const [rows, setRows] = useState(() => Array.from({ length: Math.min(max, filledRows(values, props.name) + spare) }, (_, index) => index));
  const add = () => setRows([...rows, Math.max(-1, ...rows) + 1]);
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
      {rows.map((row, position) => (
        <div key={row} role="group" aria-label={t("row", { number: position + 1 })} className="repeat-row">
          {columns.map((column) => {
            const shared = { name: `${props.name}.${row}.${column.name}`, label: column.label, defaultValue: column.defaultValue };
            if (column.options) return <SelectField key={column.name} {...shared} options={column.options} empty={column.empty} />;
            if (column.suggestions) return <ComboField key={column.name} {...shared} suggestions={column.suggestions.map((value) => ({ value }))} />;
            return <TextField key={column.name} {...shared} />;
          })}
          {hydrated && rows.length > 1 && (
            <button
              type="button"
              className="button button-quiet sm:mt-7"
              aria-label={t("remove_row", { number: position + 1 })}
              onClick={() => setRows(rows.filter((other) => other !== row))}
            >
              <X aria-hidden className="size-4" />
              {t("remove")}
            </button>
          )}
        </div>
      ))}
      {hydrated && rows.length < max && (
        <button type="button" className="button button-secondary justify-self-start" onClick={add} data-testid={`add-${props.name}`}>
          <Plus aria-hidden className="size-4" />
          {addLabel}
        </button>
      )}
    </GroupFrame>
  );
}
