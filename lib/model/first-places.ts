/**
 * Places that every new installation starts with: cities where the field's first users work. Code, names, country, IANA zone, degrees of
 * latitude and longitude of the centre, names that they bore before.
 */
export const firstPlaces: readonly { code: string; kk: string; ru: string; en: string; country: string; zone: string; at: readonly [number, number]; once?: readonly string[] }[] = [
  { code: "ALA", kk: "Алматы", ru: "Алматы", en: "Almaty", country: "KZ", zone: "Asia/Almaty", at: [43.24, 76.89], once: ["Алма-Ата"] },
  { code: "AST", kk: "Астана", ru: "Астана", en: "Astana", country: "KZ", zone: "Asia/Almaty", at: [51.17, 71.45], once: ["Нұр-Сұлтан", "Ақмола", "Целиноград"] },
  { code: "SHY", kk: "Шымкент", ru: "Шымкент", en: "Shymkent", country: "KZ", zone: "Asia/Almaty", at: [42.32, 69.59] },
  { code: "AKB", kk: "Ақтөбе", ru: "Актобе", en: "Aktobe", country: "KZ", zone: "Asia/Aqtobe", at: [50.28, 57.17] },
  { code: "AKU", kk: "Ақтау", ru: "Актау", en: "Aktau", country: "KZ", zone: "Asia/Aqtau", at: [43.65, 51.17] },
  { code: "ATY", kk: "Атырау", ru: "Атырау", en: "Atyrau", country: "KZ", zone: "Asia/Atyrau", at: [47.11, 51.91] },
  { code: "KGD", kk: "Қарағанды", ru: "Караганда", en: "Karaganda", country: "KZ", zone: "Asia/Almaty", at: [49.8, 73.1] },
  { code: "KOS", kk: "Қостанай", ru: "Костанай", en: "Kostanay", country: "KZ", zone: "Asia/Qostanay", at: [53.21, 63.63] },
  { code: "KZO", kk: "Қызылорда", ru: "Кызылорда", en: "Kyzylorda", country: "KZ", zone: "Asia/Qyzylorda", at: [44.85, 65.5] },
  { code: "ORL", kk: "Орал", ru: "Уральск", en: "Oral", country: "KZ", zone: "Asia/Oral", at: [51.23, 51.37] },
  { code: "OSK", kk: "Өскемен", ru: "Усть-Каменогорск", en: "Oskemen", country: "KZ", zone: "Asia/Almaty", at: [49.95, 82.61] },
  { code: "PVL", kk: "Павлодар", ru: "Павлодар", en: "Pavlodar", country: "KZ", zone: "Asia/Almaty", at: [52.29, 76.97] },
  { code: "SEM", kk: "Семей", ru: "Семей", en: "Semey", country: "KZ", zone: "Asia/Almaty", at: [50.41, 80.23] },
  { code: "TRZ", kk: "Тараз", ru: "Тараз", en: "Taraz", country: "KZ", zone: "Asia/Almaty", at: [42.9, 71.37] },
  { code: "TUR", kk: "Түркістан", ru: "Туркестан", en: "Turkistan", country: "KZ", zone: "Asia/Almaty", at: [43.3, 68.25] },
  { code: "FRU", kk: "Бішкек", ru: "Бишкек", en: "Bishkek", country: "KG", zone: "Asia/Bishkek", at: [42.87, 74.59] },
  { code: "TAS", kk: "Ташкент", ru: "Ташкент", en: "Tashkent", country: "UZ", zone: "Asia/Tashkent", at: [41.3, 69.24] },
  { code: "MOW", kk: "Мәскеу", ru: "Москва", en: "Moscow", country: "RU", zone: "Europe/Moscow", at: [55.75, 37.62] },
  { code: "MSQ", kk: "Минск", ru: "Минск", en: "Minsk", country: "BY", zone: "Europe/Minsk", at: [53.9, 27.57] },
];
