import { sql, type SQL } from "drizzle-orm";

/** Matches looked at, newest first: a word that half the table has does not make everybody wait. */
export const MOST_MATCHES = 2000;

/** Three letters and more are found anywhere in a word, fewer only at its beginning. */
const isLong = (word: string): boolean => [...word].length >= 3;

/**
 * Ids of the cases whose folded text holds every word of the (already folded) query. The one place where the engines search differently:
 * SQLite has a trigram index for three letters and more and a word-prefix index for less, PostgreSQL has trigrams over LIKE.
 */
export function matchingCases(folded: string, dialect: "sqlite" | "postgres"): SQL {
  const words = folded.split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0) return sql`(select case_id from case_texts where 1 = 0)`;
  if (dialect === "postgres") {
    const plain = (word: string) => word.replace(/[\\%_]/g, "\\$&");
    const holds = (word: string) => (isLong(word) ? sql`body like ${`%${plain(word)}%`}` : sql`(body like ${`${plain(word)}%`} or body like ${`% ${plain(word)}%`})`);
    const all = sql.join(words.map(holds), sql` and `);
    return sql`(select case_id from case_texts where ${all} order by seq desc limit ${MOST_MATCHES})`;
  }
  const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;
  const long = words.filter(isLong).map(quoted).join(" ");
  const short = words.filter((word) => !isLong(word)).map((word) => `${quoted(word)}*`).join(" ");
  const parts = [
    ...(long ? [sql`select rowid from case_search where case_search match ${long}`] : []),
    ...(short ? [sql`select rowid from case_prefixes where case_prefixes match ${short}`] : []),
  ];
  return sql`(select case_id from case_texts where seq in (${sql.join(parts, sql` intersect `)} order by rowid desc limit ${MOST_MATCHES}))`;
}
