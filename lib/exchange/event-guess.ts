import { MOST_VALUES, wordKey, type EventMapping, type ImportDetails, type ImportPlace } from "@/lib/model/event-import";
import { listTargets, manyColumns, type ImportTarget, type WordTarget } from "@/lib/model/import-kind";
import { countCategories, type CountCategory, type eventKinds, type permits } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { addressesIn, guessSeparator, knownText } from "./cells";
import type { CsvRow } from "./csv-read";
import type { KnownPlace } from "./event-plan";
import { matchWord, type ListWords } from "./import-words";

type Words = readonly (readonly [target: ImportTarget, pattern: RegExp])[];

/** Words of headings in three languages; the first that fits counts. */
const headings: Words = [
  ["external_id", /^(event[ _]?)?(id|№|no\.?|number|номер|идентификатор|код|нөмірі?)([ _](event|события|оқиға))?$/],
  ["year", /^(year|год|жыл|жылы)$/],
  ["note", /(subject|organi[sz]er)[ _](type|topic)|тип организатор|comment|description|note|описани|комментари|примечани|сипаттама|ескерт/],
  ["demands", /demand|story|slogan|topic|требовани|повод|тема|лозунг|талап|тақырыб/],
  ["count_by", /counted[ _]by|who[ _]counted|кто (по)?считал|кім санады/],
  ["organiser", /organi[sz]er|организатор|ұйымдастыр/],
  ["permit", /agreement|permit|permission|согласован|разрешени|рұқсат|келіс/],
  ["sources", /^(links?|urls?|sources?|ссылк[аи]|источник(и)?|сілтеме(лер)?|дереккөз(дер)?)$/],
  ["stations", /\bovd\b|station|police|^овд|отдел|участ(ок|ки)|полици|бөлім/],
  ["count", /detention|detain|arrest|injur|participants?$|headcount|^count|задержан|арестован|пострада|участник|численност|количеств|ұсталған|қамалған|саны$/],
  ["kind", /(^|event[ _])(type|kind|form)$|^(тип|вид|форма|формат)( события| акции)?$|^(оқиға )?түрі$/],
  ["start", /^(start|begin|when|event)?[ _]?date$|^(дата|когда|начало)( начала| события| акции)?$|күні$|уақыты$/],
  ["place", /^(region|city|town|регион|город|область|населенный пункт|нас\. пункт|қала|аймақ|облыс)$/],
  ["spot", /place|address|location|venue|spot|^место|адрес|локаци|орны$|жері$|мекенжай/],
  ["title", /title|^(event|name)$|название|заголовок|^событие$|атауы$|^оқиға$/],
];

const categories: readonly (readonly [CountCategory, RegExp])[] = [
  ["arrested", /arrest|арестован|қамалған/],
  ["injured", /injur|пострада|ранен|жарала|зардап/],
  ["took_part", /particip|участник|численност|headcount|қатысу/],
  ["released", /releas|освобожд|отпущ|босат/],
  ["penalised", /penali|fined|наказан|оштраф|жазала/],
];

const kindWords: readonly (readonly [(typeof eventKinds)[number], RegExp])[] = [
  ["single_picket", /одиночн|single|solo|lone|жалғыз|жеке дара/],
  ["march", /шестви|марш|в движении|march|procession|шеру/],
  ["rally", /митинг|rally|demonstration|демонстраци/],
  ["raid", /рейд|обыск|raid|search|тінту/],
  ["court_day", /суд|court|hearing|сот/],
  ["meeting", /собрани|сход|meeting|assembly|жиналыс/],
  ["action", /акци|action|перформанс|пикет|picket/],
];

const permitWords: readonly (readonly [(typeof permits)[number], RegExp])[] = [
  ["not_required", /не требу|not required|қажет емес/],
  ["refused", /отказ|запрещ|refused|denied|banned|тыйым|бас тарт/],
  ["notified", /уведом|notified|хабарла/],
  ["permitted", /^(согласован|разреш|permitted|agreed|approved|allowed|рұқсат берілген|келісілген)/],
];

/** Which column is what, by its heading and, where that says nothing, by what stands in it. */
export function guessColumns(names: readonly string[], rows: readonly CsvRow[]): ImportTarget[] {
  const taken = new Set<ImportTarget>();
  return names.map((heading, at) => {
    const guess = byHeading(heading) ?? byCells(rows.slice(0, 50).map(({ cells }) => cells[at] ?? ""));
    if (guess === undefined || (taken.has(guess) && !manyColumns.has(guess))) return "skip";
    taken.add(guess);
    return guess;
  });
}

const byHeading = (heading: string): ImportTarget | undefined => {
  const words = wordKey(heading).replaceAll("_", " ");
  return headings.find(([, pattern]) => pattern.test(words))?.[0];
};

function byCells(cells: readonly string[]): ImportTarget | undefined {
  const filled = cells.map(knownText).filter(Boolean);
  if (filled.length === 0) return undefined;
  return filled.every((cell) => addressesIn(cell).addresses.length > 0) ? "sources" : undefined;
}

const blankPlace = { placeId: null, code: "", country: "", zone: "", nameKk: "", nameRu: "", nameEn: "" };

