import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/wording/place-name";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatCountry, formatDegrees } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Named = { id: string; nameKk: string; nameRu: string; nameEn: string };
type Props = {
  place: Named & { kind: string; code: string; country: string; zone: string; latitude: number | null; longitude: number | null };
  otherNames: readonly string[];
  parent: Named | null;
};

/** What a place is, what it is and was called, where it lies, how time is told there; coordinates as numbers. */
export function PlaceFacts({ place, otherNames, parent }: Props) {
  const t = useTranslations("places");
  const vocab = useTranslations("vocab.place_kinds");
  const locale = useLocale() as Locale;
  const { latitude, longitude } = place;
  const optional = (key: string, value: Fact["value"]): Fact[] => (value ? [{ key, label: t(`field.${key}`), value, testId: `place-${key}` }] : []);
  const shown = placeName(place, locale);
  const inLanguage = (key: "nameKk" | "nameRu" | "nameEn", lang: Locale) => (place[key] === shown ? [] : optional(key, <span lang={lang}>{place[key]}</span>));
  return (
    <DescriptionList
      facts={[
        { key: "kind", label: t("field.kind"), value: vocab(place.kind) },
        ...inLanguage("nameKk", "kk"),
        ...inLanguage("nameRu", "ru"),
        ...inLanguage("nameEn", "en"),
        ...optional("otherNames", otherNames.join("; ")),
        ...optional(
          "parentId",
          parent && (
            <Link href={`/places/${parent.id}`} prefetch={false} className="link">
              {placeName(parent, locale)}
            </Link>
          ),
        ),
        ...optional("country", formatCountry(place.country, locale)),
        ...optional("zone", place.zone),
        ...optional("code", place.code),
        ...optional(
          "coordinates",
          latitude !== null && longitude !== null && t("coordinates", { lat: formatDegrees(latitude, locale), ns: latitude < 0 ? "s" : "n", lon: formatDegrees(longitude, locale), ew: longitude < 0 ? "w" : "e" }),
        ),
      ]}
    />
  );
}
