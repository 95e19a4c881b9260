import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { caseOptions } from "@/components/sources/case-options";
import { formatUncertain } from "@/lib/i18n/formats";
import type { getAllegationChoices } from "@/lib/services/allegation-choices";
import { currentLocale } from "@/lib/web/locale";

/** What the form of an allegation offers, in the words of the reader. */
export async function formChoices({ cases, events, places, sources, agencies, today }: Awaited<ReturnType<typeof getAllegationChoices>>) {
  const locale = await currentLocale();
  const dated = ({ title, start }: { title: string; start: string | null }) => (start === null ? title : `${title} · ${formatUncertain(start, locale, { compact: true })}`);
  return {
    today,
    cases: caseOptions(cases, await getTranslations("dashboard"), locale),
    events: events.map((event) => ({ value: event.id, label: dated(event) })),
    places: placeOptions(places, locale),
    sources,
    agencies,
  };
}
