import type { Found } from "./found";
import { isDash, isWord, type Page, phraseLength, phrasesOf, type Sentence, type Token, tokenAt } from "./page";

type Span = { from: number; to: number };

/** Words for who speaks, folded as words of dates are. */
const speakers = new RegExp(`^(?:${[
  "ол|олар|коргаушы(?:лар|лары|сы)?|белсенди(?:лер)?|полиция|прокуратура|министрлик|ведомство|адвокат(?:ы|тар|тары)?|туыс(?:тары|ы)|куагер(?:лер)?|журналист(?:тер)?|уйым(?:дар)?|анасы|акеси|жубайы",
  "он|она|они|правозащитник(?:и|ов|а)?|активист(?:ы|ов|ка)?|полици[яи]|прокуратур[аеы]|министерств[оеа]|ведомств[оеа]|адвоката?|адвокаты|адвокатов|родственник(?:и|ов)|очевид(?:цы|цев)|свидетел(?:и|ей)|защитника?|мать|отец|жена|матери|отца|жены",
  "he|she|they|defenders?|activists?|police|ministry|prosecutors?|lawyers?|relatives|witnesses|officials|authorities|groups?|organi[sz]ations?|family|mother|father|wife",
].join("|")})$`);
const modifiers = /^(?:кейбир|кукык|халыкаралык|некоторые|многие|местные|some|human|rights|several|international|local|interior|the|his|her|their|many|other)$/;
const kazakhVerbs = /^(?:деди|дейди|айтты|айтады|билдирди|хабарлады|хабарлайды|малимдеди|жеткизди|растады|жазды|тусиндирди)$/;
const kazakhPerfects = /^(?:деген|айткан|хабарлаган|малимдеген|жеткизген|билдирген|растаган|жазган)$/;
const verbs = /^(?:сообщил|сообщила|сообщили|сообщает|сообщают|заявил|заявила|заявили|рассказал|рассказала|рассказали|подтвердил|подтвердили|отметил|отметила|отметили|уточнил|уточнили|сказал|сказала|сказали|утверждают|утверждает|said|says|reported|reports|told|stated|confirmed|announced|added)$/;
const sources = phrasesOf(["по данным", "по словам", "по информации", "по сведениям", "по утверждению", "according to"]);
const longestSource = 6;

/** Who says what a sentence says, in the words of the text; empty where nobody is named or where it could be either of two. */
export function speakerOf(page: Page, sentence: Sentence, found: readonly Found[]): string {
  const entities = new Map(found.filter(({ kind }) => kind === "institution" || kind === "person" || kind === "name").map((one) => [one.from, one]));
  const span = namedSource(page, sentence, entities) ?? russianOrEnglish(page, sentence, entities) ?? kazakh(page, sentence, entities);
  return span === null ? "" : page.text.slice(tokenAt(page, span.from).start, tokenAt(page, span.to - 1).end);
}

/** "По словам …", "according to …": up to the comma, or the first words that can speak. */
function namedSource(page: Page, { first, last }: Sentence, entities: ReadonlyMap<number, Span>): Span | null {
  for (let at = first; at < last; at++) {
    const length = phraseLength(page, at, sources);
    if (length === 0) continue;
    const from = at + length;
    const speaker = spanAt(page, from, entities);
    if (speaker !== null) return speaker;
    const start = tokenAt(page, from);
    if (start.kind !== "word" || isWord(start, "на", "за", "a", "the") && tokenAt(page, from + 1).kind === "number" || start.key === "на") continue;
    let to = from;
    while (to - from < longestSource && tokenAt(page, to).kind === "word") to++;
    if (to > from && to - from < longestSource) return { from, to };
  }
  return null;
}

/** "Сообщили в МВД", "сказал он", "правозащитники сообщили", "the ministry said", "said he". */
function russianOrEnglish(page: Page, { first, last }: Sentence, entities: ReadonlyMap<number, Span>): Span | null {
  for (let at = first; at < last; at++) {
    const token = tokenAt(page, at);
    if (token.kind !== "word" || !verbs.test(token.key)) continue;
    const subject = spanBefore(page, at, entities);
    if (subject !== null) return subject;
    const inAt = isWord(tokenAt(page, at + 1), "в", "во") ? at + 2 : at + 1;
    const after = spanAt(page, inAt, entities);
    if (after !== null && !isWord(tokenAt(page, at), "told")) return after;
  }
  return null;
}

function kazakh(page: Page, { first, last }: Sentence, entities: ReadonlyMap<number, Span>): Span | null {
  for (let at = last - 1; at >= first; at--) {
    const token = tokenAt(page, at);
    if (token.kind !== "word" || !(kazakhVerbs.test(token.key) || (kazakhPerfects.test(token.key) && tokenAt(page, at + 1).kind !== "word"))) continue;
    const after = spanAt(page, at + 1, entities);
    if (after !== null && isBare(page, after)) return after;
    const before = spanBefore(page, at, entities);
    if (before !== null && isBare(page, before)) return before;
    return onlyOne(page, first, at, entities);
  }
  return null;
}

/** The one in the nominative before the verb; two of them leave it open. */
function onlyOne(page: Page, first: number, verb: number, entities: ReadonlyMap<number, Span>): Span | null {
  let only: Span | null = null;
  for (let at = first; at < verb; at++) {
    const span = spanAt(page, at, entities);
    if (span === null || !isBare(page, span)) continue;
    if (only !== null) return null;
    only = span;
    at = span.to - 1;
  }
  return only;
}

function spanAt(page: Page, at: number, entities: ReadonlyMap<number, Span>): Span | null {
  let to = at;
  while (to - at < 3 && modifiers.test(tokenAt(page, to).key)) to++;
  const entity = entities.get(to);
  if (entity !== undefined) return { from: at, to: entity.to };
  return canSpeak(tokenAt(page, to)) ? { from: at, to: to + 1 } : null;
}

function spanBefore(page: Page, verb: number, entities: ReadonlyMap<number, Span>): Span | null {
  for (let length = 1; length <= 10; length++) {
    const entity = entities.get(verb - length);
    if (entity?.to === verb) return { from: verb - length, to: verb };
  }
  if (!canSpeak(tokenAt(page, verb - 1))) return null;
  let from = verb - 1;
  while (verb - from < 4 && modifiers.test(tokenAt(page, from - 1).key)) from--;
  return { from, to: verb };
}

function canSpeak(token: Token): boolean {
  return token.kind === "word" && speakers.test(token.key);
}

/** In Kazakh the one who speaks stands without a case ending, nor does a possessor: "полицияның", "ІІМ-нің". */
function isBare(page: Page, { to }: Span): boolean {
  const last = tokenAt(page, to - 1);
  const ended = isDash(tokenAt(page, to)) && tokenAt(page, to).glued;
  return !ended && (canSpeak(last) || last.text === last.text.toUpperCase() || !/(?:нын|нин|дын|дин|тын|тин|га|ге|ка|ке|ны|ни|ды|ди|ты|ти|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен)$/.test(last.key));
}
