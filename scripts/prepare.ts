import { migratePostgres, migrateSqlite } from "@/db/migrate";
import { env } from "@/lib/env";
import { issueSetupToken, isSetUp, seedPlaces } from "@/lib/services/setup";
import { ensureKey } from "@/lib/vault/keys";

/** Data folder, secrets and schema as this version needs them. */
export async function prepareData(): Promise<void> {
  // What is written from here on, the database first, is for this user alone.
  process.umask(0o077);
  const applied = env.dialect === "postgres" ? await migrateRemote() : migrateSqlite(env.dataDir);
  if (applied.length) console.log(`Database brought up to date: ${applied.join(", ")}`);
  ensureKey(await isSetUp());
  await seedPlaces();
}

async function migrateRemote(): Promise<string[]> {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: env.databaseUrl });
  await client.connect();
  try {
    return await migratePostgres((statement, values) => client.query(statement, values));
  } finally {
    await client.end();
  }
}

/** The one-time link that opens set-up, while there is no organisation yet. */
export async function setupLink(): Promise<string | undefined> {
  const token = await issueSetupToken();
  return token && `${env.appOrigin ?? `http://127.0.0.1:${env.port}`}/setup?token=${token}`;
}
