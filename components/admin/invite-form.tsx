"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import type { Option } from "@/components/forms/field-props";
import { FormContext } from "@/components/forms/form-context";
import { FormFooter } from "@/components/forms/form-footer";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { SUBMISSION } from "@/lib/model/form-input";
import { idle } from "@/lib/model/form-state";
import type { FormState } from "@/lib/model/form-state";
import { roles } from "@/lib/model/vocabularies";
import { IssuedLink } from "./issued-link";

type State = FormState | { status: "answered"; answer: { token: string } };
type Props = { action: (state: State, data: FormData) => Promise<State>; teams: readonly Option[]; address: string; submission: string };

/** Invites a colleague. The link takes the place of the form: it is never in an address and is not shown a second time. */
export function InviteForm({ action, teams, address, submission }: Props) {
  const t = useTranslations("admin");
  const vocab = useTranslations("vocab.roles");
  const formId = useId();
  const [state, dispatch, pending] = useActionState(action, idle);
  if (state.status === "answered") return <IssuedLink link={`${address}/invite?token=${state.answer.token}`} />;

  const failed = state.status === "failed" ? state : undefined;
  const labels = { name: t("invite.name"), role: t("field.role"), teamId: t("field.teamId") };
  const facts = { formId, round: failed?.nonce ?? "", problems: failed?.problems ?? {}, values: failed?.values ?? {}, answered: failed !== undefined };
  return (
    <FormContext value={facts}>
      <form action={dispatch} noValidate className="grid max-w-2xl gap-5" data-testid="invite-form">
        <input type="hidden" name={SUBMISSION} value={failed?.values[SUBMISSION]?.[0] ?? submission} />
        <ErrorSummary problems={facts.problems} form={failed?.form} labels={labels} turn={facts.round} />
        <TextField name="name" label={labels.name} hint={t("invite.name_hint")} />
        <RadioGroupField
          name="role"
          label={labels.role}
          options={roles.map((role) => ({ value: role, label: vocab(role), hint: t(`roles.${role}`) }))}
          defaultValue="monitor"
        />
        <SelectField name="teamId" label={labels.teamId} options={teams} hint={t("invite.team_hint")} defaultValue={teams.length === 1 ? teams[0]?.value : undefined} required />
        <FormFooter submitLabel={t("invite.submit")} cancelHref="/admin" extra={null} tone={undefined} pending={pending} />
      </form>
    </FormContext>
  );
}
