import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChainNote } from "@/components/audit/chain-note";
import { AuditFilters } from "@/components/audit/filters";
import { History } from "@/components/audit/history";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { listAudit } from "@/lib/services/audit";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

type Query = { person?: string | string[]; action?: string | string[]; before?: string | string[] };
type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/audit");
  const query = await searchParams;
  const [person, action, below] = [param(query.person), param(query.action), param(query.before)];
  const before = below && /^\d{1,15}$/.test(below) ? Number(below) : undefined;
  const { lines, names, older, head, people } = await orNotFound(
    listAudit(actor, { ...(person ? { actorId: person } : {}), ...(action ? { action } : {}), ...(before === undefined ? {} : { before }) }),
  );
  const t = await getTranslations("audit");
  const address = (seq?: number) => `/audit?${new URLSearchParams({ ...(person ? { person } : {}), ...(action ? { action } : {}), ...(seq === undefined ? {} : { before: String(seq) }) })}`;
  return (
    <>
      <PageHeader title={t("title")}>
        <p className="text-muted">{t("intro")}</p>
      </PageHeader>
      <ChainNote head={head} />
      <AuditFilters people={people} person={person} action={action} />
      <Card>
        <History lines={lines} names={names} showCase />
      </Card>
      <nav aria-label={t("pages")} className="flex flex-wrap gap-3 print:hidden">
        {before !== undefined && (
          <LinkButton href={address()} prefetch={false} data-testid="audit-newest">
            {t("newest")}
          </LinkButton>
        )}
        {older !== null && (
          <LinkButton href={address(older)} prefetch={false} rel="next" data-testid="audit-older">
            {t("older")}
          </LinkButton>
        )}
      </nav>
    </>
  );
}
