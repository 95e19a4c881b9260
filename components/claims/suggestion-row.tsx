"use client";

import { Check, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import { useField, useFormFacts } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import { citedFields } from "@/lib/model/vocabularies";

/** A suggestion as its line in the form shows it; `shown` is its value in the reader's language. */
export type SuggestedRow = {
  key: string;
  kind: string;
  quote: string;
  shown: string;
  /** The sentence around it. */
  sentence: string;
  field: string;
  value: string;
  valueRef: string;
  saidBy: string;
  start: number;
  end: number;
  doubts: readonly string[];
  /** What it was accepted for already, with the claim. */
  accepted: readonly { claimId: string; about: string }[];
};

type Props = { row: SuggestedRow; at: number; today: string; sourceId: string; language: string };

/** One suggestion: what it seems to say, a box to tick, and everything that can be corrected before it becomes a claim. */
export function SuggestionRow({ row, at, today, sourceId, language }: Props) {
  const t = useTranslations("claims");
  const vocab = useTranslations("vocab");
  const name = (key: string) => `claims.${at}.${key}`;
  const { problems } = useFormFacts();
  const take = useField({ name: name("take") });
  const wrong = Object.keys(problems).some((key) => key.startsWith(`claims.${at}.`));
  const hidden = { quote: row.quote, valueKind: row.kind, valueRef: row.valueRef, start: String(row.start), end: String(row.end) };
  return (
    <li id={`take-${row.key}`} className="claim-row grid gap-1 border-t border-line py-2 first:border-t-0" data-testid={`suggestion-${at}`} data-kind={row.kind}>
      <label className="choice">
        <input key={take.round} type="checkbox" name={name("take")} value="yes" defaultChecked={take.values.length > 0} className="mt-1 size-4.5 shrink-0 accent-accent" data-testid={`take-${at}`} />
        <span className="min-w-0 wrap-anywhere">
          <mark className="claim-mark px-0.5" data-kind={row.kind}>
            {vocab(`claim_kinds.${row.kind}`)}
          </mark>{" "}
          <strong>{row.shown || row.quote}</strong>
          <span lang={language} className="block text-sm text-muted">
            {row.sentence}
          </span>
        </span>
      </label>
      <p className="flex flex-wrap gap-x-3 gap-y-1 ps-7 text-sm">
        <a href={`#mark-${row.key}`} className="link inline-block min-h-6">
          {t("read.in_text")}
        </a>
        {row.doubts.map((doubt) => (
          <span key={doubt} className="inline-flex items-start gap-1 text-today">
            <TriangleAlert aria-hidden className="mt-1 size-3.5 shrink-0" />
            {t(`doubt.${doubt}`)}
          </span>
        ))}
        {row.accepted.map(({ claimId, about }) => (
          <Link key={claimId} href={`/sources/${sourceId}/claims/${claimId}`} prefetch={false} className="link inline-flex min-h-6 items-start gap-1" data-testid="accepted">
            <Check aria-hidden className="mt-1 size-3.5 shrink-0 text-released" />
            {t("read.accepted", { about: about || t("subject.not_said") })}
          </Link>
        ))}
      </p>
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={name(key)} value={value} />
      ))}
      <details className="ps-7" open={wrong || undefined}>
        <summary className="link inline-flex min-h-8 items-center text-sm" data-testid={`change-${at}`}>
          {t("read.change", { field: row.field ? vocab(`cited_fields.${row.field}`) : t("read.field_unknown"), who: row.saidBy || t("read.source_itself") })}
        </summary>
        <div className="grid gap-3 py-2">
          <SelectField name={name("field")} label={t("field.field")} options={citedFields.map((value) => ({ value, label: vocab(`cited_fields.${value}`) }))} empty={null} defaultValue={row.field || "other"} />
          {row.kind === "when" ? (
            <UncertainDateField name={name("value")} label={t("field.value")} today={today} hint={t("hint.value_when")} defaultValue={row.value} />
          ) : (
            <TextField name={name("value")} label={t("field.value")} hint={t.has(`hint.value_${row.kind}`) ? t(`hint.value_${row.kind}`) : undefined} defaultValue={row.shown || row.value} />
          )}
          <TextField name={name("saidBy")} label={t("field.saidBy")} hint={t("hint.saidBy")} defaultValue={row.saidBy} />
          <p>
            <Button type="submit" name={name("take")} value="yes" data-testid={`accept-${at}`}>
              {t("read.accept_one")}
            </Button>
          </p>
        </div>
      </details>
    </li>
  );
}
