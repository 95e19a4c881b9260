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

type ListProps = { words: readonly { position: number; list: string; text: string }[]; options: readonly Option[]; empty: string };

/** The same for the words of lists, which keep their places among all that are asked: what is suggested is accepted once, for every row. */
export function ListQuestions({ words, options, empty }: ListProps) {
  return (
    <div className="grid items-end gap-3 wrap-anywhere sm:grid-cols-2">
      {words.map(({ position, list, text }) => (
        <div key={text}>
          <input type="hidden" name={`words.${position}.list`} value={list} />
          <input type="hidden" name={`words.${position}.text`} value={text} />
          <SelectField name={`words.${position}.as`} label={text} options={options} empty={empty} />
        </div>
      ))}
    </div>
  );
}
