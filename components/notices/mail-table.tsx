import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/use-form-action";
import { PressButton } from "@/components/forms/press-button";
import { DataTable } from "@/components/ui/data-table";
import { StatusPill } from "@/components/ui/status-pill";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { MailState } from "@/lib/model/vocabularies";

type Mail = { id: string; name: string; kind: string; state: MailState; attempts: number; nextAt: number; problem: string };
type Props = { mails: readonly Mail[]; zone: string; action: FormAction; submission: string };

/** Mails that are not sent yet, each with the reason and the way to try again. */
export function MailTable({ mails, zone, action, submission }: Props) {
  const t = useTranslations("notices.queue");
  const states = useTranslations("vocab.mail_states");
  const locale = useLocale() as Locale;
  const reason = (problem: string): string => {
    const [code = "", reply = ""] = problem.split(" ");
    return code === "" ? "" : t(`problem.${code}`, { reply });
  };
  return (
    <DataTable<Mail>
      caption={t("caption")}
      rows={mails}
      rowKey={({ id }) => id}
      rowTestId={({ state }) => `mail-${state}`}
      columns={[
        { key: "who", header: t("column.who"), primary: true, cell: ({ name }) => name },
        { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: "state", header: t("column.state"), cell: ({ state }) => <StatusPill tone={state === "parked" ? "overdue" : "neutral"}>{states(state)}</StatusPill> },
        { key: "tries", header: t("column.tries"), cell: ({ attempts }) => attempts },
        { key: "problem", header: t("column.problem"), words: true, cell: ({ problem }) => reason(problem) },
        {
          key: "next",
          header: t("column.next"),
          cell: ({ id, name, state, nextAt }) => (
            <div className="flex flex-wrap items-center gap-2">
              {state === "waiting" && formatInstant(nextAt, zone, locale, { compact: true })}
              {state !== "sending" && <PressButton action={action} hidden={{ mailId: id }} submission={submission} label={t("retry")} about={name} failed={t("retry_failed")} href="/admin/mail" testId="retry-mail" />}
            </div>
          ),
        },
      ]}
    />
  );
}
