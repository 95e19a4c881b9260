import { foldDateLetters } from "./uncertain-date-words";
import type { orderKinds } from "./vocabularies";

type OrderKind = (typeof orderKinds)[number];
type Phrase = { words: string; kinds: readonly OrderKind[] };

const custody = ["administrative_arrest", "administrative_detention", "remand", "extension", "sentence", "appeal"] as const satisfies readonly OrderKind[];

/**
 * What people write around a term, folded, with the kinds of ruling of which it can be said. A bare "arrest" is said of any custody. Words that change what a term is
 * ("условно", "house arrest", "до 15 суток", a regime) are none of these: a term with them is not read.
 */
const phrases: readonly Phrase[] = [
  { words: "административн(?:ый|ого|ому|ым|ом) арест(?:а|у|ом|е)?|адм(?:ин)?\\.? ?арест(?:а|у|ом)?|акимшилик (?:камак(?:ка|та|ты)?|камауга)(?: алу| алынды)?|administrative arrest", kinds: ["administrative_arrest", "appeal"] },
  { words: "административн(?:ое|ого) задержани[ея]|акимшилик устау", kinds: ["administrative_detention", "appeal"] },
  { words: "administrative detention", kinds: ["administrative_arrest", "administrative_detention", "appeal"] },
  { words: "(?:содержани[еяю] |заключени[еяю] )?под страж(?:ей|у|и)|камауда устау(?:га)?|(?:remand|pre-?trial detention)(?: in custody)?", kinds: ["remand", "extension", "appeal"] },
  { words: "лишени[еяюи]м? свободы|бас бостандыгынан айыру(?:га)?|imprisonment", kinds: ["sentence", "appeal"] },
  { words: "арест(?:а|у|ом|ован|ована|ованы)?|(?:камак(?:ка|та|ты)?|камауга)(?: алу| алынды)?|arrest(?:ed)?|detention|jail|prison|custody", kinds: custody },
];

const kindWords = phrases.map(({ words }) => words).join("|");
const patterns = phrases.map(({ words, kinds }) => ({ whole: new RegExp(`^(?:${words})$`, "u"), kinds }));
const whole = new RegExp(
  `^(?:(?<before>${kindWords})(?: мерзими)?[ ,.:;-]+)?(?:(?:сроком на|на срок(?: в)?|срок(?:ом)?:?|на|к|for a term of|a term of|term of|for|мерзими:?) )?` +
    `(?<term>(?:\\d|\\p{L}).*?)(?: мерзимге)?(?:(?:['’]| ?,| ?-|)(?: \\(?|\\()(?:of |under |in )?(?<after>${kindWords})\\)?)?\\.?$`,
  "u",
);

const LONGEST = 100;

export type TermInWords = { term: string; kinds: readonly OrderKind[] | null };

/**
 * The term of a text such as "10 суток административного ареста" or "арест на 5 суток" without the words around it; `kinds`: of which rulings these can be said, null
 * where no word names a kind. Null where nothing stands around it. `term` is not read here: what is left may be no term.
 */
export function termInWords(typed: string): TermInWords | null {
  if (typed.length > LONGEST) return null;
  const text = foldDateLetters(typed.normalize("NFKC").toLowerCase()).replace(/[‐‑‒–—―−]/g, "-").replace(/\s+/g, " ").trim();
  const found = whole.exec(text)?.groups;
  const [before, term, after] = [found?.["before"], found?.["term"], found?.["after"]];
  if (term === undefined || term === text || (before !== undefined && after !== undefined)) return null;
  const said = before ?? after;
  return { term, kinds: said === undefined ? null : (patterns.find((phrase) => phrase.whole.test(said))?.kinds ?? null) };
}

/** Whether a term can be called so whatever the ruling: no word of a kind, or one that is said of any custody. */
export const saysNoKind = ({ kinds }: TermInWords): boolean => kinds === null || kinds === custody;

/** Whether a typed term is called something that a ruling of this kind does not give; the words, as they stand, are for whoever asks. */
export function contradictsKind(typed: string, kind: string): boolean {
  const kinds = termInWords(typed)?.kinds;
  return kinds != null && !kinds.some((each) => each === kind);
}
