import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { MailTable } from "@/components/notices/mail-table";
import { Alert } from "@/components/ui/alert";
import { getMailQueue } from "@/lib/services/mail-admin";
import { findHome } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { retryMailAction } from "./actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("queue.title") };
}

export default async function MailPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/admin/mail");
  const { host, mails, sent } = await orNotFound(getMailQueue(actor));
  const t = await getTranslations("notices.queue");
  const admin = await getTranslations("admin");
  return (
    <FormWords>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/admin", label: admin("title") }]}>
        <p className="max-w-prose text-muted">{t("explain")}</p>
      </PageHeader>
      {param((await searchParams).saved) === "retried" && (
        <Alert tone="released" role="status" data-testid="saved-retried">
          {t("saved")}
        </Alert>
      )}
      <p data-testid="mail-state">{host === null ? t("off", { first: "SMTP_URL", second: "MAIL_FROM" }) : t("on", { host })}</p>
      {mails.length > 0 ? <MailTable mails={mails} zone={(await findHome())?.place.zone ?? "UTC"} action={retryMailAction} submission={newSubmission()} /> : <p>{t("empty")}</p>}
      <p className="text-muted">{t("sent", { count: sent })}</p>
    </FormWords>
  );
}
