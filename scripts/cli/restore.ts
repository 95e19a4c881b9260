import path from "node:path";
import { migrateSqlite } from "@/db/migrate";
import { openSqlite } from "@/db/sqlite";
import { useStore, type Store } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { verifyChain } from "@/lib/services/audit-verify";
import { noteRestore, restoreBackup } from "@/lib/services/backup-restore";
import { verifyEvidence } from "@/lib/services/evidence-verify";
import type { Command, Outcome } from "./command";
import { stopOf } from "./backup";
import { needed, readOptions } from "./options";
import { identitiesFrom, passphraseFrom } from "./secret";

export const restore: Command = {
  about: "unpack a backup into an empty folder and check all of it",
  usage: `restore FILE --to DIR [--passphrase-file FILE | --identity-file FILE]

DIR must be empty or not exist; it becomes a data folder: start Erkin with DATA_DIR=DIR. Every hash is compared, the database is checked page by
page and reference by reference, the audit log is recomputed, every evidence file is opened and compared with its receipt.`,
  run: async (args): Promise<Outcome> => {
    const { names, options } = readOptions(args, { to: "text", "passphrase-file": "text", "identity-file": "text" }, 1);
    const folder = path.resolve(needed(options.to, "to"));
    const keys = options["identity-file"];
    const opener = keys === undefined ? { passphrase: await passphraseFrom(options["passphrase-file"], false) } : { identities: identitiesFrom(keys) };
    try {
      const manifest = await restoreBackup(commandLine([]), { file: names[0] ?? "", folder, opener });
      return await told(folder, manifest);
    } catch (error) {
      throw stopOf(error);
    }
  },
};

/** The restored folder is from here on the one that this process works on. */
async function told(folder: string, manifest: Awaited<ReturnType<typeof restoreBackup>>): Promise<Outcome> {
  process.env.DATA_DIR = folder;
  const migrated = migrateSqlite(folder);
  const opened: Store = openSqlite(folder);
  useStore(opened);
  const [log, evidence] = [await verifyChain(opened.read), await verifyEvidence(opened.read)];
  const whole = log.ok && evidence.faults.length === 0;
  if (whole) await noteRestore(commandLine([]));
  await opened.close();
  const { madeAt, tables, audit } = manifest;
  const said = [
    `Restored to ${folder} as of ${madeAt}: ${tables.cases ?? 0} cases, ${tables.people ?? 0} people.`,
    log.ok ? `The audit log is whole: ${log.entries} entries, head ${log.head}` : `The audit log is BROKEN at entry ${log.firstBad ?? 0}.`,
    ...evidence.faults.map(({ id, copy, problem }) => `EVIDENCE ${id} (${copy}) is ${problem}.`),
    `${evidence.files} evidence files, ${evidence.bytes} bytes: ${evidence.faults.length === 0 ? "all whole." : `${evidence.faults.length} faults.`}`,
    ...(migrated.length > 0 ? [`The database was brought up to date: ${migrated.join(", ")}`] : []),
  ];
  return { exit: whole ? "ok" : "damaged", said: said.join("\n"), data: { folder, madeAt, tables, audit: { ...audit, verified: log }, evidence, migrated } };
}
