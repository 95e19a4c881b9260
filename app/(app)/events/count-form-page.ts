import { getTranslations } from "next-intl/server";
import { figureText } from "@/components/events/count-facts";
import { placeOptions } from "@/lib/wording/event-words";
import { formatCount } from "@/lib/i18n/formats";
import type { Actor } from "@/lib/model/permissions";
import { institutionKinds } from "@/lib/model/vocabularies";
import { getSourceChoices } from "@/lib/services/case-choices";
import { getCountChoices } from "@/lib/services/counts";
import { suggestInstitutions } from "@/lib/services/institutions";
import { inputContext } from "@/lib/services/organisation";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";

/** What the form of a count offers: places of the event, other counts, sources, bodies to suggest. */
export async function countFormPage(actor: Actor, eventId: string, ownId?: string) {
  const { title, places, others, source } = await orNotFound(getCountChoices(actor, eventId, ownId));
  const [t, kinds, locale] = [await getTranslations("events"), await getTranslations("vocab.institution_kinds"), await currentLocale()];
  const known = await suggestInstitutions(actor);
  const offered = await getSourceChoices(actor);
  const sources = source && !offered.some(({ id }) => id === source.id) ? [source, ...offered] : offered;
  const form = {
    submission: newSubmission(),
    ...(await inputContext()),
    eventId,
    places: placeOptions(places, locale),
    others: others.map((count) => ({ value: count.id, label: `${count.attributedTo}: ${figureText(count, t, (value) => formatCount(value, locale))}` })),
    sources: sources.map(({ id, title: label }) => ({ value: id, label })),
    institutions: institutionKinds.flatMap((kind) => known[kind].map((value) => ({ value, note: kinds(kind) }))),
  };
  return { title, form };
}
