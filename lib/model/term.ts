import { foldDateLetters } from "./uncertain-date-words";

/** A length of custody as ordered: years, months, weeks, days, hours. Absent units are absent, never zero. */
export type Term = { y?: number; m?: number; w?: number; d?: number; h?: number };

export const termUnits = ["y", "m", "w", "d", "h"] as const;
export type TermUnit = (typeof termUnits)[number];

export type TermProblem = "term_unreadable" | "term_zero" | "term_negative" | "term_too_long";

export type ReadTerm = { ok: true; value: Term } | { ok: false; code: TermProblem };

/** The most that one term can hold of each unit: 100 years, and limits that no ruling in days or hours reaches. */
const most: Required<Term> = { y: 100, m: 1200, w: 2900, d: 20_000, h: 5000 };
const longestText = 100;

/** Words of each language, English | Russian | Kazakh. */
const units: Record<keyof Required<Term>, string> = {
  y: "y yr yrs year years|г год года годов году годам лет|жыл жылга жылдык",
  m: "m mo mos month months|м мес месяц месяца месяцев месяцам|ай айга айлык",
  w: "w wk wks week weeks|н нед неделя недели недель неделю неделям|апта аптага апталык",
  d: "d day days|д дн день дня дней дням сут сутки суток суткам|кун кунге кундик тауликке таулик тауликтик",
  h: "h hr hrs hour hours|ч час часа часов часам|сагат сагатка сагаттык саг",
};

const numbers: Record<number, string> = {
  1: "a an one|один одна одно одни одному одной|бир", 2: "two|два две двое двух двум двоих|еки", 3: "three|три трое трех трем троих|уш",
  4: "four|четыре четверо четырех четырем четверых|торт", 5: "five|пять пятеро пяти пятерых|бес", 6: "six|шесть шестеро шести шестерых|алты",
  7: "seven|семь семеро семи семерых|жети", 8: "eight|восемь восьми|сегиз", 9: "nine|девять девяти|тогыз", 10: "ten|десять десяти|он",
  11: "eleven|одиннадцать одиннадцати|", 12: "twelve|двенадцать двенадцати|", 13: "thirteen|тринадцать тринадцати|", 14: "fourteen|четырнадцать четырнадцати|",
  15: "fifteen|пятнадцать пятнадцати|", 16: "sixteen|шестнадцать шестнадцати|", 17: "seventeen|семнадцать семнадцати|", 18: "eighteen|восемнадцать восемнадцати|",
  19: "nineteen|девятнадцать девятнадцати|", 20: "twenty|двадцать двадцати|жиырма", 30: "thirty|тридцать тридцати|отыз", 40: "forty|сорок сорока|кырык",
  50: "fifty|пятьдесят пятидесяти|елу", 60: "sixty|шестьдесят шестидесяти|алпыс", 70: "seventy|семьдесят семидесяти|жетпис",
  80: "eighty|восемьдесят восьмидесяти|сексен", 90: "ninety|девяносто|токсан",
};

export type TermLanguage = "en" | "ru" | "kk";
const languages = ["en", "ru", "kk"] as const;
type TermWord<T> = { value: T; language: TermLanguage };

function wordsOf<T>(lists: (readonly [T, string])[]): Map<string, TermWord<T>> {
  return new Map(lists.flatMap(([value, list]) => list.split("|").flatMap((part, i) =>
    part.split(" ").filter(Boolean).map((word) => [word, { value, language: languages[i] ?? "en" }] as const))));
}

/** Words for units and numbers, folded as words of dates are, with the language of each: Russian "он" is not the Kazakh ten. */
export const unitWords: ReadonlyMap<string, TermWord<TermUnit>> = wordsOf(termUnits.map((unit) => [unit, units[unit]] as const));
export const numberWords: ReadonlyMap<string, TermWord<number>> = wordsOf(Object.entries(numbers).map(([value, list]) => [Number(value), list] as const));

/**
 * Reads a term as typed in English, Russian or Kazakh: "10", "10 суток", "он күн", "1 year 6 months", "72 сағат".
 * A plain number is days. Zero and negative terms, and those beyond any real ruling, are refused with a code.
 */
export function parseTerm(text: string): ReadTerm {
  if (text.length > longestText) return refused("term_unreadable");
  const lowered = foldDateLetters(text.normalize("NFKC").toLowerCase().trim());
  if (/^[-−–]\s*\d/.test(lowered)) return refused("term_negative");
  const prepared = lowered.replace(/полтора года/, "1 год 6 месяцев").replace(/полгода|жарты жыл(?:га|дык)?/, "6 месяцев").replace(/(?:бир|1) жарым жыл(?:га|дык)?/, "1 год 6 месяцев");
  if (!/^[\d\p{L}\s.,-]+$/u.test(prepared) || /\d[.,]\d/.test(prepared)) return refused("term_unreadable");
  const value = gather(prepared.match(/\d+|\p{L}+/gu) ?? []);
  if (value === null) return refused("term_unreadable");
  const amounts = termUnits.map((unit) => value[unit]).filter((amount) => amount !== undefined);
  if (amounts.every((amount) => amount === 0)) return refused("term_zero");
  const beyond = termUnits.some((unit) => (value[unit] ?? 0) > most[unit]) || (value.y ?? 0) * 12 + (value.m ?? 0) > most.m;
  return beyond ? refused("term_too_long") : { ok: true, value: withoutZeros(value) };
}

function gather(words: string[]): Term | null {
  const term: Term = {};
  let amount: number | undefined;
  for (const word of words) {
    if (word === "and" || word === "и" || word === "мен") continue;
    const unit = unitWords.get(word)?.value;
    const said = /^\d+$/.test(word) ? Number(word) : numberWords.get(word)?.value;
    if (unit !== undefined) {
      const counted = amount ?? (word === "сутки" ? 1 : undefined);
      if (counted === undefined || term[unit] !== undefined) return null;
      term[unit] = counted;
      amount = undefined;
    } else if (said === undefined) {
      return null;
    } else if (amount === undefined) {
      amount = said;
    } else if (amount >= 10 && amount % 10 === 0 && said < 10 && said > 0 && !/\d/.test(word)) {
      amount += said;
    } else {
      return null;
    }
  }
  if (amount === undefined) return Object.keys(term).length === 0 ? null : term;
  return Object.keys(term).length === 0 ? { d: amount } : null;
}

function withoutZeros(term: Term): Term {
  return Object.fromEntries(Object.entries(term).filter(([, amount]) => amount !== 0));
}

function refused(code: TermProblem): ReadTerm {
  return { ok: false, code };
}
