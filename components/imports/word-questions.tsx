"use client";

import type { Option } from "@/components/forms/field-props";
import { SelectField } from "@/components/forms/select-field";

type Props = { name: string; words: readonly { text: string }[]; options: readonly Option[]; empty: string };

/** What each word of a column stands for. */
export function WordQuestions({ name, words, options, empty }: Props) {
  if (words.length === 0) return null;
  return (
    <div className="grid items-end gap-3 wrap-anywhere sm:grid-cols-2">
      {words.map(({ text }, at) => (
        <div key={text}>
          <input type="hidden" name={`${name}.${at}.text`} value={text} />
          <SelectField name={`${name}.${at}.as`} label={text} options={options} empty={empty} />
        </div>
      ))}
    </div>
  );
}
