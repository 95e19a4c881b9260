import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { getRecipientList } from "@/lib/services/recipients";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("recipients.title") };
}

export default async function RecipientsPage() {
  const { actor } = await requireSignedIn("/exports/recipients");
  const recipients = await orNotFound(getRecipientList(actor));
  const [t, vocab] = [await getTranslations("exports"), await getTranslations("vocab.consent_audiences")];
  const create = (
    <LinkButton href="/exports/recipients/new" variant="primary" data-testid="action-new-recipient">
      {t("recipients.new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("recipients.title")} breadcrumbs={[{ href: "/exports", label: t("title") }]} actions={create}>
        <p className="max-w-prose text-muted">{t("recipients.intro")}</p>
      </PageHeader>
      {recipients.length > 0 ? (
        <DataTable
          caption={t("recipients.title")}
          rows={recipients}
          rowKey={({ id }) => id}
          rowTestId={({ id }) => `recipient-row-${id}`}
          data-testid="recipient-table"
          columns={[
            {
              key: "name",
              header: t("field.name"),
              primary: true,
              cell: ({ id, name, closed }) => (
                <>
                  <Link href={`/exports/recipients/${id}`} prefetch={false} className="link">
                    <bdi>{name}</bdi>
                  </Link>
                  {closed && <span className="text-sm text-muted"> ({t("recipients.closed")})</span>}
                </>
              ),
            },
            { key: "audience", header: t("field.audience"), words: true, cell: ({ audience }) => vocab(audience) },
            { key: "profile", header: t("field.profile"), words: true, cell: ({ profile }) => t(`value.profile.${profile}`) },
          ]}
        />
      ) : (
        <EmptyState title={t("recipients.empty.title")} data-testid="empty">
          {t("recipients.empty.hint")}
        </EmptyState>
      )}
    </>
  );
}
