import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import type { Actor } from "@/lib/model/permissions";
import { getSourceChoices } from "@/lib/services/case-choices";
import { getParticipantChoices } from "@/lib/services/events";
import { suggestInstitutions } from "@/lib/services/institutions";
import { getPlaces, inputContext } from "@/lib/services/organisation";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission } from "@/lib/web/pages";

/** What the form of an event offers: cities, people, sources, and bodies to suggest. */
export async function eventFormPage(actor: Actor, eventId: string | undefined, q: string | undefined) {
  const t = await getTranslations("events");
  const { movement, ngo, media, agency, police, facility } = await suggestInstitutions(actor);
  const people = await getParticipantChoices(actor, eventId, q);
  return {
    submission: newSubmission(),
    ...(await inputContext()),
    places: placeOptions(await getPlaces(), await currentLocale()),
    people: people.map(({ id, displayName }) => ({ value: id, label: displayName || t("unnamed") })),
    sources: (await getSourceChoices(actor)).map(({ id, title }) => ({ value: id, label: title })),
    bodies: { organisers: [...movement, ...ngo, ...media, ...agency], takers: [...police, ...agency], stations: [...police, ...facility] },
  };
}
