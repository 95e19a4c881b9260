"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { FormConflict } from "@/lib/model/form-state";
import { useFormFacts } from "./form-context";
import { fillField, focusField, wordsFor } from "./form-controls";
import { useHydrated, usePageText } from "./use-hydrated";

type FormRef = RefObject<HTMLFormElement | null>;

function Difference({ form, field, label }: { form: FormRef; field: FormConflict["fields"][number]; label: string }) {
  const t = useTranslations("forms.conflict");
  const { formId } = useFormFacts();
  const hydrated = useHydrated();
  const id = `${formId}-${field.name}`;
  const shown = usePageText(() => document.getElementById(`${id}-label`)?.textContent ?? label, label);
  const words = (value: string) => (value === "" ? t("empty") : value);
  const mine = usePageText(() => (form.current ? wordsFor(form.current, field.name, field.mine) : field.mine), field.mine);
  const theirs = usePageText(() => (form.current ? wordsFor(form.current, field.name, field.theirs) : field.theirs), field.theirs);
  const take = () => {
    if (form.current) fillField(form.current, field.name, field.theirs);
    focusField(id);
  };
  return (
    <div className="grid gap-x-4 gap-y-1 border-t border-line py-2 sm:grid-cols-[1fr_1fr_auto]" data-testid={`conflict-${field.name}`}>
      <p className="font-semibold sm:col-span-3">{shown}</p>
      <p className="wrap-anywhere whitespace-pre-line">
        <span className="block text-sm text-muted">{t("mine")}</span>
        {words(mine)}
      </p>
      <p className="wrap-anywhere whitespace-pre-line">
        <span className="block text-sm text-muted">{t("theirs")}</span>
        {words(theirs)}
      </p>
      {hydrated && (
        <button type="button" className="button button-secondary" onClick={take}>
          {t("use_theirs")}
        </button>
      )}
    </div>
  );
}

/** Two people saved at once: shows both versions of each field that differs; sending again keeps what the form holds now. */
export function ConflictPanel({ conflict, form, labels }: { conflict: FormConflict; form: FormRef; labels: Record<string, string> }) {
  const t = useTranslations("forms.conflict");
  return (
    <section className="notice notice-today" data-testid="conflict">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="mb-2">{t("explain")}</p>
      {conflict.fields.map((field) => (
        <Difference key={field.name} form={form} field={field} label={labels[field.name] ?? field.name} />
      ))}
    </section>
  );
}
