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

const units: Record<keyof Required<Term>, string> = {
  y: "y yr yrs year years г год года годов году лет жыл жылга жылдык",
  m: "m mo mos month months м мес месяц месяца месяцев ай айга айлык",
  w: "w wk wks week weeks н нед неделя недели недель неделю апта аптага апталык",
  d: "d day days д дн день дня дней сут сутки суток кун кунге кундик тауликке таулик тауликтик",
  h: "h hr hrs hour hours ч час часа часов сагат сагатка сагаттык саг",
};

const numbers: Record<number, string> = {
  1: "a an one один одна одно одни бир", 2: "two два две двое еки", 3: "three три трое уш", 4: "four четыре четверо торт",
  5: "five пять пятеро бес", 6: "six шесть шестеро алты", 7: "seven семь семеро жети", 8: "eight восемь сегиз",
  9: "nine девять тогыз", 10: "ten десять он", 11: "eleven одиннадцать", 12: "twelve двенадцать", 13: "thirteen тринадцать",
  14: "fourteen четырнадцать", 15: "fifteen пятнадцать", 16: "sixteen шестнадцать", 17: "seventeen семнадцать",
  18: "eighteen восемнадцать", 19: "nineteen девятнадцать", 20: "twenty двадцать жиырма", 30: "thirty тридцать отыз",
};

const unitOf = new Map(termUnits.flatMap((unit) => units[unit].split(" ").map((word) => [word, unit] as const)));
const numberOf = new Map(Object.entries(numbers).flatMap(([value, list]) => list.split(" ").map((word) => [word, Number(value)] as const)));

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
    const unit = unitOf.get(word);
    const said = /^\d+$/.test(word) ? Number(word) : numberOf.get(word);
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
