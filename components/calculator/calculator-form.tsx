"use client";

import { Calculator } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ComboField } from "@/components/forms/combo-field";
import { useFieldLabels } from "@/components/forms/field-labels";
import type { Option } from "@/components/forms/field-props";
import { useFormFacts } from "@/components/forms/form-context";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Button } from "@/components/ui/button";
import { calculatorInput } from "@/lib/model/calculator";
import { PREVIEW } from "@/lib/model/form-preview";
import { LiveResult } from "./live-result";
import { MoreFields, ReleaseFields } from "./more-fields";

type Props = {
  action: FormAction;
  places: readonly Option[];
  zones: readonly string[];
  countries: readonly Option[];
  kinds: readonly Option[];
  countFroms: readonly Option[];
  defaultPlace: string;
  today: string;
};

/** A term without a case: few questions, and every reading beside them while they are answered. */
export function CalculatorForm({ action, places, zones, countries, kinds, countFroms, defaultPlace, today }: Props) {
  const t = useTranslations("calculator");
  const labels = useFieldLabels("calculator");
  const schema = useMemo(() => calculatorInput({ today }), [today]);
  return (
    <FormShell action={action} schema={schema} defaults={{ placeId: defaultPlace, kind: "administrative_arrest" }} labels={labels} wide guarded={false} testId="calculator-form">
      <ResultLink label={t("to_result")} />
      <div className="grid items-start gap-6 [grid-template-columns:minmax(0,1fr)] xl:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
        <div className="grid gap-5 [grid-template-columns:minmax(0,1fr)] print:hidden">
          <Where places={places} zones={zones} countries={countries} labels={labels} />
          <SelectField name="kind" label={t("field.kind")} options={kinds} empty={null} />
          <fieldset className="grid gap-3 [grid-template-columns:minmax(0,1fr)]">
            <legend className="mb-1 font-medium">{t("beginning")}</legend>
            <p className="text-sm text-muted">{t("beginning_hint")}</p>
            <UncertainDateField name="seized" label={t("field.seized")} hint={t("hint.seized")} today={today} />
            <UncertainDateField name="delivered" label={t("field.delivered")} hint="" today={today} />
            <UncertainDateField name="ruling" label={t("field.ruling")} hint="" today={today} />
          </fieldset>
          <TextField name="term" label={t("field.term")} hint={t("hint.term")} width="short" />
          <div className="grid gap-2 [grid-template-columns:minmax(0,1fr)]">
            <ReleaseFields today={today} />
            <MoreFields today={today} countFroms={countFroms} />
          </div>
          <Button type="submit" variant="primary" className="justify-self-start" data-testid="submit">
            <Calculator aria-hidden className="size-4" />
            {t("submit")}
          </Button>
        </div>
        <LiveResult action={action} kinds={kinds} countFroms={countFroms} places={places} />
      </div>
    </FormShell>
  );
}

/** Without JavaScript the page comes back at its top, and on a phone the result lies below the form. */
function ResultLink({ label }: { label: string }) {
  const { values } = useFormFacts();
  if (useHydrated() || values[PREVIEW] === undefined) return null;
  return (
    <a href="#result-title" className="link inline-flex min-h-11 items-center justify-self-start xl:hidden print:hidden" data-testid="to-result">
      {label}
    </a>
  );
}

type WhereProps = Pick<Props, "places" | "zones" | "countries"> & { labels: Record<string, string> };

/** A place of the organisation; a country and a time zone are asked for only where it is another one. */
function Where({ places, zones, countries, labels }: WhereProps) {
  const t = useTranslations("calculator");
  return (
    <div className="group grid gap-3 [grid-template-columns:minmax(0,1fr)]">
      <SelectField name="placeId" label={labels["placeId"] ?? ""} options={places} empty={t("other_place")} />
      <div className="hidden gap-3 [grid-template-columns:minmax(0,1fr)] group-has-[select[name=placeId]_option:first-child:checked]:grid">
        <SelectField name="country" label={labels["country"] ?? ""} options={countries} empty={t("other_country")} />
        <ComboField name="zone" label={labels["zone"] ?? ""} hint={t("hint.zone")} suggestions={zones.map((value) => ({ value }))} />
      </div>
    </div>
  );
}
