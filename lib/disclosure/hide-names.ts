import { foldName } from "@/lib/names/fold";

/** Shorter parts of names are common words or endings, and would hide half of every text. */
const SHORTEST = 4;
/** A name may carry the ending of a case: "Жексебаева", "Жексебаевтың". */
const LONGEST_ENDING = 6;

/** What stands where a name stood. */
export const HIDDEN = "[…]";

/**
 * Answers a function that takes the names of these people (folded keys of all their names) out of a text in any script and ending. It hides
 * rather too much: a word with a capital letter that begins like a part of a name goes.
 */
export function nameHider(nameKeys: Iterable<string>): (text: string) => string {
  const parts = new Set<string>();
  for (const key of nameKeys) for (const part of key.split(" ")) if (part.length >= SHORTEST) parts.add(stemOf(part));
  if (parts.size === 0) return (text) => text;
  return (text) => text.replace(/[\p{Lu}][\p{L}\p{M}'’ʼ]*/gu, (word) => (isName(foldName(word), parts) ? HIDDEN : word)).replace(/\[…\](?:[\s-]+\[…\])+/g, HIDDEN);
}

/** "Жумабаева" loses its last letter before it takes another ending: "Жумабаевой". */
const stemOf = (part: string): string => (part.length > SHORTEST ? part.replace(/[аеиоу]$/, "") : part);

function isName(word: string, parts: ReadonlySet<string>): boolean {
  for (let length = word.length; length >= Math.max(SHORTEST, word.length - LONGEST_ENDING); length--) if (parts.has(word.slice(0, length))) return true;
  return false;
}
