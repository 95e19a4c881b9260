"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { NumberField } from "@/components/forms/number-field";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { TextField } from "@/components/forms/text-field";
import type { RuleList } from "@/lib/release/rules/rule";
import { conventions, releaseRules } from "@/lib/release/types";

/** What can be replaced in a rule of each list. */
export function ValueFields({ list }: { list: RuleList }): ReactNode {
  const t = useTranslations("rules");
  const release = useTranslations("release.convention");
  const readings = conventions.map((value) => ({ value, label: release(value) }));
  switch (list) {
    case "counting":
      return (
        <>
          <RadioGroupField name="exact" label={t("field.exact")} hint={t("form.exact_hint")} options={[...readings, { value: "none", label: t("form.exact_none") }]} required />
          <CheckboxGroupField name="window" label={t("field.window")} hint={t("form.window_hint")} options={readings} required />
        </>
      );
    case "limits":
      return <NumberField name="hours" label={t("field.hours")} unit={t("unit.hours")} required />;
    case "maxTerms":
      return (
        <>
          <TextField name="term" label={t("field.term")} hint={t("form.term_hint")} width="short" required />
          <TextField name="exceptional" label={t("field.exceptional")} hint={t("form.exceptional_hint")} width="short" />
        </>
      );
    case "crediting":
      return <TextField name="ratio" label={t("field.ratio")} hint={t("form.ratio_hint")} width="short" required />;
    case "chaining":
      return <RadioGroupField name="chain" label={t("field.chain")} options={(["AGGREGATE", "SEQUENTIAL"] as const).map((value) => ({ value, label: t(`chain.${value}`) }))} required />;
    case "releaseDays":
      return <RadioGroupField name="rule" label={t("field.rule")} options={releaseRules.map((value) => ({ value, label: t(`release_rule.${value}`) }))} required />;
    case "servedShares":
      return <TextField name="fraction" label={t("field.fraction")} hint={t("form.fraction_hint")} width="short" required />;
    case "appeals":
      return <NumberField name="days" label={t("field.days")} unit={t("unit.days")} required />;
  }
}
