"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ProveAgain } from "@/components/access/prove-again";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { useHydrated } from "@/components/forms/use-hydrated";
import { LinkButton } from "@/components/ui/button";
import { reportIssueInput, reportWithdrawalInput } from "@/lib/model/report-input";
import { anyTextUnsaved } from "./unsaved-texts";

/** The draft as it would leave, without a place to type in. */
const lookHref = (reportId: string): string => `/reports/${reportId}?issue=look`;

type Props = { action: FormAction; reportId: string; version: number; submission: string; today: string };

type IssueProps = Props & {
  seen: string;
  needsReason: boolean;
  needsProof: boolean;
  /** Whether texts may stand typed beside this form that it would leave out: then it waits for JavaScript, which knows of them, or for the page that shows what will leave. */
  besideTexts: boolean;
};

/** Gives a draft its number, once no text in it waits to be saved; asks why, and for the password, where it tells more than everybody may know. */
export function IssueForm({ action, reportId, version, submission, today, seen, needsReason, needsProof, besideTexts }: IssueProps) {
  const t = useTranslations("reports");
  const hydrated = useHydrated();
  const schema = useMemo(() => reportIssueInput({ today }).refine(() => !anyTextUnsaved(reportId), { message: "unsaved_text" }), [reportId, today]);
  if (besideTexts && !hydrated)
    return (
      <p>
        <LinkButton href={lookHref(reportId)} variant="primary" data-testid="action-look">
          {t("issue.look")}
        </LinkButton>
      </p>
    );
  return (
    <FormShell
      action={action}
      schema={schema}
      version={version}
      submission={submission}
      hidden={{ reportId, seen }}
      labels={{ reason: t("field.reason"), seen: t("issue.title") }}
      submitLabel={t("issue.submit")}
      testId="issue-form"
    >
      {needsReason && <TextareaField name="reason" label={t("field.reason")} hint={t("issue.reason_hint")} rows={2} required />}
      <ProveAgain needed={needsProof} />
    </FormShell>
  );
}

export function DiscardForm({ action, reportId, version, submission }: Omit<Props, "today">) {
  const t = useTranslations("reports.discard");
  return (
    <DangerDetails title={t("title")} explain={t("explain")} testId="discard">
      <FormShell action={action} version={version} submission={submission} hidden={{ reportId }} submitLabel={t("submit")} tone="danger" testId="discard-form">
        {null}
      </FormShell>
    </DangerDetails>
  );
}

export function WithdrawForm({ action, reportId, version, submission, today }: Props) {
  const t = useTranslations("reports");
  return (
    <DangerDetails title={t("withdraw.title")} explain={t("withdraw.explain")} testId="withdraw">
      <FormShell action={action} schema={reportWithdrawalInput({ today })} version={version} submission={submission} hidden={{ reportId }} labels={{ reason: t("field.reason") }} submitLabel={t("withdraw.submit")} tone="danger" testId="withdraw-form">
        <TextareaField name="reason" label={t("field.reason")} rows={2} required />
      </FormShell>
    </DangerDetails>
  );
}

/** Takes a saved filter off the list. */
export function RemoveFilterForm({ action, filterId, version, submission }: { action: FormAction; filterId: string; version: number; submission: string }) {
  const t = useTranslations("reports.filters");
  return (
    <FormShell action={action} version={version} submission={submission} hidden={{ filterId }} submitLabel={t("remove")} tone="danger" testId={`remove-${filterId}`}>
      {null}
    </FormShell>
  );
}
