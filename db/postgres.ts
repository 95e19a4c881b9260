import "server-only";
import { DrizzleQueryError } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import * as schema from "./schema";
import { outermost, type Db, type Store, type Tx } from "./store";

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
const ATTEMPTS = 8;

/** Runs a serializable transaction, again where PostgreSQL asks for a retry. */
export async function serializable<T>(db: Db, fn: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((tx) => fn(tx as unknown as Tx), { isolationLevel: "serializable" });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw withoutValues(error);
      await new Promise((resolve) => setTimeout(resolve, attempt * 10));
    }
  }
}

/** Drizzle's message holds the statement with all its values, and the server would write names and health into its log. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error;
  const code = error.cause instanceof Error && "code" in error.cause ? error.cause.code : undefined;
  return Object.assign(new Error(`PostgreSQL refused a statement (${String(code)})`), { code });
}

type Prepared = { execute: (...values: unknown[]) => Promise<unknown> };
type Session = { prepareQuery: (...given: unknown[]) => Prepared };

/** The same for what is read outside a transaction: a name that somebody searches for is a value too. */
function quietly(db: Db): Db {
  const { session } = db as unknown as { session: Session };
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (...given) => {
    const prepared = prepareQuery(...given);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (...values) =>
      execute(...values).catch((error: unknown) => {
        throw withoutValues(error);
      });
    return prepared;
  };
  return db;
}

function isRetryable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = "code" in at ? at.code : undefined;
    if (code === SERIALIZATION_FAILURE || code === DEADLOCK) return true;
  }
  return false;
}

export function openPostgres(url: string): Store {
  const pool = new Pool({ connectionString: url, max: 10 });
  // A connection that breaks while nobody uses it is given up and opened anew when one is needed; unheard, it would end the process.
  pool.on("error", (error) => console.error(`a connection to PostgreSQL broke: ${error.message}`));
  const db = quietly(drizzle({ client: pool, schema }) as unknown as Db);
  return {
    dialect: "postgres",
    read: db,
    write: (fn) => outermost(() => serializable(db, fn)),
    close: () => pool.end(),
  };
}
