"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { CaseCheckboxes } from "@/components/cases/case-checkboxes";
import { ValueFields } from "@/components/claims/value-fields";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { citationInput } from "@/lib/model/source";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  cases: readonly Option[];
  sources: readonly { id: string; title: string }[];
  sourceId: string | undefined;
};

/** Words of a source for a fact of a case; where the source's text is kept, they must stand in it. */
export function CitationForm({ action, submission, today, caseId, cases, sources, sourceId }: Props) {
  const t = useTranslations("sources");
  const labels = { ...useFieldLabels("cases"), ...useFieldLabels("sources") };
  const claims = useTranslations("claims");
  return (
    <FormShell action={action} schema={citationInput({ today })} submission={submission} labels={{ ...labels, ...(claims.raw("field") as Record<string, string>), quote: t("cite.quote") }} submitLabel={t("cite.submit")} cancelHref={`/cases/${caseId}`} testId="citation-form">
      <SelectField name="sourceId" label={t("cite.source")} options={sources.map(({ id, title }) => ({ value: id, label: title }))} defaultValue={sourceId} required />
      <p className="-mt-4">
        <Link href={`/sources/new?case=${caseId}`} prefetch={false} className="link inline-block min-h-6" data-testid="action-new-source">
          {t("cite.new_source")}
        </Link>
      </p>
      <TextareaField name="quote" label={t("cite.quote")} hint={t("cite.quote_hint")} rows={5} required />
      <ValueFields />
      <TextField name="saidBy" label={claims("field.saidBy")} hint={claims("hint.saidBy")} />
      <CaseCheckboxes options={cases} chosen={[caseId]} />
    </FormShell>
  );
}
