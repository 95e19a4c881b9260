import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { locales, type Locale } from "@/lib/i18n/locales";
import { themes, type Theme } from "@/lib/model/vocabularies";
import { findHome } from "@/lib/services/organisation";
import { findActor } from "./actor";

export const LOCALE_COOKIE = "erkin-locale";
export const THEME_COOKIE = "erkin-theme";

const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value);

/** The language of this request: the person's own, else what was chosen before signing in, else the browser's, else the organisation's. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const chosen = (await findActor())?.locale ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const accepted = ((await headers()).get("accept-language") ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  const preferred = accepted.find(isLocale) ?? (await findHome())?.organisation.defaultLocale;
  return isLocale(preferred) ? preferred : "en";
});

export const currentTheme = cache(async (): Promise<Theme> => {
  const chosen = (await findActor())?.theme ?? (await cookies()).get(THEME_COOKIE)?.value;
  return themes.find((theme) => theme === chosen) ?? "system";
});
