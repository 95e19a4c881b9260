import "server-only";
import { createTranslator } from "use-intl/core";
import type { OutWords } from "@/lib/exchange/out-words";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { termWords } from "@/lib/wording/case-words";
import { placeName } from "@/lib/wording/place-name";

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** The words of a language outside pages: for what leaves the house. */
export const wordsIn = async (locale: Locale): Promise<Words> => createTranslator({ locale, messages: await messagesOf(locale) }) as unknown as Words;

/** The words that a file of records holds, in one language. */
export async function outWordsIn(locale: Locale): Promise<OutWords & { say: Words; place: (of: Parameters<typeof placeName>[0]) => string }> {
  const say = await wordsIn(locale);
  return {
    say,
    column: (path) => path.map((part) => say(`exports.part.${part}`)).join(": "),
    label: (list, value) => (say.has(`vocab.${list}.${value}`) ? say(`vocab.${list}.${value}`) : value),
    term: (term) => termWords(term, locale) ?? term,
    keptSource: say("exports.kept_source"),
    place: (of) => placeName(of, locale),
  };
}
