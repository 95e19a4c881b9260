import { Fragment } from "react";

/** A word of natural language is shorter; addresses, hashes and ids are not. */
const LONGEST = 24;
const PIECES = /.{1,16}\p{M}*/gsu;

/** A text whose words stay whole in a narrow column, where only what is longer than any word may go on in the next line. */
export function LongWords({ text }: { text: string }) {
  return text.split(/(\s+)/).map((word, at) => (word.length <= LONGEST ? word : <Fragment key={at}>{piecesOf(word).flatMap((piece, of) => (of === 0 ? [piece] : [<wbr key={of} />, piece]))}</Fragment>));
}

/** A long word in the pieces between which it may be broken; together they are the word. */
export const piecesOf = (word: string): string[] => (word.length <= LONGEST ? [word] : (word.match(PIECES) ?? [word]));
