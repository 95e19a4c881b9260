import type { Locale } from "@/lib/i18n/locales";

type Named = { nameKk: string; nameRu: string; nameEn: string };

/** The name of a place in the reader's language. */
export const placeName = (place: Named, locale: Locale): string => ({ kk: place.nameKk, ru: place.nameRu, en: place.nameEn })[locale];
