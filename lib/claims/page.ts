import { type DateWord, dateWord, foldDateLetters } from "@/lib/model/uncertain-date-words";

/** A word, a figure ("16.00" is one) or one other character; `stop` stands between two sentences, so that nothing is read across them. */
export type Token = {
  kind: "word" | "number" | "mark" | "stop";
  start: number;
  end: number;
  /** Composed, without invisible characters. */
  text: string;
  /** Lower case, Kazakh letters folded as words of dates are. */
  key: string;
  /** What it says as a word of dates. */
  date: DateWord | undefined;
  /** How its first letter is written. */
  capital: boolean;
  /** Nothing stands between it and the token before it. */
  glued: boolean;
  /** Index of its sentence. */
  sentence: number;
};

export type Sentence = { start: number; end: number; /** Tokens from `first` up to and without `last`. */ first: number; last: number };

/** A text cut into tokens and sentences. */
export type Page = { text: string; tokens: Token[]; sentences: Sentence[] };

const nothing: Token = { kind: "stop", start: 0, end: 0, text: "", key: "", date: undefined, capital: false, glued: false, sentence: -1 };
const pieces = /(\p{L}[\p{L}\p{M}\p{Cf}]*(?:['’ʼ]\p{L}[\p{L}\p{M}\p{Cf}]*)*)|(\d+(?:[.:/]\d+)*)|([^\s\p{Cf}\p{Cc}\p{M}])/gu;
const lineEnd = /[\n\r\u2028\u2029]/;
const abbreviations = new Set("г гг ул им ст р ж жж т д пр корр обл руб тыс млн саг кв пл просп mr mrs ms dr st no жк".split(" "));

/** The token at an index, or a stop where there is none. */
export function tokenAt(page: Page, index: number): Token {
  return page.tokens[index] ?? nothing;
}

/** The words of some tokens as a value is written: composed, with single spaces, without invisible characters. */
export function wordsOf(page: Page, from: number, to: number): string {
  return page.text.slice(tokenAt(page, from).start, tokenAt(page, to - 1).end).replace(/\p{Cf}/gu, "").replace(/\s+/gu, " ").normalize("NFC");
}

export function isWord(token: Token, ...keys: string[]): boolean {
  return token.kind === "word" && keys.includes(token.key);
}

export function isDash(token: Token): boolean {
  return token.kind === "mark" && /^[-‐‑‒–—―−]$/.test(token.text);
}

/** Phrases by their first words. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phrasesOf(list: readonly string[]): Phrases {
  return Map.groupBy(list.map((phrase) => phrase.split(" ")), ([first]) => first ?? "");
}

/** How many tokens the first of these phrases that stands at this index has; 0 for none. */
export function phraseLength(page: Page, index: number, phrases: Phrases): number {
  const found = phrases.get(tokenAt(page, index).key)?.find((words) => words.every((word, i) => tokenAt(page, index + i).key === word));
  return found?.length ?? 0;
}

/** The tokens of a phrase "a b c" stand from this index on. */
export function phraseAt(page: Page, index: number, phrase: string): boolean {
  return phrase.split(" ").every((word, i) => tokenAt(page, index + i).key === word);
}

/** Cuts a text in time that grows with its length. */
export function readPage(text: string): Page {
  const page: Page = { text, tokens: [], sentences: [] };
  const folded = new Map<string, Folded>();
  let first = 0;
  let before = 0;
  const close = (at: number): void => {
    if (page.tokens.length === first) return;
    page.sentences.push({ start: tokenAt(page, first).start, end: tokenAt(page, page.tokens.length - 1).end, first, last: page.tokens.length });
    page.tokens.push({ ...nothing, start: at, end: at, sentence: page.sentences.length - 1 });
    first = page.tokens.length;
  };
  for (const match of text.matchAll(pieces)) {
    const raw = match[1] === undefined ? match[0] : withoutTail(match[0]);
    const between = text.slice(before, match.index);
    let one = folded.get(raw);
    if (one === undefined) folded.set(raw, (one = foldedOf(raw, match[1] !== undefined)));
    const { capital } = one;
    const kind = match[1] !== undefined ? "word" : match[2] !== undefined ? "number" : "mark";
    if ((between !== "" && between !== " " && lineEnd.test(between)) || endsBefore(page, between, kind, capital, match[0])) close(before);
    page.tokens.push({ kind, start: match.index, end: match.index + raw.length, text: one.text, key: one.key, date: one.date, capital, glued: between === "", sentence: page.sentences.length });
    before = match.index + raw.length;
  }
  close(before);
  return page;
}

type Folded = Pick<Token, "text" | "key" | "date" | "capital">;

function foldedOf(raw: string, isLetters: boolean): Folded {
  if (!isLetters) return { text: raw, key: raw, date: undefined, capital: false };
  const text = raw.normalize("NFKC").replace(/\p{Cf}/gu, "").normalize("NFC");
  const key = foldDateLetters(text.toLowerCase());
  return { text, key, date: dateWord(key), capital: isCapital(text) };
}

function withoutTail(word: string): string {
  let end = word.length;
  while (end > 1 && /\p{Cf}/u.test(word.slice(end - 1, end))) end--;
  return word.slice(0, end);
}

function isCapital(text: string): boolean {
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return letter !== letter.toLowerCase();
}

/** A full stop ends a sentence before a capital letter, a figure, a quotation or a dash, unless it belongs to a short form or an initial. */
function endsBefore(page: Page, between: string, kind: Token["kind"], capital: boolean, raw: string): boolean {
  if (between === "") return false;
  let last = page.tokens.length - 1;
  while (last >= 0 && /^["»”’)\]]$/.test(tokenAt(page, last).text) && page.tokens.length - last < 4) last--;
  const mark = tokenAt(page, last);
  if (mark.kind !== "mark" || !/^[.!?…]$/.test(mark.text)) return false;
  if (!(capital || kind === "number" || /^["«“„(\-–—]$/.test(raw))) return false;
  if (mark.text !== ".") return true;
  const short = tokenAt(page, last - 1);
  if (short.kind !== "word") return true;
  const afterYear = /^\d{4}$/.test(tokenAt(page, last - 2).text) && capital;
  return afterYear || !(abbreviations.has(short.key) || (short.capital && short.text.length === 1));
}
