"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";

/** Which cases a form speaks of; with one case there is nothing to choose. */
export function CaseCheckboxes({ options, chosen }: { options: readonly Option[]; chosen: readonly string[] }) {
  const t = useTranslations("cases");
  const [only] = options;
  if (options.length === 1 && only) return <input type="hidden" name="caseIds" value={only.value} />;
  return <CheckboxGroupField name="caseIds" label={t("field.caseIds")} hint={t("several.hint")} options={options} defaultValue={chosen} columns={2} required />;
}
