import { placeName } from "./place-name";
import { type DateStyle, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { institutionName, type NamedInstitution } from "@/lib/model/institution-name";

type Names = { nameKk: string; nameRu: string; nameEn: string };
export type ShownPlace = Names & { placeId: string };
export type ShownSite = ShownPlace & { id: string; spot: string };

/** An institution as an event shows it: its names, and how the law stands to it. */
export type ShownBody = NamedInstitution & { kind: string; status: string; statusFrom: string | null; legalStatus: string };

/** "Almaty, Republic Square". */
export const siteText = (site: ShownPlace & { spot: string }, locale: Locale): string => [placeName(site, locale), site.spot].filter(Boolean).join(", ");

/** "Almaty, Republic Square · Shymkent". */
export const sitesText = (sites: readonly ShownSite[], locale: Locale): string => sites.map((site) => siteText(site, locale)).join(" · ");

/** From when to when, as far as known: one date when both are the same or one is missing. */
export function periodText(start: string | null, end: string | null, locale: Locale, style: DateStyle = {}): string {
  const words = (date: string | null) => formatUncertain(date, locale, style);
  if (end === null || end === start) return words(start);
  return start === null ? `… – ${words(end)}` : `${words(start)} – ${words(end)}`;
}

export const placeOptions = (places: readonly (Names & { id: string })[], locale: Locale) =>
  places.map((place) => ({ value: place.id, label: placeName(place, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale));

export const bodyOptions = (bodies: readonly NamedInstitution[], locale: Locale) =>
  bodies.map((body) => ({ value: body.id, label: institutionName(body, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale));
