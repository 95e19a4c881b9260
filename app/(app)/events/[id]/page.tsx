import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CaseLinks } from "@/components/cases/case-links";
import { ClaimList } from "@/components/claims/claim-list";
import { EventFacts, EventParticipants } from "@/components/events/event-facts";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { caseQueryString } from "@/lib/model/case-query";
import { getEventPage } from "@/lib/services/events";
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
  const { event, sites, participants, claims, cases, caseCount, moreCases, now, zone, mayWrite } = await orNotFound(getEventPage(actor, id));
  const t = await getTranslations("events");
  const actions = mayWrite && (
    <LinkButton href={`/events/${id}/edit`} data-testid="action-edit">
      {t("edit")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={event.title} breadcrumbs={[{ href: "/events", label: t("title") }]} actions={actions} />
      <Section id="facts" title={t("facts")}>
        <EventFacts event={event} sites={sites} viewerZone={zone} />
      </Section>
      {claims.claims.length > 0 && (
        <Section id="claims" title={t("claims")}>
          <ClaimList facts={claims} editable={mayWrite} actions={mayWrite ? claimActions() : undefined} />
        </Section>
      )}
      <Section id="participants" title={t("field.participantIds")}>
        {participants.length ? <EventParticipants people={participants} unnamed={t("unnamed")} /> : <p className="text-muted">{t("no_participants")}</p>}
      </Section>
      <Section id="cases" title={t("cases_count", { count: caseCount })}>
        {cases.length ? <CaseLinks items={cases} now={now} viewerZone={zone} /> : <p className="text-muted">{t("no_cases")}</p>}
        {moreCases && (
          <Link href={`/cases${caseQueryString({ view: "all", eventId: id })}`} prefetch={false} className="link inline-block min-h-6">
            {t("all_cases")}
          </Link>
        )}
      </Section>
    </>
  );
}
