import { numberWords, type TermLanguage } from "@/lib/model/term";
import { isDash, type Page, tokenAt } from "./page";

/** A whole number in a text; `language` is null for figures. */
export type FoundNumber = { value: number; to: number; language: TermLanguage | null };

const mostDigits = 7;

/** A number that begins at this token: "26", "1 373", "он бес", "двадцать пять"; null for a part of a longer one. "A" and "an" are no numbers here. */
export function numberAt(page: Page, index: number): FoundNumber | null {
  const token = tokenAt(page, index);
  if (token.kind === "number") return figureAt(page, index);
  const said = token.kind === "word" ? numberWords.get(token.key) : undefined;
  if (said === undefined || token.key === "a" || token.key === "an") return null;
  const next = tokenAt(page, index + 1);
  const unit = said.value >= 10 && said.value % 10 === 0 && next.kind === "word" ? numberWords.get(next.key) : undefined;
  const joined = unit !== undefined && unit.value < 10 && unit.language === said.language && next.key !== "a" && next.key !== "an";
  return joined ? { value: said.value + unit.value, to: index + 2, language: said.language } : { value: said.value, to: index + 1, language: said.language };
}

function figureAt(page: Page, index: number): FoundNumber | null {
  const token = tokenAt(page, index);
  if (!/^\d+$/.test(token.text) || token.text.length > mostDigits) return null;
  const next = tokenAt(page, index + 1);
  const gap = page.text.slice(token.end, next.start);
  if (token.text.length <= 3 && next.kind === "number" && /^\d{3}$/.test(next.text) && /^[ \u00a0\u202f]$/.test(gap)) {
    return { value: Number(token.text + next.text), to: index + 2, language: null };
  }
  return { value: Number(token.text), to: index + 1, language: null };
}

const figureEndings = new Set("го му е ое ого й я х ти ши шы сы си ы и да де та те га ге ка ке дан ден тан тен нан нен нда нде ндаги инде ында st nd rd th тын тин нын нин".split(" "));

/** The index after an ending written to a figure: "31-го", "16.00-де", "31st". */
export function afterFigureEnding(page: Page, index: number): number {
  const token = tokenAt(page, index);
  if (token.glued && token.kind === "word" && figureEndings.has(token.key)) return index + 1;
  const next = tokenAt(page, index + 1);
  return isDash(token) && token.glued && next.glued && next.kind === "word" && figureEndings.has(next.key) ? index + 2 : index;
}

/** The index of the figure that such an ending, if there is one just before `index`, belongs to; else the token before. */
export function beforeFigureEnding(page: Page, index: number): number {
  const last = tokenAt(page, index - 1);
  if (last.kind !== "word" || !last.glued || !figureEndings.has(last.key)) return index - 1;
  const dash = tokenAt(page, index - 2);
  return isDash(dash) ? index - 3 : index - 2;
}
