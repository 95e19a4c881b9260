import { sql, type SQL } from "drizzle-orm";

/** Matches looked at, newest first: a word that half the table has does not make everybody wait. */
export const MOST_MATCHES = 2000;
/** The same for the words of three letters and more, before those of one or two are looked for among them. */
const MOST_CANDIDATES = 10_000;

/** Three letters and more are found anywhere in a word, fewer only at its beginning. */
const isLong = (word: string): boolean => [...word].length >= 3;

/**
 * Ids of the cases whose folded text holds every word of the (already folded) query. The one place where the engines search differently:
 * SQLite has a trigram index for three letters and more and a word-prefix index for less, PostgreSQL has trigrams over LIKE.
 */
export function matchingCases(folded: string, dialect: "sqlite" | "postgres"): SQL {
  const words = folded.split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0) return sql`(select case_id from case_texts where 1 = 0)`;
  const long = words.filter(isLong);
  const short = words.filter((word) => !isLong(word));
  const newest = sql`order by seq desc limit ${MOST_MATCHES}`;
  if (dialect === "postgres") return sql`(select case_id from case_texts where ${holdsAll(words)} ${newest})`;
  const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;
  if (long.length === 0) {
    const prefixes = short.map((word) => `${quoted(word)}*`).join(" ");
    return sql`(select case_id from case_texts where seq in (select rowid from case_prefixes where case_prefixes match ${prefixes} order by rowid desc limit ${MOST_MATCHES}))`;
  }
  const among = (most: number) => sql`(select rowid from case_search where case_search match ${long.map(quoted).join(" ")} order by rowid desc limit ${most})`;
  if (short.length === 0) return sql`(select case_id from case_texts where seq in ${among(MOST_MATCHES)})`;
  return sql`(select case_id from case_texts where seq in ${among(MOST_CANDIDATES)} and ${holdsAll(short)} ${newest})`;
}

const holdsAll = (words: readonly string[]): SQL =>
  sql.join(
    words.map((word) => {
      const plain = word.replace(/[\\%_]/g, "\\$&");
      return isLong(word) ? like(`%${plain}%`) : sql`(${like(`${plain}%`)} or ${like(`% ${plain}%`)})`;
    }),
    sql` and `,
  );

const like = (pattern: string): SQL => sql`body like ${pattern} escape '\\'`;
