"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { userInput } from "@/lib/model/account";
import { roles } from "@/lib/model/vocabularies";
import type { Role } from "@/lib/model/vocabularies";

type Props = {
  action: FormAction;
  user: { id: string; role: Role; teamId: string | null; active: boolean; version: number };
  teams: readonly Option[];
  submission: string;
  today: string;
};

export function UserForm({ action, user, teams, submission, today }: Props) {
  const t = useTranslations("admin");
  const vocab = useTranslations("vocab.roles");
  const schema = useMemo(() => userInput({ today }), [today]);
  const labels = { role: t("field.role"), teamId: t("field.teamId"), status: t("field.status") };
  const defaults = { role: user.role, teamId: user.teamId, status: user.active ? "active" : "disabled" };
  return (
    <FormShell
      action={action}
      schema={schema}
      hidden={{ userId: user.id }}
      defaults={defaults}
      version={user.version}
      submission={submission}
      labels={labels}
      submitLabel={t("save")}
      cancelHref="/admin"
      testId="user-form"
    >
      <RadioGroupField name="role" label={labels.role} options={roles.map((role) => ({ value: role, label: vocab(role), hint: t(`roles.${role}`) }))} />
      <SelectField name="teamId" label={labels.teamId} options={teams} empty={t("users.no_team")} hint={t("invite.team_hint")} />
      <RadioGroupField
        name="status"
        label={labels.status}
        options={[
          { value: "active", label: t("status.active") },
          { value: "disabled", label: t("status.disabled"), hint: t("status.disabled_hint") },
        ]}
      />
    </FormShell>
  );
}
