import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CustodyBand } from "@/components/custody/custody-band";
import { PageHeader } from "@/components/layout/page-header";
import { KindLinks } from "@/components/timeline/kind-links";
import { TimelineList } from "@/components/timeline/timeline-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PrintButton } from "@/components/ui/print-button";
import type { Locale } from "@/lib/i18n/locales";
import { kindsOf } from "@/lib/model/timeline";
import { timelineKinds } from "@/lib/model/vocabularies";
import { getCasePage } from "@/lib/services/case-page";
import { getCaseTimeline } from "@/lib/services/timeline";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { drawn } from "../frame";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timeline"))("title") };
}

export default async function CaseTimelinePage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = param((await searchParams)["kind"]);
  const kind = timelineKinds.find((each) => each === asked);
  const { actor } = await requireSignedIn(`/cases/${id}/timeline${kind ? `?kind=${kind}` : ""}`);
  const timeline = await orNotFound(getCaseTimeline(actor, id));
  const page = await orNotFound(getCasePage(actor, id));
  const t = await getTranslations("timeline");
  const { frame, facts } = drawn(page, actor, await getTranslations("dashboard"), (await getLocale()) as Locale);
  const entries = timeline.entries.filter(({ told }) => kind === undefined || told.kind === kind);
  return (
    <>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/cases", label: t("cases") }, { href: `/cases/${id}`, label: timeline.case.reference }]} actions={<PrintButton label={t("print")} />}>
        <p className="tabular-nums" data-testid="case-reference">
          {timeline.case.reference}
        </p>
        <p className="text-muted">{t("lead")}</p>
      </PageHeader>
      <CustodyBand frame={frame} moments={facts.moments} orders={facts.orders} stated={facts.stated} />
      <KindLinks caseId={id} counts={kindsOf(timeline.entries)} current={kind} />
      {entries.length === 0 ? <EmptyState title={t("empty")} data-testid="empty" /> : <TimelineList caseId={id} entries={entries} homeZone={timeline.homeZone} />}
      {timeline.left > 0 && kind === undefined && (
        <p className="text-sm" data-testid="quotes-left">
          {t("left", { count: timeline.left })}{" "}
          <Link href={`/cases/${id}#sources`} prefetch={false} className="link">
            {t("left_open")}
          </Link>
        </p>
      )}
    </>
  );
}
