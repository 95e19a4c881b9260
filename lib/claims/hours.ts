import { type Half, onClock } from "@/lib/model/uncertain-date-day-parts";
import { halfPhrases } from "@/lib/model/uncertain-date-words";
import { afterFigureEnding, numberAt } from "./numbers";
import { isDash, isWord, type Page, phraseAt, type Token, tokenAt } from "./page";

/** An hour that a text names; `tied` ones need a day right beside them to be an hour rather than a length. */
export type NamedHour = { from: number; to: number; hour: number; minute: number; last?: { hour: number; minute: number } | undefined; about: boolean; tied: boolean };

const more: readonly (readonly [Half, string])[] = [["pm", "p . m ."], ["pm", "p . m"], ["am", "a . m ."], ["am", "a . m"], ["pm", "pm"], ["am", "am"]];
const phrases = [...more, ...halfPhrases].toSorted(([, a], [, b]) => b.split(" ").length - a.split(" ").length);
const firstWords = new Set(phrases.map(([, phrase]) => phrase.split(" ")[0]));
const bounds = new Set("до к после by until till before after с со from позднее раньше позже".split(" "));
const hourWords = new Set("час часа часов саг".split(" "));

/** A word or phrase for a half of the day at this token. */
export function halfAt(page: Page, index: number): { half: Half; to: number } | null {
  if (!firstWords.has(tokenAt(page, index).key)) return null;
  const found = phrases.find(([, phrase]) => phraseAt(page, index, phrase));
  return found === undefined ? null : { half: found[0], to: index + found[1].split(" ").length };
}

export function isAbout(token: Token): boolean {
  const word = token.key.length > 1 ? token.date : undefined;
  return word?.kind === "mark" && word.mark === "about";
}

/** The hours named in a text, in its order; those with a bound ("by 16:00") are left out, for their other end is not said. */
export function namedHours(page: Page): NamedHour[] {
  const found: NamedHour[] = [];
  for (let index = 0; index < page.tokens.length; index++) {
    const hour = hourAt(page, index, found.at(-1)?.to ?? 0);
    if (hour === null) continue;
    found.push(hour);
    index = hour.to - 1;
  }
  return found;
}

function hourAt(page: Page, index: number, free: number): NamedHour | null {
  const first = clockAt(page, index);
  if (first === null) return null;
  let { to } = first;
  const last = isDash(tokenAt(page, to)) ? clockAt(page, to + 1) : null;
  if (last !== null && last.hour * 60 + last.minute > first.hour * 60 + first.minute) to = last.to;
  const after = halfAt(page, to);
  if (after !== null) to = after.to;
  const about = isAbout(tokenAt(page, to)) || isWord(tokenAt(page, to), "шамада");
  if (about) to++;
  else if (isWord(tokenAt(page, to), "дейин", "кейин", "бастап")) return null;
  const before = leadIn(page, index, free);
  if (before === null) return null;
  const half = after ?? before.half;
  const clocked = half === null ? first.hour : onClock(first.hour, half.half);
  if (clocked === null || clocked > 23) return null;
  const known = first.certain || half !== null || before.sagat || before.at;
  if (!known) return null;
  const later = last === null || to < last.to ? undefined : { hour: half === null ? last.hour : (onClock(last.hour, half.half) ?? last.hour), minute: last.minute };
  return { from: before.from, to, hour: clocked, minute: first.minute, last: later, about: about || before.about, tied: first.tied && half === null && !before.in };
}

type Clock = { hour: number; minute: number; to: number; certain: boolean; tied: boolean };

function clockAt(page: Page, index: number): Clock | null {
  const token = tokenAt(page, index);
  const match = token.kind === "number" ? /^([01]?\d|2[0-3])([:.])([0-5]\d)$/.exec(token.text) : null;
  if (match !== null) {
    const to = afterFigureEnding(page, index + 1);
    return { hour: Number(match[1]), minute: Number(match[3]), to: isWord(tokenAt(page, to), "час", "часов") ? to + 1 : to, certain: match[2] === ":", tied: false };
  }
  const number = token.kind === "word" || /^\d{1,2}$/.test(token.text) ? numberAt(page, index) : null;
  if (number === null || number.value > 23) return null;
  const to = afterFigureEnding(page, number.to);
  const next = tokenAt(page, to);
  const hasHour = next.kind === "word" && hourWords.has(next.key);
  const led = isWord(tokenAt(page, index - 1), "сагат");
  const half = halfAt(page, hasHour ? to + 1 : to);
  const halfFits = half !== null && (hasHour || tokenAt(page, to).key !== "дня") && (number.language === null || hasHour || number.language === "en");
  if (led && !hasHour) return { hour: number.value, minute: 0, to, certain: true, tied: false };
  if (halfFits) return { hour: number.value, minute: 0, to: hasHour ? to + 1 : to, certain: true, tied: false };
  if (!hasHour) return null;
  const minutes = numberAt(page, to + 1);
  const withMinutes = minutes !== null && minutes.value < 60 && /^мин/.test(tokenAt(page, minutes.to).key);
  return { hour: number.value, minute: withMinutes ? minutes.value : 0, to: withMinutes ? minutes.to + 1 : to + 1, certain: false, tied: true };
}

/** What stands before a clock time: "шамамен сағат", "в", "at about", "түстен кейін сағат"; null where it makes the time a bound. */
function leadIn(page: Page, index: number, free: number): { from: number; about: boolean; sagat: boolean; at: boolean; in: boolean; half: { half: Half } | null } | null {
  const told = { from: index, about: false, sagat: false, at: false, in: false, half: null as { half: Half } | null };
  for (let step = 0; step < 5 && told.from > free; step++) {
    const token = tokenAt(page, told.from - 1);
    const back = [1, 2, 3].find((length) => told.from - length >= free && halfAt(page, told.from - length)?.to === told.from);
    if (bounds.has(token.key)) return null;
    if (isAbout(token)) told.about = told.at = true;
    else if (isWord(token, "сагат")) told.sagat = true;
    else if (isWord(token, "в", "во", "at")) told.at = told.in = true;
    else if (back !== undefined) told.half = halfAt(page, told.from - back);
    else break;
    told.from -= back ?? 1;
  }
  return told;
}
