"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useMemo } from "react";
import { useFieldLabels } from "@/components/forms/field-labels";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { reportDraftInput } from "@/lib/model/report-input";

type Props = {
  action: FormAction;
  kind: string;
  /** What the choice of a receiver means for this kind: a word under `new`. */
  toHint: "to_hint" | "to_hint_letter" | "to_hint_un";
  mayAddRecipient: boolean;
  /** Whether a filter and a period decide what is in it, and not one record. */
  filtered: boolean;
  hidden: Record<string, string>;
  values: Record<string, string>;
  locales: readonly Option[];
  destinations: readonly Option[];
  purposes: readonly Option[];
  /** The forms of a kind that has several. */
  variants: readonly Option[];
  filters: readonly Option[];
  places: readonly Option[];
  detentionKinds: readonly Option[];
  previous: readonly Option[];
  /** The filter of a list that was taken along, in words. */
  takenAlong: string;
  submission: string;
  today: string;
};

/** What a new report is about, for whom and in which language. */
export function DraftForm({ action, kind, toHint, mayAddRecipient, filtered, hidden, values, submission, today, takenAlong, ...choices }: Props) {
  const t = useTranslations("reports");
  const labels = useFieldLabels("reports");
  const schema = useMemo(() => reportDraftInput({ today }), [today]);
  return (
    <FormShell action={action} schema={schema} defaults={values} submission={submission} hidden={{ ...hidden, kind }} labels={labels} submitLabel={t("new.submit")} cancelHref="/reports" testId="report-form">
      <SelectField name="locale" label={t("field.locale")} options={choices.locales} empty={null} required />
      {choices.variants.length > 0 && <RadioGroupField name="variant" label={t("field.variant")} options={choices.variants} />}
      <RadioGroupField name="to" label={t("field.to")} hint={t(`new.${toHint}`)} options={choices.destinations} />
      {toHint === "to_hint_un" && mayAddRecipient && (
        <p>
          <Link href="/exports/recipients/new" prefetch={false} className="link" data-testid="action-add-recipient">
            {t("new.add_recipient")}
          </Link>
        </p>
      )}
      <SelectField name="purpose" label={t("field.purpose")} hint={t("new.purpose_hint")} options={choices.purposes} empty={null} />
      {filtered && (
        <>
          <UncertainDateField name="fromDay" label={t("field.fromDay")} hint={t("new.period_hint")} today={today} />
          <UncertainDateField name="toDay" label={t("field.toDay")} today={today} />
          <fieldset className="grid gap-4">
            <legend className="mb-2 font-semibold">{t("new.filter")}</legend>
            <p className="text-sm text-muted">{takenAlong === "" ? t("new.filter_hint") : t("new.taken_along", { query: takenAlong })}</p>
            {choices.filters.length > 0 && <SelectField name="savedFilterId" label={t("field.savedFilterId")} options={choices.filters} empty={t("new.none")} />}
            <SelectField name="placeId" label={t("field.placeId")} options={choices.places} empty={t("new.any_place")} />
            <SelectField name="detentionKind" label={t("field.detentionKind")} options={choices.detentionKinds} empty={t("new.any_kind")} />
            <TextField name="saveAs" label={t("field.saveAs")} hint={t("new.save_hint")} />
          </fieldset>
        </>
      )}
      {choices.previous.length > 0 && <SelectField name="previousId" label={t("field.previousId")} hint={filtered && kind === "persons_deprived" ? t("new.previous_hint") : undefined} options={choices.previous} empty={t("new.none")} />}
    </FormShell>
  );
}
