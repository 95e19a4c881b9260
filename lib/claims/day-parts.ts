import { type DayPart, dayPartPhrases, dayParts } from "@/lib/model/uncertain-date-day-parts";
import { isDash, isWord, type Page, phraseAt, tokenAt } from "./page";

/** A part of the day that a text names beside a day; `from` and `to` are tokens with the day. */
export type NamedPart = { part: DayPart; from: number; to: number };

const phrases = dayParts
  .flatMap((part) => dayPartPhrases[part].split("|").map((phrase) => ({ part, phrase, length: phrase.split(" ").length })))
  .sort((a, b) => b.length - a.length);
const words = new Set(phrases.flatMap(({ phrase }) => phrase.split(" ")));
const connectors = new Set("of on in the в во куни".split(" "));
const mostBetween = 3;
const nightWords = new Set("ночь ночью night".split(" "));

/** "Вечером 25 октября", "25 қазан күні кешке", "on the evening of 25 October": what stands after the day comes before what stands ahead of it, unless another day follows there. */
export function partBeside(page: Page, from: number, to: number, nextDay: number | undefined): NamedPart | null {
  const after = isWord(tokenAt(page, to), "куни") || tokenAt(page, to).text === "," ? to + 1 : to;
  const behind = phraseFrom(page, after);
  if (behind !== null && !isOfNext(page, after + behind.length, nextDay)) return { part: behind.part, from, to: after + behind.length };
  for (let step = 0; step <= mostBetween; step++) {
    const end = from - step;
    const ahead = words.has(tokenAt(page, end - 1).key) ? phrases.find(({ phrase, length }) => phraseAt(page, end - length, phrase)) : undefined;
    if (ahead !== undefined) return { part: ahead.part, from: end - ahead.length, to };
    if (!connectors.has(tokenAt(page, end - 1).key)) return null;
  }
  return null;
}

/** "В ночь с 25 на" before the 26th, "the night of 25 to": where the words of the night begin, or null. `day` is that of the month. */
export function nightAhead(page: Page, from: number, day: number): number | null {
  const joint = tokenAt(page, from - 1);
  const number = tokenAt(page, from - 2);
  const isJoint = isWord(joint, "на", "to", "and") || isDash(joint);
  if (!isJoint || !/^\d{1,2}$/.test(number.text) || !isDayBefore(Number(number.text), day)) return null;
  const opening = isWord(tokenAt(page, from - 3), "с", "со", "of", "from", "between") ? from - 4 : from - 3;
  return nightBefore(page, opening);
}

/** A word for the night at the token before this one or at it, with its preposition. */
export function nightBefore(page: Page, at: number): number | null {
  if (!nightWords.has(tokenAt(page, at).key)) return null;
  return isWord(tokenAt(page, at - 1), "в", "the") ? at - 1 : at;
}

export const isDayBefore = (day: number, next: number): boolean => (next === 1 ? day >= 28 && day <= 31 : day === next - 1);

function isOfNext(page: Page, end: number, nextDay: number | undefined): boolean {
  return nextDay === end || (nextDay === end + 1 && connectors.has(tokenAt(page, end).key));
}

function phraseFrom(page: Page, at: number): { part: DayPart; length: number } | null {
  return words.has(tokenAt(page, at).key) ? (phrases.find(({ phrase }) => phraseAt(page, at, phrase)) ?? null) : null;
}
