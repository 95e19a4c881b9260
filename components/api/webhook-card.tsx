import { useLocale, useTranslations } from "next-intl";
import { ProveAgain } from "@/components/access/prove-again";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { WebhookEvent } from "@/lib/model/api";

type Parked = { id: string; event: WebhookEvent; attempts: number; lastAt: number | null; lastStatus: string };
type Webhook = { id: string; url: string; active: boolean; addedBy: string; createdAt: number; events: WebhookEvent[]; waiting: number; last: { at: number; status: string } | null; parked: Parked[] };
type Props = { webhook: Webhook; setState: FormAction; retry: FormAction; prove: boolean; zone: string };

/** One address: what it is told of, how the calls went, and what can be done with it. */
export function WebhookCard({ webhook: { id, url, active, addedBy, createdAt, events, waiting, last, parked }, setState, retry, prove, zone }: Props) {
  const t = useTranslations("api");
  const locale = useLocale() as Locale;
  const time = (at: number) => formatInstant(at, zone, locale, { compact: true });
  const status = (code: string) => (/^\d+$/.test(code) ? t("webhooks.status.http", { code }) : t(`webhooks.status.${code as "failed"}`));
  const facts = [
    { key: "told", label: t("webhooks.told_of"), value: events.map((event) => t(`event.${event}`)).join("; ") },
    { key: "last", label: t("webhooks.last"), value: last ? `${time(last.at)} · ${status(last.status)}` : t("webhooks.last_none") },
    { key: "waiting", label: t("webhooks.waiting"), value: String(waiting) },
  ];
  const labels = {};
  return (
    <Card className="grid gap-3" data-testid="webhook">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="wrap-anywhere" translate="no">{url}</h3>
        <Badge>{t(active ? "webhooks.active" : "webhooks.paused")}</Badge>
      </div>
      <p className="text-sm text-muted">{t("webhooks.by", { name: addedBy, day: time(createdAt) })}</p>
      <DescriptionList facts={facts} />
      {parked.length > 0 && (
        <DataTable<Parked>
          caption={t("webhooks.parked")}
          rows={parked}
          rowKey={(each) => each.id}
          rowTestId={() => "parked"}
          columns={[
            { key: "event", header: t("webhooks.parked_event"), primary: true, cell: ({ event }) => t(`event.${event}`) },
            { key: "when", header: t("webhooks.parked_when"), cell: ({ lastAt }) => (lastAt === null ? "" : time(lastAt)) },
            { key: "status", header: t("webhooks.parked_status"), cell: ({ lastStatus }) => status(lastStatus) },
            {
              key: "retry",
              header: t("webhooks.retry"),
              cell: (each) => (
                <FormShell action={retry} hidden={{ deliveryId: each.id }} submitLabel={t("webhooks.retry")} testId="retry-delivery">
                  {null}
                </FormShell>
              ),
            },
          ]}
        />
      )}
      <DangerDetails title={t(active ? "webhooks.pause" : "webhooks.resume")} explain={t(active ? "webhooks.pause_explain" : "webhooks.resume_explain")} testId={active ? "pause-webhook" : "resume-webhook"}>
        <FormShell action={setState} hidden={{ webhookId: id, state: active ? "paused" : "active" }} labels={labels} submitLabel={t(active ? "webhooks.pause" : "webhooks.resume")} testId={`${active ? "pause" : "resume"}-form`}>
          <ProveAgain needed={prove} />
        </FormShell>
      </DangerDetails>
      <DangerDetails title={t("webhooks.remove")} explain={t("webhooks.remove_explain")} testId="remove-webhook">
        <FormShell action={setState} hidden={{ webhookId: id, state: "removed" }} labels={labels} submitLabel={t("webhooks.remove")} tone="danger" testId="remove-form">
          <ProveAgain needed={prove} />
        </FormShell>
      </DangerDetails>
    </Card>
  );
}
