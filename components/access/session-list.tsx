import { useLocale, useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Session = { idHash: string; device: string; createdAt: number; lastSeenAt: number; current: boolean };
type Props = { action: FormAction; sessions: readonly Session[]; zone: string };

/** One's own sessions, each with a way to end it; times are the organisation's. */
export function SessionList({ action, sessions, zone }: Props) {
  const t = useTranslations("access.account");
  const locale = useLocale() as Locale;
  const time = (at: number) => formatInstant(at, zone, locale, { compact: true });
  return (
    <>
      <DataTable<Session>
        caption={t("sessions")}
        rows={sessions}
        rowKey={(session) => session.idHash}
        rowTestId={(session) => (session.current ? "session-current" : "session-other")}
        columns={[
          {
            key: "device",
            header: t("session.device"),
            primary: true,
            cell: ({ device, current }) => (
              <>
                {device} {current && <Badge>{t("current")}</Badge>}
              </>
            ),
          },
          { key: "started", header: t("session.started"), cell: ({ createdAt }) => time(createdAt) },
          { key: "seen", header: t("session.seen"), cell: ({ lastSeenAt }) => time(lastSeenAt) },
          {
            key: "end",
            header: t("session.end"),
            cell: ({ idHash, current }) => !current && <EndSession action={action} session={idHash} label={t("end_one")} testId="end-session" />,
          },
        ]}
      />
      {sessions.length > 1 && <EndSession action={action} session="others" label={t("end_others")} testId="end-other-sessions" />}
    </>
  );
}

function EndSession({ action, session, label, testId }: { action: FormAction; session: string; label: string; testId: string }) {
  return (
    <FormShell action={action} hidden={{ session }} submitLabel={label} tone="danger" testId={testId}>
      {null}
    </FormShell>
  );
}
