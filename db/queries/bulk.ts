import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/store";

/** Both engines bound how many parameters a statement may have. */
const MOST_PARAMETERS = 8_000;

/** Inserts many rows of one shape, as many at once as a statement takes. */
export async function insertRows<T extends PgTable>(tx: Tx, table: T, rows: readonly T["$inferInsert"][]): Promise<void> {
  const width = Math.max(1, ...rows.slice(0, 1).map((row) => Object.keys(row).length));
  const atOnce = Math.max(1, Math.floor(MOST_PARAMETERS / (width + 8)));
  for (let at = 0; at < rows.length; at += atOnce) await tx.insert(table).values(rows.slice(at, at + atOnce) as T["$inferInsert"][]);
}
