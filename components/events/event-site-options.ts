import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { eventChoice } from "@/lib/model/case-event";
import { siteText, type ShownSite } from "@/lib/wording/event-words";

type Choice = { id: string; title: string; start: string | null; sites: readonly ShownSite[] };

/** Events to choose from with their beginning; below one that has several sites, or one that is chosen, each site as a choice of its own. */
export const eventSiteOptions = (events: readonly Choice[], chosen: readonly string[], locale: Locale): { id: string; name: string }[] =>
  events.flatMap(({ id, title, start, sites }) => {
    const name = start === null ? title : `${title}, ${formatUncertain(start, locale)}`;
    const each = sites.map((site) => ({ id: eventChoice({ eventId: id, siteId: site.id }), name: `${name} · ${siteText(site, locale)}` }));
    return [{ id, name }, ...each.filter((choice) => sites.length > 1 || chosen.includes(choice.id))];
  });
