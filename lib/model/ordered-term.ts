import { parseTerm, termUnits, type Term, type TermProblem } from "./term";
import { saysNoKind, termInWords } from "./term-phrases";
import { foldDateLetters } from "./uncertain-date-words";

/** A term without an end. */
export const LIFE = "LIFE";
/** Said of one person under a ruling that names a term for others. */
export const TERM_NOT_KNOWN = "UNKNOWN";

const lifeWords = new Set(["life", "life term", "life sentence", "life imprisonment", "пожизненно", "пожизненное", "пожизненный срок", "пожизненное лишение свободы", "омир бойы", "омирлик"]);
const unknownWords = new Set(["?", "unknown", "not known", "неизвестно", "не известно", "белгисиз"]);

const letters = { y: "Y", m: "M", w: "W", d: "D", h: "H" } as const;
const written = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$/;

/** A term as it is stored: an ISO 8601 duration with units from years to hours, such as `P1Y6M` or `P10DT5H`. */
export function termText(term: Term): string {
  const part = (unit: keyof typeof letters) => (term[unit] ? `${term[unit]}${letters[unit]}` : "");
  return `P${part("y")}${part("m")}${part("w")}${part("d")}${term.h ? `T${part("h")}` : ""}`;
}

/** The inverse of `termText`; null for what is not a term, such as `UNKNOWN`. */
export function termOf(text: string | null): Term | typeof LIFE | null {
  if (text === LIFE) return LIFE;
  const parts = written.exec(text ?? "");
  if (!parts) return null;
  const told = termUnits.flatMap((unit, i) => (parts[i + 1] === undefined ? [] : [[unit, Number(parts[i + 1])] as const]));
  return told.length === 0 ? null : Object.fromEntries(told);
}

export type ReadOrdered = { ok: true; value: string | null } | { ok: false; code: TermProblem };

/**
 * Reads a term as typed ("10 суток", "1 жыл 6 ай", "life", "арест на 5 суток", also as stored) into the text that is stored; null where nothing is typed.
 * What words around it say of the kind of ruling is for `contradictsKind` to compare, by whoever knows the kind.
 */
export function readOrderedTerm(typed: string): ReadOrdered {
  const read = readBare(typed);
  const inWords = isUnread(read) ? termInWords(typed) : null;
  return inWords === null ? read : readBare(inWords.term);
}

/** The same where no kind of ruling is known to compare with: words that name one are not understood, rather than lost. */
export function readTermAlone(typed: string): ReadOrdered {
  const read = readBare(typed);
  const inWords = isUnread(read) ? termInWords(typed) : null;
  return inWords === null || !saysNoKind(inWords) ? read : readBare(inWords.term);
}

const isUnread = (read: ReadOrdered): boolean => !read.ok && read.code === "term_unreadable";

function readBare(typed: string): ReadOrdered {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { ok: true, value: null };
  if (text === LIFE || lifeWords.has(foldDateLetters(text.toLowerCase()))) return { ok: true, value: LIFE };
  const stored = termOf(text);
  const parsed = parseTerm(stored === null || stored === LIFE ? text : termUnits.flatMap((unit) => (stored[unit] === undefined ? [] : [`${stored[unit]}${unit}`])).join(" "));
  return parsed.ok ? { ok: true, value: termText(parsed.value) } : parsed;
}

/** The same for one person under a ruling: "?" and "unknown" say that the term of the ruling is not this person's. */
export function readOwnTerm(typed: string): ReadOrdered {
  const text = foldDateLetters(typed.normalize("NFKC").trim().toLowerCase());
  return typed.trim() === TERM_NOT_KNOWN || unknownWords.has(text) ? { ok: true, value: TERM_NOT_KNOWN } : readTermAlone(typed);
}
