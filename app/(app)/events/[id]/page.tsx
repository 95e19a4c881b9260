import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AllegationCard } from "@/components/allegations/allegation-card";
import { ClaimList } from "@/components/claims/claim-list";
import { CountLedger } from "@/components/events/count-ledger";
import { EventFacts, EventParticipants } from "@/components/events/event-facts";
import { TakenList } from "@/components/events/taken-list";
import { TakeOut } from "@/components/exports/take-out";
import { EvidenceFiles } from "@/components/files/evidence-files";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { ReportLinks } from "@/components/reports/report-links";
import { Section } from "@/components/ui/section";
import { caseQueryString } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { getEventPage } from "@/lib/services/event-page";
import { getFilesOf } from "@/lib/services/files";
import { kindsAbout } from "@/lib/services/reports/registry";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";
import { claimActions } from "../../sources/claim-actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("one") };
}

export default async function EventPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/events/${id}`);
  const page = await orNotFound(getEventPage(actor, id));
  const { event, participants, cases, caseCount, moreCases, allegations, claims, ledger, own, zone, mayWrite, mayAllege, mayExport } = page;
  const files = await orNotFound(getFilesOf(actor, { type: "event", id }));
  const t = await getTranslations("events");
  const button = (href: string, label: string, testId: string, allowed = mayWrite) =>
    allowed && (
      <LinkButton href={href} prefetch={false} data-testid={testId}>
        {label}
      </LinkButton>
    );
  const countActions = (
    <>
      {mayExport && ledger.length > 0 && <TakeOut what="counts" filter={caseQueryString({ eventId: id })} testId="action-export-counts" />}
      {button(`/events/${id}/counts/new`, t("count.new"), "action-new-count")}
    </>
  );
  return (
    <>
      <PageHeader
        title={event.title}
        breadcrumbs={[{ href: "/events", label: t("title") }]}
        actions={
          <>
            {button(`/reports/new?kind=event_report&id=${id}`, (await getTranslations("tables"))("link.event"), "action-report", can(actor, "report.make"))}
            {button(`/events/${id}/edit`, t("edit"), "action-edit")}
          </>
        }
      />
      <Section id="facts" title={t("facts")}>
        <EventFacts {...page} viewerZone={zone} />
      </Section>
      {claims.claims.length > 0 && (
        <Section id="claims" title={t("claims")}>
          <ClaimList facts={claims} editable={mayWrite} actions={mayWrite ? claimActions() : undefined} />
        </Section>
      )}
      <Section id="cases" title={t("taken")} actions={button(`/events/${id}/cases`, t("link_cases"), "action-link-cases")}>
        <p className="text-muted">{caseCount ? t("cases_count", { count: caseCount }) : t("no_cases")}</p>
        {cases.length > 0 && <TakenList {...page} />}
        {moreCases && (
          <Link href={`/cases${caseQueryString({ view: "all", eventId: id })}`} prefetch={false} className="link inline-block min-h-6">
            {t("all_cases")}
          </Link>
        )}
      </Section>
      <Section id="counts" title={t("count.title")} actions={countActions}>
        <CountLedger eventId={id} ledger={ledger} own={own} mayWrite={mayWrite} />
      </Section>
      <Section id="allegations" title={t("alleged")} actions={button(`/allegations/new?event=${id}`, t("new_allegation"), "action-new-allegation", mayAllege)}>
        {allegations.length ? allegations.map((facts) => <AllegationCard key={facts.allegation.id} facts={facts} />) : <p className="text-muted">{t("no_allegations")}</p>}
      </Section>
      <Section id="participants" title={t("field.participantIds")}>
        {participants.length ? <EventParticipants people={participants} unnamed={t("unnamed")} /> : <p className="text-muted">{t("no_participants")}</p>}
      </Section>
      <EvidenceFiles subject={{ type: "event", id }} files={files} />
      <ReportLinks kinds={kindsAbout(actor, "event", event.teamId)} id={id} />
    </>
  );
}
