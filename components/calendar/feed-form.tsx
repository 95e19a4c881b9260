"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { ProveAgain } from "@/components/access/prove-again";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import { FormFooter } from "@/components/forms/form-footer";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { TextField } from "@/components/forms/text-field";
import { SUBMISSION } from "@/lib/model/form-input";
import { idle } from "@/lib/model/form-state";
import type { FormState } from "@/lib/model/form-state";
import { calendarKinds, whoseCases } from "@/lib/model/vocabularies";
import { FeedAddress } from "./feed-address";

type State = FormState | { status: "answered"; answer: { token: string } };
type Props = { action: (state: State, data: FormData) => Promise<State>; address: string; needsPassword: boolean; submission: string };

/** Makes an address for calendar programs. It takes the place of the form: it stands in no address of ours and is not shown a second time. */
export function FeedForm({ action, address, needsPassword, submission }: Props) {
  const t = useTranslations("calendar.feeds");
  const kinds = useTranslations("vocab.calendar_kinds");
  const formId = useId();
  const [state, dispatch, pending] = useActionState(action, idle);
  if (state.status === "answered") return <FeedAddress address={`${address}/api/calendar/${state.answer.token}.ics`} />;

  const failed = state.status === "failed" ? state : undefined;
  const labels = { name: t("field.name"), kinds: t("field.kinds"), whose: t("field.whose") };
  const facts = { formId, round: failed?.nonce ?? "", problems: failed?.problems ?? {}, values: failed?.values ?? {}, answered: failed !== undefined };
  return (
    <FormContext value={facts}>
      <form action={dispatch} noValidate className="grid max-w-2xl gap-5" data-testid="feed-form">
        <input type="hidden" name={SUBMISSION} value={failed?.values[SUBMISSION]?.[0] ?? submission} />
        <ErrorSummary problems={facts.problems} form={failed?.form} labels={labels} turn={facts.round} />
        <CheckboxGroupField name="kinds" label={labels.kinds} options={calendarKinds.map((value) => ({ value, label: kinds(value) }))} defaultValue={[...calendarKinds]} required />
        <RadioGroupField name="whose" label={labels.whose} options={whoseCases.map((value) => ({ value, label: t(`whose.${value}`) }))} defaultValue="mine" />
        <TextField name="name" label={labels.name} hint={t("field.name_hint")} />
        <ProveAgain needed={needsPassword} />
        <FormFooter submitLabel={t("submit")} cancelHref="/calendar" extra={null} tone={undefined} pending={pending} />
      </form>
    </FormContext>
  );
}
