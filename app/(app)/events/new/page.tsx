import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EventForm } from "@/components/events/event-form";
import { ParticipantSearch } from "@/components/events/participant-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { eventPrefill } from "@/lib/model/claim-prefill";
import { can } from "@/lib/model/permissions";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { findHome } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { param } from "@/lib/web/pages";
import { recordEventAction } from "../actions";
import { eventFormPage } from "../event-form-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("new") };
}

export default async function NewEventPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/events/new");
  if (!can(actor, "event.write")) notFound();
  const query = await searchParams;
  const { q } = readCaseQuery(query);
  const claim = await findClaimPrefill(actor, param(query["claim"]), await currentLocale());
  const home = await findHome();
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/events", label: t("title") }]} />
      <ParticipantSearch query={q} />
      <FormWords namespaces={["vocab", "events"]}>
        <EventForm action={recordEventAction} {...await eventFormPage(actor, undefined, q)} values={{ ...(home ? { "sites.0.placeId": home.place.id } : {}), ...(claim ? eventPrefill(claim) : {}) }} claim={claim?.id} />
      </FormWords>
    </>
  );
}
