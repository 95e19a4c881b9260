import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { migrateSqlite } from "@/db/migrate";
import { connect, databaseFile } from "@/db/sqlite";
import { loadCases } from "./cases";
import { BENCH_NOW } from "./facts";
import { multiplyCases } from "./multiply";
import { randomFrom } from "./random";
import { loadWorld } from "./world";

const SEED = 20_191_022;
/** What the data are made of: files by folder. */
const INGREDIENTS: Record<string, RegExp> = {
  "tests/bench": /^(asker|random|names|facts|derive|world|cases|inserting|multiply|load)\.ts$/,
  "db/migrations/sqlite": /\.sql$/,
  "lib/model": /^(custody-state|uncertain-date|first-places).*\.ts$/,
  "lib/names": /\.ts$/,
  "lib/release": /\.ts$/,
  "lib/release/rules": /\.ts$/,
};
/** More cases than these are copies of them. */
const MOST_INVENTED = 100_000;
const CACHE_KIB = 1_000_000;
const KEPT = path.join(process.cwd(), ".cache", "bench");

/** Changes whenever the generator, the schema or the release engine does, so that a kept database is never a stale one. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.versions.tz ?? "");
  for (const [folder, wanted] of Object.entries(INGREDIENTS)) {
    const names = readdirSync(folder).filter((name) => wanted.test(name));
    for (const name of names.sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

export const keptFile = (count: number): string => path.join(KEPT, `${fingerprint()}-${count}.db`);

/** Puts a database of `count` cases into `dataDir`, made now or copied from an earlier run; answers the seconds it took to make. */
export async function loadData(dataDir: string, count: number, say: (text: string) => void): Promise<{ made: boolean; seconds: number }> {
  const kept = keptFile(count);
  const start = performance.now();
  const made = !existsSync(kept);
  if (made) await make(kept, count, say);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  copyFileSync(kept, databaseFile(dataDir));
  return { made, seconds: (performance.now() - start) / 1000 };
}

async function make(kept: string, count: number, say: (text: string) => void): Promise<void> {
  const folder = `${kept}.making`;
  migrateSqlite(folder);
  const db = connect(databaseFile(folder));
  const random = randomFrom(SEED);
  // Nothing here has to outlive a power cut, and the search index is quicker made at once than row by row.
  db.pragma("synchronous = OFF");
  db.pragma(`cache_size = ${-CACHE_KIB}`);
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'case_texts'").all() as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const world = await loadWorld(db, random, Date.parse(BENCH_NOW));
  const times = Math.ceil(count / MOST_INVENTED);
  loadCases(db, random, world, Math.ceil(count / times), say);
  multiplyCases(db, times, say);
  for (const index of ["case_search", "case_prefixes"]) db.exec(`INSERT INTO ${index}(${index}) VALUES ('rebuild')`);
  for (const { sql } of triggers) db.exec(sql);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  renameSync(databaseFile(folder), kept);
}
