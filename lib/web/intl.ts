import "server-only";
import { getRequestConfig } from "next-intl/server";
import { env } from "@/lib/env";
import { namespaces, type Namespace } from "@/lib/i18n/namespaces";
import type { Locale } from "@/lib/i18n/locales";
import { currentLocale } from "./locale";

type Messages = Record<string, unknown>;
const loaded = new Map<Locale, Promise<Messages>>();

async function load(locale: Locale): Promise<Messages> {
  const rooms = await Promise.all(namespaces.map(async (name: Namespace) => [name, ((await import(`@/messages/${locale}/${name}.json`)) as { default: unknown }).default] as const));
  return Object.fromEntries(rooms);
}

/** All words of a language, read once per process. */
export function messagesOf(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known && env.isProduction) return known;
  const fresh = load(locale);
  loaded.set(locale, fresh);
  return fresh;
}

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: await messagesOf(locale), timeZone: "UTC" };
});
