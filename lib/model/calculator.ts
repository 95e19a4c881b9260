import { z } from "zod";
import { choice, date, inputOf, line, optionalId, rows, type Field, type InputContext, type ValuesOf } from "./fields";
import { parseTerm, type Term } from "./term";
import { saysNoKind, termInWords } from "./term-phrases";
import { parseTyped } from "./uncertain-date-typed";

/** The kinds of detention that have a term or a limit to compute. */
export const calculatorKinds = ["administrative_arrest", "administrative_detention", "criminal_detention", "remand", "imprisonment", "house_arrest", "deportation_custody", "unknown"] as const;
export const calculatorCountFroms = ["not_stated", "seized", "delivered", "ruling"] as const;
export const relations = ["unknown", "consecutive", "concurrent"] as const;
/** One day inside for how many days of the term. */
export const ratios = ["1/1", "3/2", "2/1", "3/1", "1/2", "1/3"] as const;
export const fractions = ["whole", "1/4", "1/3", "1/2", "2/3", "3/4"] as const;
export const weekdays = ["none", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const lifeWords = /^(a )?(life|life term|for life|life imprisonment|life sentence|пожизненно|пожизненное|пожизненный срок|пожизненное лишение свободы|өмір бойы|өмір бойына|өмір бойына бас бостандығынан айыру)$/;
const unknownWords = /^(unknown|not known|неизвестно|неизвестен|белгісіз)$/;

/** A term in one line: "10 days", "1 год 6 месяцев", "life"; null when it is not known. */
const typedTerm = (): Field<Term | "LIFE" | null> => ({
  kind: "term",
  class: "internal",
  schema: () =>
    z
      .string("required")
      .optional()
      .transform((typed, issues): Term | "LIFE" | null => {
        const words = (typed ?? "").normalize("NFC").trim().toLowerCase();
        if (words === "" || unknownWords.test(words)) return null;
        if (lifeWords.test(words)) return "LIFE";
        const inWords = termInWords(words);
        const parsed = parseTerm(inWords !== null && saysNoKind(inWords) ? inWords.term : words);
        if (parsed.ok) return parsed.value;
        issues.addIssue({ code: "custom", message: parsed.code === "term_unreadable" ? "term_in_words" : parsed.code });
        return null;
      }),
});

/** A stretch of time: whole days, two dates (both counted), or two moments. */
export type Stretch = { days: number } | { from: string; to: string } | { fromAt: string; toAt: string };

const mostDays = 20_000;

/** "14", "14 days", "1 March 2019 – 14 March 2019"; with `hours`, also two moments. */
const stretch = ({ hours }: { hours: boolean }): Field<Stretch | null> => ({
  kind: "line",
  class: "internal",
  schema: (context) =>
    z
      .string("required")
      .optional()
      .transform((typed, issues): Stretch | null => {
        const read = readStretch((typed ?? "").trim(), context, hours);
        if (read !== undefined) return read;
        issues.addIssue({ code: "custom", message: "days_or_dates" });
        return null;
      }),
});

function readStretch(typed: string, context: InputContext, hours: boolean): Stretch | null | undefined {
  if (typed === "") return null;
  const term = parseTerm(typed);
  if (term.ok) {
    const { w = 0, d = 0, ...others } = term.value;
    const days = w * 7 + d;
    return Object.keys(others).length === 0 && days <= mostDays ? { days } : undefined;
  }
  const parsed = parseTyped(typed, context);
  if (!parsed.ok || parsed.value === null) return undefined;
  const [from = "", to = from] = parsed.value.split("/");
  const all = (pattern: RegExp) => pattern.test(from) && pattern.test(to);
  if (all(/^\d{4}-\d\d-\d\d$/)) return { from, to };
  return hours && from !== to && all(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/) ? { fromAt: from, toAt: to } : undefined;
}

export const calculatorFields = {
  placeId: optionalId(),
  country: line(2),
  zone: line(60),
  kind: choice(calculatorKinds, { fallback: "unknown" }),
  seized: date(),
  delivered: date(),
  ruling: date(),
  countFrom: choice(calculatorCountFroms, { fallback: "not_stated" }),
  term: typedTerm(),
  secondTerm: typedTerm(),
  relation: choice(relations, { fallback: "unknown" }),
  secondStart: date(),
  credits: rows({ span: stretch({ hours: false }), ratio: choice(ratios, { fallback: "1/1" }) }, { key: "span", max: 20 }),
  interruptions: rows({ span: stretch({ hours: true }) }, { key: "span", max: 20 }),
  fraction: choice(fractions, { fallback: "whole" }),
  stated: date({ ahead: true }),
  statedWeekday: choice(weekdays, { fallback: "none" }),
  observed: date(),
};
export const calculatorInput = inputOf(calculatorFields);
export type CalculatorValues = ValuesOf<typeof calculatorFields>;
