"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import type { FormEvent } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { reportTextInput } from "@/lib/model/report-input";
import { keepText, keptText } from "./unsaved-texts";

type Props = {
  action: FormAction;
  reportId: string;
  slot: string;
  label: string;
  hint: string;
  submitLabel: string;
  /** Language of the report. */
  lang: string;
  text: string;
  /** 0 where nothing has been added yet. */
  version: number;
  submission: string;
  today: string;
};

const never = () => () => {};

/** A place of a draft where text can be added; each is saved by itself, and what is typed in one outlives the saving of another. */
export function TextForm({ action, reportId, slot, label, hint, submitLabel, lang, text, version, submission, today }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useSyncExternalStore(never, () => keptText(reportId, slot, { text, version })?.version ?? version, () => version);

  useEffect(() => {
    const typed = keptText(reportId, slot, { text, version });
    const area = box.current?.querySelector("textarea");
    if (!typed || !area || area.value === typed.text) return;
    area.value = typed.text;
    // The form hears of it as if it had been typed now, and asks before it is left.
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, [reportId, slot, text, version]);

  const onInput = (event: FormEvent) => {
    if (event.target instanceof HTMLTextAreaElement) keepText(reportId, slot, event.target.value, { text, version });
  };

  return (
    <div ref={box} onInput={onInput}>
      <FormShell
        wide
        action={action}
        schema={reportTextInput({ today })}
        defaults={{ text }}
        version={seen === 0 ? undefined : seen}
        submission={submission}
        hidden={{ reportId, slot }}
        labels={{ text: label }}
        submitLabel={submitLabel}
        testId={`text-form-${slot}`}
      >
        <TextareaField name="text" label={label} hint={hint} rows={5} lang={lang} />
      </FormShell>
    </div>
  );
}
