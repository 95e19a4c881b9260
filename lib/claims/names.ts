import { nameKey } from "./endings";
import type { Found } from "./found";
import { familyName, givenName, isPatronymic, shapelessFamily } from "./name-shapes";
import { isDash, isWord, type Page, type Token, tokenAt } from "./page";

type Name = { from: number; to: number; value: string; family: string };

/** Words with a capital that stand before a name, or begin a sentence, and belong to no name. */
const titles = /^(?:активист|белсенд|адвокат|суд[ьия]|депутат|президент|министр|прокурор|журналист|блогер|правозащитник|полицейск|следовател|генерал|полковник|господин|госпожа|mr|mrs|ms|dr|judge|activist|president|minister|lawyer|journalist|prosecutor|премьер|аким|аким|председател|глава|лидер|директор|сэр)/;
const listBefore = new Set("есимди атты".split(" "));
const listJoints = new Set("жане мен пен бен и and".split(" "));
const mostListed = 12;

/** Names of people that nobody has on record: a given and a family name, an initial and a family name, lists of given names, and the family name alone where the whole name stands elsewhere. */
export function findNames(page: Page, taken: ReadonlySet<number>): Found[] {
  const whole: Name[] = [];
  for (let at = 0; at < page.tokens.length; at++) {
    const name = taken.has(at) ? null : nameAt(page, at, taken);
    if (name === null) continue;
    whole.push(name);
    at = name.to - 1;
  }
  const used = new Set([...taken, ...whole.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step))]);
  const given = listedNames(page, used);
  for (const { from } of given) used.add(from);
  const found = whole.map(({ from, to, value }): Found => ({ kind: "name", from, to, value, label: value }));
  return [...found, ...given, ...familiesAlone(page, whole, used)];
}

function nameAt(page: Page, at: number, taken: ReadonlySet<number>): Name | null {
  const initial = initialAt(page, at);
  if (initial !== null) return initial;
  const first = tokenAt(page, at);
  if (!isNameWord(first) || titles.test(first.key)) return null;
  const second = tokenAt(page, at + 1);
  if (!isNameWord(second) || second.glued || taken.has(at + 1)) return null;
  const third = tokenAt(page, at + 2);
  const isThree = isNameWord(third) && !third.glued && !taken.has(at + 2);
  if (isThree && isPatronymic(second.text)) return named(page, at, at + 3, first, third, second) ?? named(page, at, at + 2, first, second);
  if (isThree && isPatronymic(third.text)) return named(page, at, at + 3, second, first, third);
  if (isThree && givenName(first.text) === null && givenName(second.text) !== null && familyName(third.text, null) !== null) return null;
  return named(page, at, at + 2, first, second) ?? named(page, at, at + 2, second, first);
}

/** The name as a heading writes it, or null where neither word is known to be one of a person. */
function named(page: Page, from: number, to: number, givenToken: Token, familyToken: Token, middle?: Token): Name | null {
  const isFamilyFirst = givenToken.start > familyToken.start;
  const given = givenName(givenToken.text, familyToken.text);
  if (given === null && (isFamilyFirst || !canBeGiven(page, from, givenToken))) return null;
  const gender = given?.gender ?? null;
  const shaped = familyName(familyToken.text, gender ?? guessed(givenToken.text));
  if (given === null && /(?:истов|ентов|онеров)$/.test(familyToken.key)) return null;
  if (shaped === null && (given === null || isFamilyFirst || middle !== undefined || !canBeFamily(familyToken, givenToken))) return null;
  const family = shaped ?? shapelessFamily(familyToken.text, gender, given?.bare !== givenToken.text);
  const rest = middle === undefined ? "" : `${middleName(middle.text, gender)} `;
  const joined = isFamilyFirst ? 0 : hyphened(page, from);
  const prefix = joined === 0 ? "" : `${tokenAt(page, from - 2).text}-`;
  return { from: from - joined, to, value: `${prefix}${given?.bare ?? givenToken.text} ${rest}${family}`.normalize("NFC"), family };
}

/** How many tokens the first half of "Қасым-Жомарт" takes with its hyphen. */
function hyphened(page: Page, at: number): number {
  return isDash(tokenAt(page, at - 1)) && tokenAt(page, at - 1).glued && tokenAt(page, at).glued && isNameWord(tokenAt(page, at - 2)) ? 2 : 0;
}

