import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

export type ShownSite = { placeId: string; spot: string; nameKk: string; nameRu: string; nameEn: string };

const placeName = (place: { nameKk: string; nameRu: string; nameEn: string }, locale: Locale): string => ({ kk: place.nameKk, ru: place.nameRu, en: place.nameEn })[locale];

/** "Almaty, Republic Square · Shymkent". */
export const sitesText = (sites: readonly ShownSite[], locale: Locale): string => sites.map((site) => [placeName(site, locale), site.spot].filter(Boolean).join(", ")).join(" · ");

/** From when to when, as far as known: one date when both are the same or one is missing. */
export function periodText(start: string | null, end: string | null, locale: Locale): string {
  const words = (date: string | null) => formatUncertain(date, locale);
  if (end === null || end === start) return words(start);
  return start === null ? `… – ${words(end)}` : `${words(start)} – ${words(end)}`;
}

export const placeOptions = (places: readonly { id: string; nameKk: string; nameRu: string; nameEn: string }[], locale: Locale) =>
  places.map((place) => ({ value: place.id, label: placeName(place, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale));
