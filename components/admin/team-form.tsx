"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { teamInput } from "@/lib/model/account";

export function TeamForm({ action, submission, today }: { action: FormAction; submission: string; today: string }) {
  const t = useTranslations("admin");
  const schema = useMemo(() => teamInput({ today }), [today]);
  const labels = { name: t("teams.name") };
  return (
    <FormShell action={action} schema={schema} submission={submission} labels={labels} submitLabel={t("save")} cancelHref="/admin" testId="team-form">
      <TextField name="name" label={labels.name} required />
    </FormShell>
  );
}
