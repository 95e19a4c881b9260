import type { Found } from "./found";
import { courtKinds } from "./institution-words";
import { isDash, isWord, type Page, type Token, tokenAt, wordsOf } from "./page";

const longestCourt = 9;
const owners = /^(?:каласы|ауданы|облысы|калалык|аудандык|облыстык)(?:нын|нин)?$/;

/** A court with enough of a name to be told from others; "the court" alone is none. */
export function courtAt(page: Page, at: number, places: ReadonlySet<number>): Found | null {
  const token = tokenAt(page, at);
  if (token.kind !== "word") return null;
  if (/^соты(?:нын|на|н|нда|нан|мен)?$/.test(token.key) || (/^сот/.test(token.key) && isWord(tokenAt(page, at - 1), "жогаргы"))) return kazakhCourt(page, at);
  if (/^суд(?:а|у|ом|е)?$/.test(token.key)) return russianCourt(page, at, places);
  return isWord(token, "court") ? englishCourt(page, at) : null;
}

function kazakhCourt(page: Page, at: number): Found | null {
  const from = walkLeft(page, at, (token, next) => courtKinds.test(token.key) || owners.test(token.key) || (token.capital && (owners.test(next.key) || courtKinds.test(next.key))) || token.text === "№" || token.kind === "number");
  const start = dropFigures(page, from, at);
  if (!isTold(page, start, at)) return null;
  const base = /^соты?/u.exec(tokenAt(page, at).text.toLowerCase())?.[0] ?? "соты";
  return court(page, start, at + 1, `${wordsOf(page, start, at)} ${base}`);
}

function russianCourt(page: Page, at: number, places: ReadonlySet<number>): Found | null {
  const from = walkLeft(page, at, (token) => token.kind === "word" && /(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем)$/.test(token.key) && (token.capital || courtKinds.test(token.key)));
  let to = at + 1;
  const owner = tokenAt(page, to).capital && /ого$/.test(tokenAt(page, to).key) && isWord(tokenAt(page, to + 1), "района", "города");
  if (from === at && !owner) return null;
  if (owner) to += 2;
  if (tokenAt(page, to).text === "№" && tokenAt(page, to + 1).kind === "number") to += 2;
  const city = isWord(tokenAt(page, to), "города", "района", "области") ? 1 : tokenAt(page, to).key === "г" && tokenAt(page, to + 1).text === "." ? 2 : 0;
  if (tokenAt(page, to + city).capital && (city > 0 || places.has(to))) {
    to += city;
    do to++; while (places.has(to) && tokenAt(page, to).kind !== "stop");
  }
  if (!isTold(page, from, to)) return null;
  const adjectives = page.tokens.slice(from, at).map(nominative);
  const rest = to > at + 1 ? ` ${wordsOf(page, at + 1, to)}` : "";
  return court(page, from, to, `${adjectives.join(" ")} суд${rest}`.trim());
}

function nominative(token: Token): string {
  return token.text.replace(/(?<=[кгхжшщч])(?:ого|его|ому|ему|им|ом|ем)$/, "ий").replace(/(?:ого|ому|ым|ом)$/, "ый").replace(/(?:его|ему|им|ем)$/, "ий");
}

function englishCourt(page: Page, at: number): Found | null {
  const from = walkLeft(page, at, (token) => (token.capital && !isWord(token, "the", "a", "on", "in", "at", "by", "but", "and")) || courtKinds.test(token.key) || isDash(token));
  if (from === at) return null;
  let to = at + 1;
  if (isWord(tokenAt(page, to), "of") && tokenAt(page, to + 1).capital) for (to += 2; tokenAt(page, to).capital && to - at < 5; ) to++;
  return isTold(page, from, to) ? court(page, from, to, wordsOf(page, from, to)) : null;
}

function walkLeft(page: Page, at: number, belongs: (token: Token, next: Token) => boolean): number {
  let from = at;
  while (at - from < longestCourt && tokenAt(page, from - 1).kind !== "stop" && belongs(tokenAt(page, from - 1), tokenAt(page, from))) from--;
  while (from < at && isDash(tokenAt(page, from))) from++;
  return from;
}

/** "22 Алматы …": a figure belongs to a court only after its sign. */
function dropFigures(page: Page, from: number, at: number): number {
  let start = from;
  while (start < at && (tokenAt(page, start).kind === "number" || tokenAt(page, start).text === "№")) start++;
  return start;
}

/** A name of its own, or two words for its kind. */
function isTold(page: Page, from: number, to: number): boolean {
  const tokens = page.tokens.slice(from, to);
  const opens = tokenAt(page, from - 1).kind === "stop";
  const kinds = tokens.filter((token) => courtKinds.test(token.key));
  const owned = tokens.filter((token, step) => token.capital && !isWord(token, "суд", "суда", "суде", "суду", "судом", "court") && !(opens && step === 0 && courtKinds.test(token.key)));
  const supreme = tokens.some((token) => /^(?:жогаргы|верховн|supreme)/.test(token.key));
  return owned.length > 0 || kinds.length > 1 || supreme;
}

function court(page: Page, from: number, to: number, value: string): Found {
  return { kind: "institution", from, to, value, label: value, about: "court" };
}
