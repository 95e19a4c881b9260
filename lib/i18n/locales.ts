export const locales = ["en", "ru", "kk"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Writing direction, for the `dir` attribute. */
export const directions: Record<Locale, "ltr" | "rtl"> = { en: "ltr", ru: "ltr", kk: "ltr" };

/** Each language under its own name, as the switcher shows it. */
export const nativeNames: Record<Locale, string> = { en: "English", ru: "Русский", kk: "Қазақша" };
