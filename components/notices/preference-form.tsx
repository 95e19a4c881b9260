"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FieldGroup } from "@/components/access/field-group";
import { FormShell } from "@/components/forms/form-shell";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { noticePreferenceInput, type NoticePreferences } from "@/lib/model/notice";
import { noticeKinds, noticeWays, whoseCases } from "@/lib/model/vocabularies";

type Props = { action: FormAction; preferences: NoticePreferences; version: number; zone: string; submission: string; today: string };

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }));

/** What is told and how, and where mail goes. */
export function PreferenceForm({ action, preferences, version, zone, submission, today }: Props) {
  const t = useTranslations("notices");
  const vocab = useTranslations("vocab");
  const schema = useMemo(() => noticePreferenceInput({ today }), [today]);
  const { ways, email, whose, digestHour, quietFrom, quietTo } = preferences;
  const text = (hour: number | null) => (hour === null ? "" : String(hour));
  const kinds = Object.fromEntries(noticeKinds.map((kind) => [kind, vocab(`notice_kinds.${kind}`)]));
  const labels = { ...kinds, email: t("field.email"), whose: t("field.whose"), digestHour: t("field.digestHour"), quietFrom: t("field.quietFrom"), quietTo: t("field.quietTo") };
  return (
    <FormShell
      action={action}
      schema={schema}
      defaults={{ ...ways, email, whose, digestHour: text(digestHour), quietFrom: text(quietFrom), quietTo: text(quietTo) }}
      submission={submission}
      version={version}
      labels={labels}
      submitLabel={t("prefer.save")}
      testId="preference-form"
    >
      <FieldGroup title={t("prefer.ways")}>
        <RadioGroupField name="whose" label={t("prefer.whose")} options={whoseCases.map((value) => ({ value, label: t(`prefer.${value}`) }))} />
        <div className="grid gap-4 sm:grid-cols-2">
          {noticeKinds.map((kind) => (
            <SelectField key={kind} name={kind} label={vocab(`notice_kinds.${kind}`)} options={noticeWays.map((value) => ({ value, label: vocab(`notice_ways.${value}`) }))} empty={null} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup title={t("prefer.mail")}>
        <TextField name="email" type="email" label={t("prefer.email")} hint={t("prefer.email_hint")} autoComplete="email" />
        <p className="text-sm text-muted">{t("prefer.hours_hint", { zone })}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField name="digestHour" label={t("prefer.digest_hour")} options={hours} empty={null} />
          <SelectField name="quietFrom" label={t("prefer.quiet_from")} options={hours} empty={t("prefer.no_quiet")} />
          <SelectField name="quietTo" label={t("prefer.quiet_to")} options={hours} empty={t("prefer.no_quiet")} />
        </div>
      </FieldGroup>
    </FormShell>
  );
}
