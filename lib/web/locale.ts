import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { themes, type Theme } from "@/lib/model/vocabularies";
import { findHome } from "@/lib/services/organisation";
import { updatePreferences } from "@/lib/services/users";
import { findActor } from "./actor";
import { plainCookie } from "./auth";

export const LOCALE_COOKIE = "erkin-locale";
export const THEME_COOKIE = "erkin-theme";

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

/** Keeps a language: on the person's own row, or in a cookie for somebody who has not signed in. Unknown values are ignored. */
export async function keepLocale(typed: FormDataEntryValue | null): Promise<void> {
  if (isLocale(typed)) await keep(LOCALE_COOKIE, typed, { locale: typed });
}

/** The same for the theme. */
export async function keepTheme(typed: FormDataEntryValue | null): Promise<void> {
  const theme = themes.find((known) => known === typed);
  if (theme) await keep(THEME_COOKIE, theme, { theme });
}

async function keep(cookie: string, value: string, change: { locale: Locale } | { theme: Theme }): Promise<void> {
  const signedIn = await findActor();
  if (signedIn) await updatePreferences(signedIn.actor, { locale: signedIn.locale, theme: signedIn.theme, ...change });
  else (await cookies()).set(cookie, value, plainCookie());
}
