import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { History } from "@/components/audit/history";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { getCaseHistory } from "@/lib/services/audit";
import { getCaseReference } from "@/lib/services/case-page";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("history_title") };
}

export default async function CaseHistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/history`);
  const before = Number(param((await searchParams)["before"]));
  const history = await orNotFound(getCaseHistory(actor, id, Number.isSafeInteger(before) && before > 0 ? before : undefined));
  const t = await getTranslations("cases");
  const estimates = (
    <LinkButton href={`/cases/${id}/estimates`} prefetch={false} data-testid="action-estimates">
      {(await getTranslations("estimates"))("open_history")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("history_title")} breadcrumbs={[{ href: `/cases/${id}`, label: await getCaseReference(actor, id) }]} actions={estimates} />
      <History lines={history.lines} names={history.names} />
      {history.older !== null && (
        <p>
          <LinkButton href={`/cases/${id}/history?before=${history.older}`} prefetch={false} data-testid="action-older">
            {t("history_older")}
          </LinkButton>
        </p>
      )}
    </>
  );
}
