"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { overrideInputFor } from "@/lib/release/rules/override-input";
import type { RuleList } from "@/lib/release/rules/rule";
import { ValueFields } from "./value-fields";

type Props = { action: FormAction; ruleId: string; list: RuleList; values: Record<string, string | string[]>; version: number; submission: string; today: string };

/** The organisation's own value in the place of a rule, with what it relies on and why. */
export function OverrideForm({ action, ruleId, list, values, version, submission, today }: Props) {
  const t = useTranslations("rules");
  const labels = useFieldLabels("rules");
  const schema = useMemo(() => overrideInputFor(list)({ today }), [list, today]);
  return (
    <FormShell
      action={action}
      schema={schema}
      defaults={values}
      version={version}
      submission={submission}
      hidden={{ ruleId }}
      labels={labels}
      submitLabel={t("form.submit")}
      cancelHref={`/rules/${ruleId}`}
      testId="override-form"
    >
      <ValueFields list={list} />
      <TextField name="source" label={t("field.source")} hint={t("form.source_hint")} required />
      <TextareaField name="reason" label={t("field.reason")} hint={t("form.reason_hint")} required />
    </FormShell>
  );
}
