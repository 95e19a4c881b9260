import "server-only";
import type { ListWords } from "@/lib/exchange/import-words";
import { locales } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { listValues, type WordList } from "@/lib/model/import-kind";

/** The words of the lists that cells of a file are matched with, in every language. */
export async function listWords(): Promise<ListWords> {
  const rooms = await Promise.all(locales.map(async (locale) => (await messagesOf(locale))["vocab"] as Record<string, Record<string, string>>));
  const words = (list: WordList) => listValues[list].map((value: string) => ({ value, labels: rooms.flatMap((room) => room[list]?.[value] ?? []) }));
  return { sexes: words("sexes"), detention_kinds: words("detention_kinds"), order_kinds: words("order_kinds"), release_kinds: words("release_kinds") };
}
