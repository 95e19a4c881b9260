import { readOrderedTerm, termOf } from "@/lib/model/ordered-term";
import { type TermLanguage, unitWords } from "@/lib/model/term";
import type { Found } from "./found";
import { numberAt } from "./numbers";
import { isDash, isWord, type Page, phraseAt, type Token, tokenAt } from "./page";

/** Words that make a length of time one of custody. */
const custody: Record<TermLanguage, RegExp> = {
  en: /^(?:arrest|detention|jail|prison|custody|imprison|remand|sentenc|incarcerat|behind)/,
  ru: /^(?:арест|свобод|колони|тюрьм|тюрем|заключ|страж|изолят|режим|приговор|осужд|осудил|посад)/,
  kk: /^(?:камал|камад|камау|камак|камап|туткын|айыр|бостанд|колони|турме|соттал|жазала|кесил|кести)/,
};
const nouns = { en: /^(?:administrative|arrest|detention|jail|prison|custody|imprisonment|sentence|term|behind|in)$/, ru: /^(?:админ|арест|лишен|огранич|колони|тюрьм|заключ|режим|стро|общего|принуд)/, kk: /^(?:камау|камак|бас|турме|колони|акимшилик|мерзим)/ };
const ruBefore = new Set("на к ко получил получила получили дали назначил назначила назначили".split(" "));
const before = new Set("более свыше больше менее до от через спустя within over after last past than каждые каждый прошло еще another first соткен".split(" "));
const after = new Set("назад ago earlier later бурын бери астам кейин дейин ишинде бойы подряд спустя old before after спорт жасаган жас".split(" "));
const farthest = 8;

/** Terms of custody that a text names: a length with a unit, in a form or beside words that only custody has. */
export function findTerms(page: Page): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < page.tokens.length; index++) {
    const term = lifeAt(page, index) ?? termAt(page, index);
    if (term === null) continue;
    found.push(term);
    index = term.to - 1;
  }
  return found;
}

function lifeAt(page: Page, index: number): Found | null {
  const token = tokenAt(page, index);
  const life = (to: number): Found => ({ kind: "term", from: index, to, value: "LIFE" });
  if (/^пожизненн(?:о|ое|ого|ому|ым|ом|ый)$/.test(token.key)) {
    const deprived = /^лишени/.test(tokenAt(page, index + 1).key) && isWord(tokenAt(page, index + 2), "свободы");
    return life(deprived ? index + 3 : /^(?:срок|заключени)/.test(tokenAt(page, index + 1).key) ? index + 2 : index + 1);
  }
  if (isWord(token, "омир") && isWord(tokenAt(page, index + 1), "бойы", "бойына")) return near(page, index, index + 2, "kk", farthest) ? life(index + 2) : null;
  if (!isWord(token, "life")) return null;
  if (isWord(tokenAt(page, index + 1), "sentence", "imprisonment", "term") || phraseAt(page, index + 1, "in prison")) return life(index + (phraseAt(page, index + 1, "in prison") ? 3 : 2));
  return phraseAt(page, index - 2, "sentenced to") ? life(index + 1) : null;
}

function termAt(page: Page, index: number): Found | null {
  const read = lengthAt(page, index);
  if (read === null || !fits(page, index, read.to, read.unit, read.language)) return null;
  const words = page.tokens.slice(index, read.to).filter((token) => !isDash(token)).map((token) => (token.key === "a" || token.key === "an" ? "one" : token.key));
  const term = readOrderedTerm(words.join(" "));
  if (!term.ok || term.value === null || termOf(term.value) === null) return null;
  return { kind: "term", from: index, to: read.to, value: term.value };
}

/** "10 суток", "1 год и 6 месяцев", "10-day", "полтора года", and the last unit of it. */
function lengthAt(page: Page, index: number): { to: number; unit: Token; language: TermLanguage } | null {
  const special = specialAt(page, index);
  if (special !== null) return special;
  let at = index;
  let last: { to: number; unit: Token; language: TermLanguage } | null = null;
  for (let part = 0; part < 3; part++) {
    const start = part > 0 && isWord(tokenAt(page, at), "и", "and", "мен") ? at + 1 : at;
    const article = part === 0 && isWord(tokenAt(page, start), "a", "an") ? { to: start + 1, language: "en" as const } : null;
    const number = article ?? numberAt(page, start);
    if (number === null) break;
    const unitAt = isDash(tokenAt(page, number.to)) && tokenAt(page, number.to + 1).kind === "word" ? number.to + 1 : number.to;
    const unit = tokenAt(page, unitAt);
    const meaning = unit.kind === "word" && unit.key.length > 1 ? unitWords.get(unit.key) : undefined;
    if (meaning === undefined || (number.language !== null && number.language !== meaning.language)) break;
    last = { to: unitAt + 1, unit, language: meaning.language };
    at = unitAt + 1;
  }
  return last;
}

function specialAt(page: Page, index: number): { to: number; unit: Token; language: TermLanguage } | null {
  const token = tokenAt(page, index);
  const next = tokenAt(page, index + 1);
  if (isWord(token, "полгода") || (isWord(token, "сутки") && isWord(tokenAt(page, index - 1), "на"))) return { to: index + 1, unit: token, language: "ru" };
  if (isWord(token, "полтора") && isWord(next, "года")) return { to: index + 2, unit: next, language: "ru" };
  return isWord(token, "жарты") && isWord(next, "жылга", "жылдык", "жыл") ? { to: index + 2, unit: next, language: "kk" } : null;
}

function fits(page: Page, from: number, to: number, unit: Token, language: TermLanguage): boolean {
  const previous = tokenAt(page, from - 1);
  const next = tokenAt(page, to);
  if (before.has(previous.key) || after.has(next.key) || isDash(previous)) return false;
  if (isWord(previous, "to") && isWord(tokenAt(page, from - 2), "up")) return false;
  if (isWord(tokenAt(page, from - 2), "до", "свыше", "более") || (isWord(previous, "в") && language === "ru")) return false;
  if (nouns[language].test(next.key) && (language !== "en" || next.key !== "in" || custody.en.test(tokenAt(page, to + 1).key))) {
    return language !== "en" || next.key !== "term" || near(page, from, to, "en", farthest);
  }
  if (language === "ru") return ruBefore.has(previous.key) && (/^сут/.test(unit.key) || near(page, from, to, "ru", farthest));
  if (language === "en") return isWord(previous, "to", "for") && verbBefore(page, from);
  const isDative = /(?:га|ге|ка|ке)$/.test(unit.key);
  return isDative && (unit.key.startsWith("таулик") || near(page, from, to, "kk", 5));
}

function near(page: Page, from: number, to: number, language: TermLanguage, distance: number): boolean {
  for (let step = 1; step <= distance && tokenAt(page, from - step).kind !== "stop"; step++) if (custody[language].test(tokenAt(page, from - step).key)) return true;
  for (let step = 0; step < distance && tokenAt(page, to + step).kind !== "stop"; step++) if (custody[language].test(tokenAt(page, to + step).key)) return true;
  return false;
}

function verbBefore(page: Page, from: number): boolean {
  for (let step = 2; step <= 6 && tokenAt(page, from - step).kind !== "stop"; step++) if (/^(?:sentenced|jailed|imprisoned|arrested|remanded|incarcerated)$/.test(tokenAt(page, from - step).key)) return true;
  return false;
}
