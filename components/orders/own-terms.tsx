"use client";

import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/forms/text-field";
import type { Option } from "@/components/forms/field-props";
import { formatTerm } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { TERM_NOT_KNOWN, termOf } from "@/lib/model/ordered-term";

type Props = { cases: readonly Option[]; ownTerms: readonly { caseId: string; ownTerm: string | null }[] };

/** For a ruling on several people: whose term differs from the ruling's own, or is not known. */
export function OwnTerms({ cases, ownTerms }: Props) {
  const t = useTranslations("rulings");
  const locale = useLocale() as Locale;
  if (cases.length < 2) return null;
  const shown = (caseId: string): string | undefined => {
    const own = ownTerms.find((each) => each.caseId === caseId)?.ownTerm ?? null;
    const term = termOf(own);
    return term === null ? (own === TERM_NOT_KNOWN ? t("term_unknown") : undefined) : formatTerm(term, locale);
  };
  return (
    <details className="rounded-lg border border-line p-3" open={ownTerms.some(({ ownTerm }) => ownTerm !== null)} data-testid="own-terms">
      <summary className="link inline-flex min-h-11 items-center sm:min-h-8">{t("field.ownTerms")}</summary>
      <p className="pb-3 text-sm text-muted">{t("own_terms_hint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {cases.map((item, row) => (
          <div key={item.value}>
            <input type="hidden" name={`ownTerms.${row}.caseId`} value={item.value} />
            <TextField name={`ownTerms.${row}.term`} label={item.label} defaultValue={shown(item.value)} />
          </div>
        ))}
      </div>
    </details>
  );
}
