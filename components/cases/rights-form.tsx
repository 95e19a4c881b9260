"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { useFieldLabels } from "@/components/forms/field-labels";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { caseRightsInput } from "@/lib/model/case-rights";
import { engagedRights } from "@/lib/model/vocabularies";

type Props = { action: FormAction; submission: string; today: string; caseId: string; version: number; rights: readonly string[]; others: readonly Option[] };

/** Which human rights a case engages; the same can be added to cases that belong with it. */
export function RightsForm({ action, submission, today, caseId, version, rights, others }: Props) {
  const t = useTranslations("cases");
  const labels = useFieldLabels("cases");
  const vocab = useTranslations("vocab.engaged_rights");
  return (
    <FormShell action={action} schema={caseRightsInput({ today })} submission={submission} version={version} hidden={{ caseId }} labels={labels} submitLabel={t("rights.submit")} cancelHref={`/cases/${caseId}#details`} testId="rights-form">
      <CheckboxGroupField name="rights" label={t("field.rights")} hint={t("rights.intro")} options={engagedRights.map((value) => ({ value, label: vocab(value) }))} defaultValue={rights} />
      {others.length > 0 && <CheckboxGroupField name="otherIds" label={t("rights.also")} hint={t("rights.also_hint")} options={others} columns={2} />}
    </FormShell>
  );
}
