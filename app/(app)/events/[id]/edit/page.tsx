import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { placeOptions } from "@/components/events/event-words";
import { ParticipantSearch } from "@/components/events/participant-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { getEditableEvent, getParticipantChoices } from "@/lib/services/events";
import { getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateEventAction } from "../../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawQuery> };

export default async function EditEventPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/events/${id}/edit`);
  const event = await orNotFound(getEditableEvent(actor, id));
  const { q } = readCaseQuery(await searchParams);
  const people = await getParticipantChoices(actor, id, q);
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: "/events", label: t("title") }, { href: `/events/${id}`, label: event.title }]} />
      <ParticipantSearch query={q} />
      <FormWords namespaces={["vocab", "events"]}>
        <EventForm
          action={updateEventAction}
          submission={newSubmission()}
          {...await inputContext()}
          record={event}
          values={{ ...event.values, placeIds: event.placeIds, participantIds: event.participantIds }}
          places={placeOptions(await getPlaces(), await currentLocale())}
          people={people.map(({ id: personId, displayName }) => ({ value: personId, label: displayName || t("unnamed") }))}
        />
      </FormWords>
    </>
  );
}
