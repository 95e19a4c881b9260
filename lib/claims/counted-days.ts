import type { Temporal } from "temporal-polyfill";
import { unitWords } from "@/lib/model/term";
import { isUncertainDate, writePoint } from "@/lib/model/uncertain-date";
import type { Found } from "./found";
import { numberAt } from "./numbers";
import { isDash, isWord, type Page, tokenAt } from "./page";

type Span = { from: number; to: number };
type Counted = { from: number; least: number; most: number; about: boolean };

const mostDays = 400;

/** Days counted from publication: "кеше", "yesterday", "екі күн бұрын", "день-два назад", "a day or two earlier". */
export function countedDays(page: Page, published: Temporal.PlainDate, named: readonly Span[]): Found[] {
  const found: Found[] = [];
  let at = 0;
  for (let index = 0; index < page.tokens.length; index++) {
    while (at < named.length && (named[at]?.to ?? 0) <= index) at++;
    if ((named[at]?.from ?? Infinity) <= index) continue;
    const token = tokenAt(page, index);
    const word = token.date;
    if (word?.kind === "relative") found.push(...foundFrom(published, { from: index, least: -word.days, most: -word.days, about: false }, index + 1));
    const isAgo = isWord(token, "бурын", "назад", "ago");
    const isEarlier = isWord(token, "earlier", "ранее", "раньше");
    if (!isAgo && !(isEarlier && (at === 0 || tellsPublished(page, named[at - 1], published)))) continue;
    const counted = countedBefore(page, index);
    if (counted !== null && counted.from >= (named[at - 1]?.to ?? 0)) found.push(...foundFrom(published, counted, index + 1));
  }
  return found;
}

/** "Earlier" counts from the day that was told last: here only if that is the day of publication itself. */
function tellsPublished(page: Page, last: Span | undefined, published: Temporal.PlainDate): boolean {
  if (last === undefined) return true;
  const tokens = page.tokens.slice(last.from, last.to);
  return tokens.some((token) => token.text === String(published.day)) && tokens.some((token) => {
    const word = token.date;
    return word?.kind === "month" && word.month === published.month;
  });
}

function foundFrom(published: Temporal.PlainDate, { from, least, most, about }: Counted, to: number): Found[] {
  if (Math.abs(most) > mostDays) return [];
  const [start, end] = [most, least].map((days) => {
    const { year, month, day } = published.subtract({ days });
    return writePoint({ year, month, day, approximate: about });
  });
  const value = start === end ? (start ?? "") : `${start}/${end}`;
  return isUncertainDate(value) ? [{ kind: "when", from, to, value, doubts: ["from_publication"] }] : [];
}

function countedBefore(page: Page, ago: number): Counted | null {
  const paired = orTwo(page, ago);
  if (paired !== null) return paired;
  const unit = daysOf(page, ago - 1);
  if (unit === null) return null;
  if (isWord(tokenAt(page, ago - 2), "бирер")) return unit === 1 ? free(page, { from: ago - 2, least: 1, most: 2, about: false }) : null;
  if (isWord(tokenAt(page, ago - 2), "пару")) return free(page, { from: ago - 2, least: 2 * unit, most: 2 * unit, about: true });
  if (isWord(tokenAt(page, ago - 2), "of") && isWord(tokenAt(page, ago - 3), "couple") && isWord(tokenAt(page, ago - 4), "a")) return free(page, { from: ago - 4, least: 2 * unit, most: 2 * unit, about: true });
  if (isWord(tokenAt(page, ago - 2), "a") && unit > 0) return free(page, { from: ago - 2, least: unit, most: unit, about: unit > 1 });
  const number = numberEnding(page, ago - 1);
  if (number === null) return isWord(tokenAt(page, ago - 1), "неделю", "день") ? free(page, { from: ago - 1, least: unit, most: unit, about: unit > 1 }) : null;
  const dash = isDash(tokenAt(page, number.from - 1)) ? numberEnding(page, number.from - 1) : null;
  if (dash !== null && dash.value < number.value) return free(page, { from: dash.from, least: dash.value * unit, most: number.value * unit, about: unit > 1 });
  return dash === null && !isDash(tokenAt(page, number.from - 1)) ? free(page, { from: number.from, least: number.value * unit, most: number.value * unit, about: unit > 1 }) : null;
}

/** "A day or two ago", "день-два назад", "день или два назад". */
function orTwo(page: Page, ago: number): Counted | null {
  if (!isWord(tokenAt(page, ago - 1), "two", "два")) return null;
  const joint = tokenAt(page, ago - 2);
  if (!isDash(joint) && !isWord(joint, "or", "или")) return null;
  const day = ago - 3;
  if (!isWord(tokenAt(page, day), "day", "день")) return null;
  return free(page, { from: isWord(tokenAt(page, day - 1), "a", "один") ? day - 1 : day, least: 1, most: 2, about: false });
}

function daysOf(page: Page, index: number): number | null {
  const unit = tokenAt(page, index).key.length > 2 ? unitWords.get(tokenAt(page, index).key)?.value : undefined;
  return unit === "d" ? 1 : unit === "w" ? 7 : null;
}

function numberEnding(page: Page, end: number): { from: number; value: number } | null {
  for (const length of [2, 1]) {
    const number = numberAt(page, end - length);
    if (number?.to === end && number.value > 0) return { from: end - length, value: number.value };
  }
  return null;
}

/** Null where the days are counted from something else ("сайлаудан екі күн бұрын") or only bounded ("more than two days ago"). */
function free(page: Page, counted: Counted): Counted | null {
  const before = tokenAt(page, counted.from - 1);
  const isCountedFrom = before.kind === "word" && /(?:дан|ден|тан|тен|нан|нен)$/.test(before.key) && !isWord(before, "осыдан");
  return isCountedFrom || isWord(before, "более", "больше", "than", "over", "несколько", "менее", "least") ? null : counted;
}
