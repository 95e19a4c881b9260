import { type TermLanguage, unitWords } from "@/lib/model/term";
import type { Found } from "./found";
import { numberAt } from "./numbers";
import { isDash, isWord, type Page, phraseAt, phraseLength, phrasesOf, type Token, tokenAt } from "./page";

const kkEnding = "(?:[лдт][ае]р)?(?:ы|и|сы|си)?(?:нын|нин|дын|дин|тын|тин|ны|ни|ды|ди|ты|ти|н|га|ге|ка|ке|на|не|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен)?";
/** Words for people, folded as words of dates are. */
const people: Record<TermLanguage, RegExp> = {
  kk: new RegExp(`^(?:адам|киси|жигит|белсенди|азамат|азаматша|кыз|айел|наразылык|катысушы|журналист|блогер|студент|тургын|туткын|митингиши|шеруши|усталган|камалган|жактас)${kkEnding}$`),
  ru: /^(?:человек(?:а|ам|ами)?|люд(?:ей|ям|ьми)|активист(?:а|ов|ам|ами|ки|ок|кам|ку)?|участни(?:ка|ков|кам|ками|ц|цы|цу)|задержанн(?:ого|ых|ым|ые)|арестованн(?:ого|ых|ым|ые)|осужденн(?:ых|ым|ые)|мужчин(?:ы|ам|у)?|женщин(?:ы|ам|у)?|парн(?:я|ей|ям)|реб[яе]т|молодых|граждан|журналист(?:а|ов|ам|ки|ок)?|демонстрант(?:а|ов|ам)|протестующих|протестующим|митингующих|подростк(?:а|ов|ам)|несовершеннолетни(?:х|м)|девуш(?:ки|ек|кам)|студент(?:а|ов|ам)|правозащитник(?:а|ов)|сторонник(?:а|ов)|блогер(?:а|ов)|пикетчик(?:а|ов)|жител(?:я|ей|ям))$/,
  en: /^(?:people|persons?|men|women|activists?|protesters?|protestors?|demonstrators?|participants?|detainees|prisoners|journalists?|citizens|youths?|individuals|supporters|students|bloggers|residents|rights-defenders|defenders|guys|boys|girls)$/,
};
const between: Record<TermLanguage, RegExp> = {
  kk: /^(?:белсенди|бейбит|жас|наразы|карапайым|жергиликти|ер|айел|азаматтык)$/,
  ru: /^[а-я]+(?:ых|их|ого|его|ые|ие|ым|им)$/,
  en: /^(?:more|other|further|additional|young|peaceful|civil|opposition|male|female|political|local|ordinary|unnamed|unidentified)$/,
};
const taken = /^(?:устал|камал|задерж|аресто|detained|arrested)/;
const atLeast = ["не менее", "не меньше", "как минимум", "more than", "at least", "no fewer than", "not less than", "более", "более чем", "больше", "свыше", "over", "кеминде", "кем дегенде", "минимум"];
const about = ["около", "примерно", "порядка", "приблизительно", "почти", "about", "around", "approximately", "some", "nearly", "roughly", "шамамен"];
const most = ["до", "up to", "менее", "меньше", "fewer than", "less than", "no more than", "не более", "ст", "статьи", "no", "от"];
const vague: readonly (readonly [string, TermLanguage, RegExp])[] = [
  ["tens", "kk", /^ондаган$/], ["tens", "ru", /^десятк(?:и|ов|ам|ами)$/], ["tens", "en", /^dozens$/],
  ["hundreds", "kk", /^жуздеген$/], ["hundreds", "ru", /^сот(?:ни|ен|ням)$/], ["hundreds", "en", /^hundreds$/],
];
const farMore = phrasesOf(["алдекайда коп", "гораздо больше", "значительно больше", "намного больше", "куда больше", "far more", "many more", "much higher"]);

/** Counts of people that a text gives. A bound from one side that cannot be written ("up to 40") and a span ("40–50") are left to the reader. */
export function findCounts(page: Page): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < page.tokens.length; index++) {
    const count = farMoreAt(page, index) ?? vagueAt(page, index) ?? figureAt(page, index);
    if (count === null) continue;
    found.push(count);
    index = count.to - 1;
  }
  return found;
}

