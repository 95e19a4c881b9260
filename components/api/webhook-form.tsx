"use client";

import { useTranslations } from "next-intl";
import { ProveAgain } from "@/components/access/prove-again";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { TextField } from "@/components/forms/text-field";
import { webhookEvents } from "@/lib/model/api";
import { IssuedSecret } from "./issued-secret";
import { SecretForm, type SecretState } from "./secret-form";

type Issued = { secret: string };
type Props = { action: (state: SecretState<Issued>, data: FormData) => Promise<SecretState<Issued>>; prove: boolean; submission: string };

export function WebhookForm({ action, prove, submission }: Props) {
  const t = useTranslations("api");
  const labels = { url: t("webhooks.url"), events: t("webhooks.events") };
  const answered = ({ secret }: Issued) => <IssuedSecret secret={secret} explain={t("webhooks.secret_explain")} href="/admin/webhooks" />;
  return (
    <SecretForm action={action} labels={labels} submission={submission} submitLabel={t("webhooks.submit")} testId="webhook-form" answered={answered}>
      <TextField name="url" label={labels.url} hint={t("webhooks.url_hint")} required />
      <CheckboxGroupField name="events" label={labels.events} hint={t("webhooks.events_hint")} options={webhookEvents.map((value) => ({ value, label: t(`event.${value}`) }))} required />
      <ProveAgain needed={prove} />
    </SecretForm>
  );
}
