import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { ParticipantSearch } from "@/components/events/participant-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { getEditableEvent } from "@/lib/services/events";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";
import { updateEventAction } from "../../actions";
import { eventFormPage } from "../../event-form-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("edit") };
}

export default async function EditEventPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/events/${id}/edit`);
  const event = await orNotFound(getEditableEvent(actor, id));
  const { q } = readCaseQuery(await searchParams);
  const form = await eventFormPage(actor, id, q);
  // A source that is told already is offered even where newer ones have pushed it from the list.
  const told = event.sources.filter((source) => !form.sources.some(({ value }) => value === source.id)).map((source) => ({ value: source.id, label: source.title }));
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: "/events", label: t("title") }, { href: `/events/${id}`, label: event.title }]} />
      <ParticipantSearch query={q} />
      <FormWords namespaces={["vocab", "events"]}>
        <EventForm action={updateEventAction} {...form} sources={[...told, ...form.sources]} record={event} values={{ ...event.values, participantIds: event.participantIds }} />
      </FormWords>
    </>
  );
}
