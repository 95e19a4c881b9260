import { foldName } from "@/lib/names/fold";
import { courtAt } from "./courts";
import { nameKey } from "./endings";
import type { Found } from "./found";
import { abbreviations, bodies, facilityLetters, facilityPhrases, type InstitutionAbout, policeLetters, policePhrases } from "./institution-words";
import { isDash, type Page, tokenAt, wordsOf } from "./page";
import { addName, indexOf, matchAt, type RecordIndex } from "./records";
import type { KnownRecords } from "./suggestion";

export type Institutions = { known: RecordIndex; common: RecordIndex; abouts: Map<string, InstitutionAbout>; exact: Map<string, string>; records: Map<string, string> };

const abouts: readonly InstitutionAbout[] = ["court", "police", "facility", "agency", "movement", "media", "ngo"];
const longestTitle = 9;
const opening = /^["«“„]$/;
const closing = /^["»”“]$/;
/** "спецприемника" → "спецприемник", "изоляторында" → "изоляторы": the last word of a kind in the first case. */
const caseEndings = /(спецпри[её]мник|изолятор(?!ы)|изоляторы|департаменті|басқармасы|бөлімі)(?:ның|нің|на|не|нан|нен|нда|нде|н|а|е|у|ом)(?!\p{L})/giu;
const groups = /^(?:козгалыс|уйым|партия|движени|парти[ияюе]|организаци|движ|movement|party|organi[sz]ation)/;

/** Institutions on record, with the other names of their bodies, and the bodies that every text knows. */
export function institutionIndex(institutions: KnownRecords["institutions"]): Institutions {
  const index: Institutions = { known: indexOf(institutions), common: new Map(), abouts: new Map(), exact: new Map(), records: new Map() };
  for (const { id, kind, names } of institutions) {
    const about = abouts.find((one) => one === kind);
    if (about !== undefined) index.abouts.set(id, about);
    for (const name of names) index.exact.set(foldName(name), id);
  }
  for (const { about, names, keys } of bodies) {
    const record = keys.map((key) => index.exact.get(key)).find((id) => id !== undefined);
    for (const name of names) {
      if (record !== undefined) index.records.set(name, record).set(foldName(name), record);
      if (!abbreviations.has(name)) addName(record === undefined ? index.common : index.known, record ?? names[0] ?? name, name);
      if (record === undefined) index.abouts.set(names[0] ?? name, about);
    }
  }
  return index;
}

/** Courts, police, ministries, places of custody and movements, on record or named in the text. */
export function findInstitutions(page: Page, index: Institutions, places: ReadonlySet<number>): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < page.tokens.length; at++) {
    const one = quotedAt(page, index, at) ?? knownAt(page, index, at) ?? shortAt(page, index, at) ?? kindAt(page, at, places) ?? courtAt(page, at, places);
    if (one === null) continue;
    const known = index.exact.get(foldName(one.value));
    while (found.length > 0 && (found.at(-1)?.to ?? 0) > one.from) found.pop();
    found.push(known === undefined ? one : { ...one, value: known });
    at = one.to - 1;
  }
  return found;
}

function knownAt(page: Page, index: Institutions, at: number): Found | null {
  for (const records of [index.known, index.common]) {
    const match = matchAt(page, records, at);
    const id = match?.ids[0];
    if (match === null || id === undefined) continue;
    const token = tokenAt(page, at);
    const isOne = match.to === at + 1;
    if (isOne && !token.capital && match.name !== match.name.toLowerCase()) continue;
    if (isOne && nameKey(token).length <= 3 && token.text !== token.text.toUpperCase()) continue;
    const about = index.abouts.get(id);
    const doubts = match.ids.length > 1 ? { doubts: ["several_known" as const] } : {};
    return { kind: "institution", from: at, to: match.to, value: records === index.known ? id : match.name, label: match.name, ...(about === undefined ? {} : { about }), ...doubts };
  }
  return null;
}

/** "ІІМ", "МВД": as written, in capitals. */
function shortAt(page: Page, index: Institutions, at: number): Found | null {
  const { text } = tokenAt(page, at);
  const body = abbreviations.get(text);
  if (body === undefined) return null;
  return { kind: "institution", from: at, to: at + 1, value: index.records.get(text) ?? text, label: text, about: body.about };
}

/** «…» қозғалысы, движение «…», the "…" movement. */
function quotedAt(page: Page, index: Institutions, at: number): Found | null {
  if (!opening.test(tokenAt(page, at).text)) return null;
  let end = at + 1;
  while (end - at <= longestTitle && tokenAt(page, end).kind !== "stop" && !closing.test(tokenAt(page, end).text)) end++;
  if (!closing.test(tokenAt(page, end).text) || end === at + 1) return null;
  const before = groups.test(tokenAt(page, at - 1).key);
  const after = groups.test(tokenAt(page, end + 1).key);
  const inside = wordsOf(page, at + 1, end);
  const known = index.exact.get(foldName(inside)) ?? index.records.get(foldName(inside));
  const hasLetters = /\p{Lu}/u.test(inside);
  if ((!before && !after && known === undefined) || !hasLetters) return null;
  const about = known === undefined ? "movement" : index.abouts.get(known);
  return { kind: "institution", from: before ? at - 1 : at, to: after ? end + 2 : end + 1, value: known ?? inside, label: inside, ...(about === undefined ? {} : { about }) };
}

/** A police body or a place of custody by its kind, with the number or the place that tells it apart. */
function kindAt(page: Page, at: number, places: ReadonlySet<number>): Found | null {
  const token = tokenAt(page, at);
  if (token.kind !== "word") return null;
  const facility = facilityLetters.has(token.text) ? at + 1 : phraseEnd(page, at, facilityPhrases);
  const police = policeLetters.has(token.text) ? at + 1 : phraseEnd(page, at, policePhrases);
  const end = facility ?? police;
  if (end === null) return null;
  let to = end;
  if ((isDash(tokenAt(page, to)) && tokenAt(page, to).glued) || tokenAt(page, to).text === "№") to = tokenAt(page, to + 1).kind === "number" ? to + 2 : to;
  while (places.has(to)) to++;
  const adjective = tokenAt(page, at - 1).capital && /(?:ск|цк)(?:ое|ого|ом|ому|ий|им)$/.test(tokenAt(page, at - 1).key);
  const owner = /^(?:каласы|ауданы)нын$/.test(tokenAt(page, at - 1).key) && tokenAt(page, at - 2).capital;
  const from = adjective ? at - 1 : owner ? at - 2 : at;
  const placed = places.has(at - 1) && !/[дт][ае](?:г[ыи]|н)?$/.test(tokenAt(page, at - 1).key) ? at - 1 : from;
  if (facility === null && ((placed === at && to === end) || tokenAt(page, at - 1).kind === "number")) return null;
  const value = wordsOf(page, placed, to).replace(caseEndings, "$1");
  return { kind: "institution", from: placed, to, value, label: value, about: facility === null ? "police" : "facility" };
}

function phraseEnd(page: Page, at: number, phrases: readonly (readonly string[])[]): number | null {
  const found = phrases.find((words) => words.every((word, step) => tokenAt(page, at + step).key.startsWith(word)));
  return found === undefined ? null : at + found.length;
}
