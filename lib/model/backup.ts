/** Names the way in which a backup is laid out; docs/backup.md describes it. */
export const BACKUP_FORMAT = "erkin/backup/1";
export const MANIFEST = "manifest.json";

/** The last member of a backup: what all others are and what the database in it holds. */
export type BackupManifest = {
  format: typeof BACKUP_FORMAT;
  /** ISO 8601, UTC. */
  madeAt: string;
  members: { name: string; sha256: string; bytes: number }[];
  /** Rows by table. */
  tables: Record<string, number>;
  audit: { entries: number; head: string };
  migrations: string[];
  /** Evidence that the database names and the folder did not have. */
  missing: string[];
};

/** Why a backup was not made or not restored. */
export type BackupFault =
  | "needs_sqlite" | "no_database" | "no_key" | "passphrase_short" | "bad_recipient" | "out_exists" | "out_in_data" | "under_way"
  | "not_found" | "not_sealed" | "wrong_secret" | "damaged" | "not_a_backup" | "too_new" | "target_used" | "target_is_data" | "database_broken" | "differs";

/** Thrown with what it is about: a file, a member, or what SQLite said. */
export class BackupProblem extends Error {
  constructor(
    readonly fault: BackupFault,
    readonly about = "",
  ) {
    super(about === "" ? fault : `${fault}: ${about}`);
  }
}
