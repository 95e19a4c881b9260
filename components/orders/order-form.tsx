"use client";

import { useTranslations } from "next-intl";
import { CaseCheckboxes } from "@/components/cases/case-checkboxes";
import { ComboField } from "@/components/forms/combo-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TermField } from "@/components/forms/term-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { CLAIM } from "@/lib/model/form-input";
import { orderEditInput, orderInput } from "@/lib/model/order";
import { countFroms, orderKinds, orderRelations } from "@/lib/model/vocabularies";
import { LivePreview } from "./live-preview";
import { OwnTerms } from "./own-terms";

type Props = {
  action: FormAction;
  submission: string;
  today: string;
  caseId: string;
  record?: { id: string; version: number } | undefined;
  /** The claim that a new one is recorded from, which the record then follows. */
  claim?: string | undefined;
  values: Record<string, string>;
  cases: readonly Option[];
  chosen: readonly string[];
  /** Terms of single people that differ from the ruling's own. */
  ownTerms?: readonly { caseId: string; ownTerm: string | null }[] | undefined;
  /** The other rulings of the case. */
  others: readonly Option[];
  courts: readonly string[];
  zoneNote?: string | undefined;
};

/** A ruling, which can bind several cases; the expected release appears while it is typed. */
export function OrderForm({ action, submission, today, caseId, record, claim, values, cases, chosen, ownTerms = [], others, courts, zoneNote }: Props) {
  const t = useTranslations("rulings");
  const labels = useFieldLabels("rulings");
  const vocab = useTranslations("vocab");
  return (
    <FormShell
      action={action}
      schema={record ? orderEditInput({ today }) : orderInput({ today })}
      submission={submission}
      version={record?.version}
      hidden={record ? { orderId: record.id } : claim ? { [CLAIM]: claim } : undefined}
      defaults={values}
      labels={labels}
      submitLabel={t("submit")}
      cancelHref={`/cases/${caseId}`}
      testId="order-form"
    >
      <CaseCheckboxes options={cases} chosen={chosen} />
      <OwnTerms cases={cases} ownTerms={ownTerms} />
      <SelectField name="kind" label={t("field.kind")} options={orderKinds.map((value) => ({ value, label: vocab(`order_kinds.${value}`) }))} required />
      <ComboField name="court" label={t("field.court")} suggestions={courts.map((value) => ({ value }))} />
      <TextField name="judge" label={t("field.judge")} />
      <UncertainDateField name="date" label={t("field.date")} today={today} zoneNote={zoneNote} />
      <TextField name="articles" label={t("field.articles")} hint={t("articles_hint")} />
      <TermField name="term" label={t("field.term")} hint={t("term_hint")} />
      <div className="group grid gap-5">
        <SelectField name="countFrom" label={t("field.countFrom")} hint={t("count_hint")} options={countFroms.map((value) => ({ value, label: vocab(`count_froms.${value}`) }))} empty={null} defaultValue="not_stated" />
        <div className="hidden group-has-[option[value=written]:checked]:grid">
          <UncertainDateField name="countFromWhen" label={t("field.countFromWhen")} today={today} zoneNote={zoneNote} />
        </div>
      </div>
      {others.length > 0 && (
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField name="relation" label={t("field.relation")} hint={t("relation_hint")} options={orderRelations.map((value) => ({ value, label: vocab(`order_relations.${value}`) }))} empty={null} defaultValue="not_stated" />
          <SelectField name="relatesToId" label={t("field.relatesToId")} options={others} empty={t("the_one_before")} />
        </div>
      )}
      <TextField name="servedShare" label={t("field.servedShare")} hint={t("share_hint")} />
      <TextareaField name="note" label={t("field.note")} rows={3} />
      <LivePreview action={action} />
    </FormShell>
  );
}
