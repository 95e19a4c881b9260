import { foldName } from "@/lib/names/fold";
import type { Found } from "./found";
import { isDash, isWord, type Page, type Token, tokenAt, wordsOf } from "./page";
import { addName, indexOf, matchAt, type RecordIndex } from "./records";
import type { KnownRecords } from "./suggestion";

/** Names that cities had before, for texts of their time; each stands for whichever record has the first name. */
const formerNames: readonly (readonly [string, readonly string[]])[] = [
  ["Астана", ["Нұр-Сұлтан", "Нур-Султан", "Nur-Sultan", "Целиноград"]],
  ["Алматы", ["Алма-Ата"]],
  ["Шымкент", ["Чимкент"]],
  ["Семей", ["Семипалатинск"]],
  ["Бишкек", ["Фрунзе"]],
];

const afterPlace = /^(?:каласы|ауылы|кенти|поселкеси)/;
const areas = /^(?:област|облыс|район|аудан|oblast|region|district|province|обл$)/;
const streets = /^(?:ул|улиц[аеыу]|пр|проспект[ае]?|st|street|avenue|кошеси(?:нде)?|дангылы(?:нда)?)$/;

/** Places of the records with what they were called before. */
export function placeIndex(places: KnownRecords["places"]): RecordIndex {
  const index = indexOf(places);
  for (const [name, former] of formerNames) {
    const key = foldName(name);
    const record = places.find(({ names }) => names.some((one) => foldName(one) === key));
    if (record !== undefined) for (const one of former) addName(index, record.id, one);
  }
  return index;
}

/** Places on record in every case, and others that the text itself calls a city or a village. */
export function findPlaces(page: Page, index: RecordIndex): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < page.tokens.length; at++) {
    const place = knownAt(page, index, at) ?? calledBefore(page, at, found.at(-1)?.to ?? 0) ?? calledAfter(page, at);
    if (place === null) continue;
    found.push(place);
    at = place.to - 1;
  }
  return found;
}

function knownAt(page: Page, index: RecordIndex, at: number): Found | null {
  if (!tokenAt(page, at).capital) return null;
  const match = matchAt(page, index, at);
  const id = match?.ids[0];
  if (match === null || id === undefined) return null;
  const other = areas.test(tokenAt(page, match.to).key) || streets.test(tokenAt(page, at - 1).key) || streets.test(tokenAt(page, match.to).key);
  const isPart = isDash(tokenAt(page, match.to)) && tokenAt(page, match.to).glued && tokenAt(page, match.to + 1).capital;
  return other || isPart ? null : { kind: "place", from: at, to: match.to, value: id, label: match.name, ...(match.ids.length > 1 ? { doubts: ["several_known" as const] } : {}) };
}

/** "Рудный қаласында", "Ақсай ауылы". */
function calledBefore(page: Page, at: number, free: number): Found | null {
  const token = tokenAt(page, at);
  const name = tokenAt(page, at - 1);
  if (token.kind !== "word" || !afterPlace.test(token.key) || !isName(name) || at - 1 < free) return null;
  const hyphened = isDash(tokenAt(page, at - 2)) && tokenAt(page, at - 3).capital ? 2 : 0;
  const from = at - 1 - hyphened;
  const value = wordsOf(page, from, at);
  return { kind: "place", from, to: at, value, label: value };
}

/** "в городе Рудном", "город Рудный", "г. Рудный", "the city of Rudny". */
function calledAfter(page: Page, at: number): Found | null {
  const token = tokenAt(page, at);
  const isCity = isWord(token, "город", "городе", "городу", "поселок", "поселке", "поселка", "село", "селе", "села") || (token.key === "г" && tokenAt(page, at + 1).text === "." && tokenAt(page, at - 1).kind !== "number");
  const english = isWord(token, "city", "town", "village") && isWord(tokenAt(page, at + 1), "of");
  if (!isCity && !english) return null;
  const from = at + (english || token.key === "г" ? 2 : 1);
  if (!isName(tokenAt(page, from))) return null;
  const to = isDash(tokenAt(page, from + 1)) && tokenAt(page, from + 1).glued && tokenAt(page, from + 2).capital ? from + 3 : from + 1;
  const value = wordsOf(page, from, to);
  return { kind: "place", from, to, value, label: value };
}

function isName(token: Token): boolean {
  return token.kind === "word" && token.capital && token.text.length > 2 && !/^(?:бул|осы|сол|the|this)$/.test(token.key);
}
