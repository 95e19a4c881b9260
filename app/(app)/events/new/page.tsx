import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EventForm } from "@/components/events/event-form";
import { placeOptions } from "@/components/events/event-words";
import { ParticipantSearch } from "@/components/events/participant-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { eventPrefill } from "@/lib/model/claim-prefill";
import { can } from "@/lib/model/permissions";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { getParticipantChoices } from "@/lib/services/events";
import { findHome, getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, param } from "@/lib/web/pages";
import { recordEventAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("new") };
}

export default async function NewEventPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/events/new");
  if (!can(actor, "event.write")) notFound();
  const query = await searchParams;
  const { q } = readCaseQuery(query);
  const claim = await findClaimPrefill(actor, param(query["claim"]), await currentLocale());
  const people = await getParticipantChoices(actor, undefined, q);
  const home = await findHome();
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/events", label: t("title") }]} />
      <ParticipantSearch query={q} />
      <FormWords namespaces={["vocab", "events"]}>
        <EventForm
          action={recordEventAction}
          submission={newSubmission()}
          {...await inputContext()}
          values={{ placeIds: home ? [home.place.id] : [], ...(claim ? eventPrefill(claim) : {}) }}
          claim={claim?.id}
          places={placeOptions(await getPlaces(), await currentLocale())}
          people={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      </FormWords>
    </>
  );
}