function figureAt(page: Page, index: number): Found | null {
  const number = numberAt(page, index);
  if (number === null || number.value === 0 || (number.value === 1 && number.language !== null)) return null;
  if (/^[№#$€%]$/.test(tokenAt(page, index - 1).text) || (isDash(tokenAt(page, index - 1)) && tokenAt(page, index).glued)) return null;
  const after = roundedAfter(page, number.to);
  const noun = nounAt(page, after.to, number.language);
  if (noun === null) return null;
  const before = (phrases: readonly string[]) => phrases.find((phrase) => phraseAt(page, index - phrase.split(" ").length, phrase));
  const least = before(atLeast);
  const near = before(about);
  if (least === undefined && before(most) !== undefined) return null;
  const lead = after.bound === null ? (least ?? near) : undefined;
  const bound = after.bound ?? (least !== undefined ? "at_least" : near !== undefined ? "about" : "exact");
  return { kind: "count", from: index - (lead?.split(" ").length ?? 0), to: noun, value: `${bound}:${number.value}` };
}

/** What Kazakh puts after the figure: "он шақты", "100-ге жуық", "100-ден астам". */
function roundedAfter(page: Page, index: number): { bound: "about" | "at_least" | null; to: number } {
  if (isWord(tokenAt(page, index), "шакты")) return { bound: "about", to: index + 1 };
  const ending = isDash(tokenAt(page, index)) && tokenAt(page, index + 1).glued ? index + 2 : index;
  if (isWord(tokenAt(page, ending), "жуык")) return { bound: "about", to: ending + 1 };
  return isWord(tokenAt(page, ending), "астам", "аса") ? { bound: "at_least", to: ending + 1 } : { bound: null, to: index };
}

/** The end of "young men", "белсенді жігіт", "мирных жителей"; a word of the same language as the number where that is one. */
function nounAt(page: Page, index: number, language: TermLanguage | null): number | null {
  const languages = (["kk", "ru", "en"] as const).filter((one) => language === null || one === language);
  let end: number | null = null;
  for (let step = 0; step < 4; step++) {
    const token = tokenAt(page, index + step);
    if (token.kind !== "word" || unitWords.has(token.key) || token.date?.kind === "month") break;
    const isNoun = languages.some((one) => people[one].test(token.key)) || isRest(page, index + step, token, language);
    if (isNoun) end = isWord(token, "were") ? index + step : index + step + 1;
    if (!languages.some((one) => between[one].test(token.key))) break;
  }
  return end;
}

/** "Ten others", "пятеро задержаны" say people without a word for them. */
function isRest(page: Page, index: number, token: Token, language: TermLanguage | null): boolean {
  return language !== "kk" && (isWord(token, "others") || (language === null && isWord(token, "were") && taken.test(tokenAt(page, index + 1).key)));
}

function vagueAt(page: Page, index: number): Found | null {
  const token = tokenAt(page, index);
  const word = /^(?:он|жуз|десят|сот|doz|hund)/.test(token.key) ? vague.find(([, , shape]) => shape.test(token.key)) : undefined;
  if (word === undefined) return null;
  const [bound, language] = word;
  const at = isWord(tokenAt(page, index + 1), "of") ? index + 2 : index + 1;
  const noun = nounAt(page, at, language) ?? (language === "en" && isWord(tokenAt(page, at), "were") && taken.test(tokenAt(page, at + 1).key) ? at : null);
  return noun === null ? null : { kind: "count", from: index, to: noun, value: `${bound}:` };
}

function farMoreAt(page: Page, index: number): Found | null {
  if (tokenAt(page, index).kind !== "word") return null;
  const length = phraseLength(page, index, farMore);
  if (length === 0) return null;
  const to = index + length;
  const noun = nounAt(page, to, null);
  if (noun !== null) return { kind: "count", from: index, to: noun, value: "far_more:" };
  for (let step = -6; step <= 5; step++) {
    const token = tokenAt(page, to + step);
    if (taken.test(token.key) && token.sentence === tokenAt(page, index).sentence) return { kind: "count", from: index, to, value: "far_more:" };
  }
  return null;
}
