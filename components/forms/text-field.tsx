"use client";

import type { HTMLInputAutoCompleteAttribute } from "react";
import { FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";

type Props = FieldProps & {
  type?: "text" | "email" | "url" | "search" | "tel" | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  /** Language of what is typed, where it is not the page's. */
  lang?: string | undefined;
  placeholder?: string | undefined;
  width?: "full" | "short" | undefined;
};

export function TextField({ label, required, type = "text", autoComplete = "off", lang, placeholder, width, ...field }: Props) {
  const { id, problem, value, control } = useField(field);
  return (
    <FieldFrame id={id} label={label} hint={field.hint} required={required} problem={problem}>
      <input
        {...control}
        type={type}
        defaultValue={value}
        aria-required={required}
        autoComplete={autoComplete}
        lang={lang}
        placeholder={placeholder}
        className={width === "short" ? "input w-full sm:max-w-60" : "input w-full"}
      />
    </FieldFrame>
  );
}