/** A first answer to everything that is asked of a file; what nobody can know is left open. */
export function guessDetails(names: readonly string[], columns: readonly ImportTarget[], rows: readonly CsvRow[], places: readonly KnownPlace[], lists: ListWords): ImportDetails {
  const cellsOf = (at: number) => rows.map(({ cells }) => cells[at] ?? "");
  return {
    sender: "",
    countedBy: "",
    kind: "",
    placeId: null,
    organiserAs: "movement",
    stationKind: "police",
    language: "other",
    detentionKind: "unknown",
    orderKind: "administrative_arrest",
    statedBy: "",
    doubtful: "record",
    similar: "aside",
    details: columns.map((target, at) => ({
      separator: target === "organiser" || target === "stations" ? guessSeparator(cellsOf(at)) : "none",
      category: target === "count" ? (categories.find(([, pattern]) => pattern.test(wordKey(names[at] ?? "")))?.[0] ?? countCategories[0]) : countCategories[0],
      bound: "exact",
    })),
    kinds: wordsIn(columns, rows, "kind").map((text) => ({ text, as: kindWords.find(([, pattern]) => pattern.test(wordKey(text)))?.[0] ?? "" })),
    permits: wordsIn(columns, rows, "permit").map((text) => ({ text, as: permitWords.find(([, pattern]) => pattern.test(wordKey(text)))?.[0] ?? "" })),
    words: (Object.keys(listTargets) as WordTarget[]).flatMap((target) => wordsIn(columns, rows, target).map((text) => ({ list: listTargets[target], text, as: matchWord(text, listTargets[target], lists)?.value ?? "" }))),
    places: wordsIn(columns, rows, "place").map((text) => ({ ...blankPlace, text, placeId: placeNamed(text, places)?.id ?? null })),
  };
}

/** The place of this name, also a former one, or code; undefined where there is none, or more than one. */
export function placeNamed(text: string, places: readonly KnownPlace[]): KnownPlace | undefined {
  const wanted = foldName(text.replace(/^(г\.|г |город |гор\.|қ\.)\s*|\s+(қ\.|қаласы)$/gi, ""));
  const found = places.filter((place) => [place.nameKk, place.nameRu, place.nameEn, ...(place.otherNames ?? [])].some((name) => foldName(name) === wanted) || place.code === text.trim());
  return found.length === 1 && wanted !== "" ? found[0] : undefined;
}

/** The different words of the column that is `target`, in the order of the file, without those that say that nothing is known. */
export function wordsIn(columns: readonly ImportTarget[], rows: readonly CsvRow[], target: ImportTarget): string[] {
  const at = columns.indexOf(target);
  if (at < 0) return [];
  const words = new Map<string, string>();
  for (const { cells } of rows) {
    const text = knownText(cells[at] ?? "").replace(/\s+/g, " ");
    if (text !== "" && text.length <= 300 && words.size < MOST_VALUES) words.set(wordKey(text), words.get(wordKey(text)) ?? text);
  }
  return [...words.values()];
}

/** What is known of a file whose headings were mapped before, brought to the words that this one holds. */
export function broughtTo(mapping: EventMapping, rows: readonly CsvRow[], places: readonly KnownPlace[], lists: ListWords): EventMapping {
  const fresh = guessDetails(mapping.headings, mapping.columns, rows, places, lists);
  // What was remembered before there was a question has no answer to it.
  return { ...fresh, ...mapping, words: recalledWords(fresh.words, (mapping as Partial<EventMapping>).words ?? []), details: mapping.columns.map((_, at) => mapping.details[at] ?? fresh.details[at] ?? { separator: "none", category: "detained", bound: "exact" }), kinds: recalled(fresh.kinds, mapping.kinds), permits: recalled(fresh.permits, mapping.permits), places: recalledPlaces(fresh.places, mapping.places, places) };
}

const recalled = <T extends { text: string; as: string }>(fresh: T[], kept: readonly T[]): T[] => {
  const answers = new Map(kept.filter(({ as }) => as !== "").map((each) => [wordKey(each.text), each.as]));
  return fresh.map((each) => ({ ...each, as: answers.get(wordKey(each.text)) ?? each.as }));
};

const recalledWords = (fresh: ImportDetails["words"], kept: ImportDetails["words"]): ImportDetails["words"] => {
  const answers = new Map(kept.filter(({ as }) => as !== "").map((each) => [`${each.list} ${wordKey(each.text)}`, each.as]));
  return fresh.map((each) => ({ ...each, as: answers.get(`${each.list} ${wordKey(each.text)}`) ?? each.as }));
};

/** A place that was made by an earlier file is on record now: its code finds it. */
const recalledPlaces = (fresh: ImportPlace[], kept: readonly ImportPlace[], places: readonly KnownPlace[]): ImportPlace[] => {
  const answers = new Map(kept.map((each) => [wordKey(each.text), each]));
  return fresh.map((each) => {
    const answer = answers.get(wordKey(each.text));
    if (!answer) return each;
    const made = answer.placeId === null && answer.code !== "" ? places.find((place) => place.code === answer.code.toUpperCase())?.id : undefined;
    if (made) return { ...blankPlace, text: each.text, placeId: made };
    return { ...answer, text: each.text, placeId: places.some((place) => place.id === answer.placeId) ? answer.placeId : each.placeId };
  });
};
