import { foldName } from "./fold";

/** How many of the newest records are looked through: lists of sources and events have no index of words. */
export const MOST_SEARCHED = 5000;

/** The rows whose texts hold every word of the query, in any spelling and letter case; one or two letters are looked for at the beginning of words. */
export function foundByWords<T>(rows: readonly T[], query: string, texts: (row: T) => readonly string[]): T[] {
  const words = foldName(query).split(" ").filter(Boolean);
  return rows.filter((row) => {
    const folded = ` ${foldName(texts(row).join(" "))}`;
    return words.every((word) => folded.includes(word.length < 3 ? ` ${word}` : word));
  });
}

/** One page of what was found, with how many there are. */
export const pageOf = <T>(found: readonly T[], page: number, size: number): { rows: T[]; total: number } => ({ rows: found.slice((page - 1) * size, page * size), total: found.length });
