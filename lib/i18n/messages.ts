import { namespaces, type Namespace } from "./namespaces";
import type { Locale } from "./locales";

type Messages = Record<string, unknown>;
const loaded = new Map<Locale, Promise<Messages>>();

async function load(locale: Locale): Promise<Messages> {
  const rooms = await Promise.all(namespaces.map(async (name: Namespace) => [name, ((await import(`@/messages/${locale}/${name}.json`)) as { default: unknown }).default] as const));
  return Object.fromEntries(rooms);
}

/** All words of a language, read once per process: for pages in the reader's language, for what leaves the house in the language of whoever receives it. */
export function messagesOf(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const fresh = load(locale);
  loaded.set(locale, fresh);
  return fresh;
}
