import { foldName } from "@/lib/names/fold";
import type { Token } from "./page";
import { remembered } from "./remembered";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Case endings as `foldName` writes them. */
const kazakh = set("да де та те даги деги таги теги дан ден тан тен нан нен га ге ка ке на не ни ди ти н нин дин тин мен бен пен нда нде ндаги ндеги лик дик тик");
const afterConsonant = set("а у ом ем е и иу им ои");
const afterDroppedA = set("и е у ои оиу еи еиу");
const afterDroppedI = set("и е м ем иа иу ого ому им ом ои его ему аиа уиу");
const afterDroppedO = set("а у ом е");
const afterDroppedE = set("иа иу ем и");
const longestEnding = 6;
const shortestStem = 3;
const longestWord = 60;

const folded = remembered((text) => foldName(text).replaceAll(" ", ""));

/** The search key of a word of a text; empty for what is no word. */
export function nameKey(token: Token): string {
  if (token.kind !== "word" || token.text.length > longestWord) return "";
  return folded(token.text);
}

/** A word without the last letter that its case endings take the place of; by it a word is looked up. */
export function stemOf(key: string): string {
  return key.length > shortestStem && (/[аио]$/.test(key) || key.endsWith("не")) ? key.slice(0, -1) : key;
}

/** The beginnings of a word of a text that can be the stem of a word on record. */
export function stemsIn(key: string): string[] {
  const shortest = Math.max(shortestStem, key.length - longestEnding);
  const stems = key.length < shortestStem ? [key] : [];
  for (let length = key.length; length >= shortest; length--) stems.push(key.slice(0, length));
  return stems;
}

/** True where the word of a text is the word on record, perhaps with a Kazakh, Russian or English case ending. */
export function isFormOf(key: string, record: string): boolean {
  if (key === record) return true;
  if (record.length < shortestStem) return false;
  const last = record.slice(-1);
  if (key.startsWith(record)) {
    const rest = key.slice(record.length);
    if (rest === "с" || kazakh.has(rest) || kazakh.has(last + rest) || (last !== "а" && last !== "о" && afterConsonant.has(rest))) return true;
  }
  const stem = stemOf(record);
  if (stem === record || !key.startsWith(stem)) return false;
  const rest = key.slice(stem.length);
  if (last === "о") return afterDroppedO.has(rest);
  if (last === "е") return afterDroppedE.has(rest);
  if (last === "и" && stem.endsWith("е") && rest === "") return true;
  return last === "а" ? afterDroppedA.has(rest) || (stem.endsWith("и") && rest === "") : afterDroppedI.has(rest) && rest !== "и";
}
