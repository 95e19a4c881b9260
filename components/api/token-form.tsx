"use client";

import { useTranslations } from "next-intl";
import { ProveAgain } from "@/components/access/prove-again";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { apiScopes, TOKEN_DAYS, tokenDays } from "@/lib/model/api";
import { audienceProfiles } from "@/lib/model/destination";
import { consentPurposes } from "@/lib/model/vocabularies";
import { IssuedSecret } from "./issued-secret";
import { SecretForm, type SecretState } from "./secret-form";

type Issued = { token: string };
type Props = { action: (state: SecretState<Issued>, data: FormData) => Promise<SecretState<Issued>>; prove: boolean; submission: string };

/** Makes a token for a program; each right is a tick of its own, none is ticked beforehand, and how much it is told is chosen, the least first. */
export function TokenForm({ action, prove, submission }: Props) {
  const t = useTranslations("api");
  const vocab = useTranslations("vocab.consent_purposes");
  const labels = { name: t("form.name"), scopes: t("form.scopes"), profile: t("form.profile"), purpose: t("form.purpose"), days: t("form.days") };
  return (
    <SecretForm action={action} labels={labels} submission={submission} submitLabel={t("form.submit")} testId="token-form" answered={({ token }) => <IssuedSecret secret={token} href="/account/tokens" />}>
      <TextField name="name" label={labels.name} hint={t("form.name_hint")} required />
      <CheckboxGroupField name="scopes" label={labels.scopes} hint={t("form.scopes_hint")} options={apiScopes.map((value) => ({ value, label: t(`scope.${value}`) }))} required />
      <RadioGroupField name="profile" label={labels.profile} hint={t("form.profile_hint")} options={audienceProfiles.toReversed().map((value) => ({ value, label: t(`profile.${value}`), hint: t(`profile.${value}_hint`) }))} required />
      <SelectField name="purpose" label={labels.purpose} hint={t("form.purpose_hint")} options={consentPurposes.map((value) => ({ value, label: vocab(value) }))} empty={null} defaultValue="statistics" />
      <RadioGroupField name="days" label={labels.days} options={tokenDays.map((value) => ({ value, label: t("lasts", { count: Number(value) }) }))} defaultValue={TOKEN_DAYS} />
      <ProveAgain needed={prove} />
    </SecretForm>
  );
}
