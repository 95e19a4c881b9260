"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { mergeInput } from "@/lib/model/institution";

type Side = { id: string; version: number; name: string };
type Props = { action: FormAction; submission: string; today: string; here: Side; there: Side; cancelHref: string };

/** Which of two records stays; sending it cannot be undone, and says so. */
export function MergeForm({ action, submission, today, here, there, cancelHref }: Props) {
  const t = useTranslations("merging");
  return (
    <FormShell
      action={action}
      schema={mergeInput({ today })}
      submission={submission}
      version={here.version}
      hidden={{ id: here.id, otherId: there.id, otherVersion: String(there.version) }}
      labels={{ keep: t("keep") }}
      submitLabel={t("submit")}
      cancelHref={cancelHref}
      tone="danger"
      testId="merge-form"
    >
      <RadioGroupField name="keep" label={t("keep")} options={[{ value: "other", label: t("keep_one", { name: there.name }) }, { value: "this", label: t("keep_one", { name: here.name }) }]} required />
      <p className="notice notice-today font-semibold">{t("irreversible")}</p>
    </FormShell>
  );
}