/** A first word that is in no list passes inside a sentence where it can be a nominative. */
function canBeGiven(page: Page, at: number, token: Token): boolean {
  const previous = tokenAt(page, at - 1);
  const opensSentence = previous.kind === "stop" || (previous.kind === "mark" && /^["«“„.!?…:\-–—]$/.test(previous.text));
  const isAdjective = /(?:ый|ий|ая|ое|ые|ых|их|ого|ому|ой|ом|ым|ской|ском|ның|нің|дың|дің|тың|тің|ында|інде|лық|лік|тық|тік|дық|дік|ed|ing|ian|ish)$/i.test(token.text);
  const isBody = /(?:ция|ство|ность|ание|ение|изм)$|^(?:союз|партия|комитет|фонд|совет|дом|театр|парк|центр|клуб|группа|лига|музей|храм)/.test(token.key);
  return !opensSentence && !isAdjective && !isBody && token.text.length >= 3;
}

function canBeFamily(family: Token, given: Token): boolean {
  const isPlain = family.text.length >= 3 && givenName(family.text) === null && !titles.test(family.key);
  return isPlain && /^[a-z]/.test(family.key) === /^[a-z]/.test(given.key);
}

function middleName(word: string, gender: "f" | "m" | null): string {
  const russian = gender === "f" ? word.replace(/(овн|евн|ичн)(?:у|ой|ы|е)$/, "$1а") : word.replace(/(ович|евич)(?:а|у|ем|е)$/, "$1");
  return russian.replace(/(ұлы|қызы)(?:ның|на|н|мен)$/, "$1");
}

/** A word that ends in a consonant is a man's nominative, so that "-ова" after it stays as it is. */
function guessed(word: string): "f" | null {
  return /[ауыя]$/.test(word) ? null : /[^аеёиоуыэюяaeiouy]$/i.test(word) ? "f" : null;
}

/** "А. Жексебаев", "А.Жексебаев". */
function initialAt(page: Page, at: number): Name | null {
  const letter = tokenAt(page, at);
  if (letter.kind !== "word" || letter.text.length !== 1 || !letter.capital || tokenAt(page, at + 1).text !== ".") return null;
  const second = tokenAt(page, at + 2);
  const hasTwo = second.text.length === 1 && second.capital && tokenAt(page, at + 3).text === ".";
  const familyAt = at + (hasTwo ? 4 : 2);
  const family = isNameWord(tokenAt(page, familyAt)) ? familyName(tokenAt(page, familyAt).text, null) : null;
  if (family === null) return null;
  return { from: at, to: familyAt + 1, value: `${letter.text}. ${hasTwo ? `${second.text}. ` : ""}${family}`, family };
}

/** "Ноян, Айдос есімді жігіттер", "парни по имени Ноян и Айдос", "two men named Noyan and Aidos". */
function listedNames(page: Page, used: ReadonlySet<number>): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < page.tokens.length; at++) {
    const token = tokenAt(page, at);
    const isAfter = isWord(token, "named", "called") || (isWord(token, "имени") && isWord(tokenAt(page, at - 1), "по")) || (isWord(token, "зовут") && /^(?:котор|их|его|ее)/.test(tokenAt(page, at - 1).key));
    const names = listBefore.has(token.key) ? listFrom(page, at - 1, -1) : isAfter ? listFrom(page, at + 1, 1) : [];
    for (const one of names) {
      if (used.has(one) || found.some(({ from }) => from === one)) continue;
      const bare = givenName(tokenAt(page, one).text)?.bare ?? tokenAt(page, one).text;
      found.push({ kind: "name", from: one, to: one + 1, value: bare.normalize("NFC"), label: bare, doubts: ["given_name_only"] });
    }
  }
  return found;
}

function listFrom(page: Page, start: number, step: 1 | -1): number[] {
  const names: number[] = [];
  for (let at = start; names.length < mostListed; at += step) {
    const token = tokenAt(page, at);
    const isJoint = names.length > 0 && (token.text === "," || listJoints.has(token.key));
    if (isJoint) continue;
    if (!isNameWord(token)) break;
    const last = names.at(-1);
    if (last !== undefined && Math.abs(at - last) === 1) return step === 1 ? [] : names.slice(0, -1);
    names.push(at);
  }
  return names;
}

/** The family name alone, in any case, of the one whole name in the text that has it. */
function familiesAlone(page: Page, whole: readonly Name[], used: ReadonlySet<number>): Found[] {
  const values = new Map<string, Set<string>>();
  for (const { family, value } of whole) values.set(family, (values.get(family) ?? new Set()).add(value));
  return page.tokens.flatMap((token, at): Found[] => {
    if (used.has(at) || !isNameWord(token) || values.size === 0) return [];
    const [family] = [token.text, familyName(token.text, "m"), familyName(token.text, "f")].filter((one) => one !== null && values.has(one));
    const said = [...(values.get(family ?? "") ?? [])];
    const [value] = said;
    return said.length === 1 && value !== undefined ? [{ kind: "name", from: at, to: at + 1, value, label: value }] : [];
  });
}

/** A capital, then small letters, and no word of dates. */
export function isNameWord(token: Token): boolean {
  return token.kind === "word" && token.capital && token.text.length >= 2 && token.text.length <= 40 && token.text !== token.text.toUpperCase() && !isDateName(token) && nameKey(token) !== "";
}

function isDateName(token: Token): boolean {
  const word = token.date;
  return (word?.kind === "month" && token.key.length > 3) || word?.kind === "weekday" || word?.kind === "relative";
}
