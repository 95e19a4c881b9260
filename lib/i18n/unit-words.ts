import type { Locale } from "./locales";

/** One word per plural form; `other` also serves the forms that a language does not tell apart. */
export type Plural = { one: string; few?: string; many?: string; other: string };
export type Unit = "year" | "month" | "week" | "day" | "hour" | "minute";

export const unitWords: Record<Locale, Record<Unit, Plural>> = {
  en: {
    year: { one: "year", other: "years" },
    month: { one: "month", other: "months" },
    week: { one: "week", other: "weeks" },
    day: { one: "day", other: "days" },
    hour: { one: "hour", other: "hours" },
    minute: { one: "minute", other: "minutes" },
  },
  ru: {
    year: { one: "год", few: "года", many: "лет", other: "года" },
    month: { one: "месяц", few: "месяца", many: "месяцев", other: "месяца" },
    week: { one: "неделя", few: "недели", many: "недель", other: "недели" },
    day: { one: "день", few: "дня", many: "дней", other: "дня" },
    hour: { one: "час", few: "часа", many: "часов", other: "часа" },
    minute: { one: "минута", few: "минуты", many: "минут", other: "минуты" },
  },
  kk: {
    year: { one: "жыл", other: "жыл" },
    month: { one: "ай", other: "ай" },
    week: { one: "апта", other: "апта" },
    day: { one: "күн", other: "күн" },
    hour: { one: "сағат", other: "сағат" },
    minute: { one: "минут", other: "минут" },
  },
};

/** Terms of custody in Russian law are counted in "сутки", in Kazakh law in "тәулік". */
export const termDayWords: Record<Locale, Plural> = {
  en: unitWords.en.day,
  ru: { one: "сутки", few: "суток", many: "суток", other: "суток" },
  kk: { one: "тәулік", other: "тәулік" },
};

/** A term without an end. */
export const lifeWords: Record<Locale, string> = { en: "life", ru: "пожизненно", kk: "өмір бойы" };

/** The marks of a duration in a dense list: days, hours, minutes. */
export const shortUnits: Record<Locale, { day: string; hour: string; minute: string }> = {
  en: { day: "d", hour: "h", minute: "min" },
  ru: { day: "д", hour: "ч", minute: "мин" },
  kk: { day: "күн", hour: "сағ", minute: "мин" },
};

/** `{}` is the number with its unit. Russian "через" takes the same forms as counting. */
export const relativeWords: Record<Locale, { past: string; future: string }> = {
  en: { past: "{} ago", future: "in {}" },
  ru: { past: "{} назад", future: "через {}" },
  kk: { past: "{} бұрын", future: "{}нен кейін" },
};
