import type { contentLanguages } from "./vocabularies";

const LONGEST_TITLE = 100;

/** The first line of a text that says something, as a title until somebody gives a better one; empty for an empty text. */
export function titleOf(text: string): string {
  const line = text.split("\n").map((each) => each.replace(/\s+/gu, " ").trim()).find((each) => /\p{L}/u.test(each)) ?? "";
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40))}…`;
}

/** The language that the letters of a text point to; "other" where they point to none. */
export function languageOf(text: string): (typeof contentLanguages)[number] {
  const count = (letters: RegExp): number => (text.match(letters) ?? []).length;
  const [kazakh, cyrillic, latin] = [count(/[әғқңөұүһі]/giu), count(/\p{Script=Cyrillic}/gu), count(/\p{Script=Latin}/gu)];
  if (cyrillic + latin < 20) return "other";
  if (latin > cyrillic) return count(/\b(?:the|and|of|was|were|in|to)\b/giu) * 25 > latin / 5 ? "en" : "other";
  return kazakh * 25 > cyrillic ? "kk" : count(/[іїєґў]/giu) * 25 > cyrillic ? "other" : "ru";
}
