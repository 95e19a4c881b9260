const oneSpace = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** Whether a text holds the quoted words, however lines and spaces fall. */
export const quoteOccurs = (text: string, quote: string): boolean => oneSpace(text).includes(oneSpace(quote));

export type Place = { start: number | null; end: number | null };
const nowhere: Place = { start: null, end: null };

/** Where a quote stands in a text, UTF-16 units, where it stands there exactly once; else null. */
export function placeOfQuote(text: string, quote: string): Place {
  const words = oneSpace(quote).split(" ").filter(Boolean);
  if (words.length === 0 || text === "") return nowhere;
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("\\s+"), "gu");
  const [first, second] = text.matchAll(pattern);
  return first && !second ? { start: first.index, end: first.index + first[0].length } : nowhere;
}

/** The place that a form sent where the quote really stands there, else the one that can be found. */
export function placeSent(text: string, quote: string, { start, end }: Place): Place {
  const there = start !== null && end !== null && start < end && oneSpace(text.slice(start, end)) === oneSpace(quote);
  return there ? { start, end } : placeOfQuote(text, quote);
}
