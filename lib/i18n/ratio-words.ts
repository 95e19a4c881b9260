import type { Locale } from "./locales";

const numberLocale: Record<Locale, string> = { en: "en", ru: "ru", kk: "ru" };

/** A ratio such as "3/2" as a number and as the language writes it ("1.5", "1,5"); one that does not end after three places stays a fraction. */
export function ratioWords(ratio: string, locale: Locale): { value: number; shown: string } {
  const [n = "1", d = "1"] = ratio.split("/");
  const value = Number(n) / Number(d);
  const ends = Number.isInteger(Math.round(value * 1e6) / 1e3);
  return { value, shown: ends ? new Intl.NumberFormat(numberLocale[locale], { maximumFractionDigits: 3 }).format(value) : ratio };
}
