import type { Locale } from "./locales";

/** How "the time of a place" is said; `{}` is the place, `{utc}` the offset. */
export const zonePattern: Record<Locale, string> = {
  en: "{} time ({utc})",
  ru: "время: {} ({utc})",
  kk: "{} уақыты ({utc})",
};

/** Zone names whose spelling differs from the usual English name. */
export const englishPlaces: Record<string, string> = { Aqtau: "Aktau", Aqtobe: "Aktobe", Qostanay: "Kostanay", Qyzylorda: "Kyzylorda", Oral: "Uralsk" };

/** Places of Central Asian and neighbouring zones in Russian and Kazakh; other zones keep their Latin name. */
export const localPlaces: Record<string, { ru: string; kk: string }> = {
  Almaty: { ru: "Алматы", kk: "Алматы" },
  Aqtau: { ru: "Актау", kk: "Ақтау" },
  Aqtobe: { ru: "Актобе", kk: "Ақтөбе" },
  Atyrau: { ru: "Атырау", kk: "Атырау" },
  Oral: { ru: "Уральск", kk: "Орал" },
  Qostanay: { ru: "Костанай", kk: "Қостанай" },
  Qyzylorda: { ru: "Кызылорда", kk: "Қызылорда" },
  Bishkek: { ru: "Бишкек", kk: "Бішкек" },
  Tashkent: { ru: "Ташкент", kk: "Ташкент" },
  Samarkand: { ru: "Самарканд", kk: "Самарқанд" },
  Dushanbe: { ru: "Душанбе", kk: "Душанбе" },
  Ashgabat: { ru: "Ашхабад", kk: "Ашхабад" },
  Moscow: { ru: "Москва", kk: "Мәскеу" },
  Minsk: { ru: "Минск", kk: "Минск" },
  Omsk: { ru: "Омск", kk: "Омбы" },
  Berlin: { ru: "Берлин", kk: "Берлин" },
  London: { ru: "Лондон", kk: "Лондон" },
};
