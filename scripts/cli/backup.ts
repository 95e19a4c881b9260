import { commandLine } from "@/lib/model/actors";
import { BackupProblem, type BackupFault } from "@/lib/model/backup";
import { makeBackup } from "@/lib/services/backup";
import type { Seal } from "@/lib/documents/sealed-archive";
import { type Command, type Exit, type Outcome, Stop } from "./command";
import { needed, readOptions } from "./options";
import { passphraseFrom } from "./secret";

const faults: Record<BackupFault, [Exit, (about: string) => string]> = {
  needs_sqlite: ["refused", () => "This Erkin keeps its data in PostgreSQL: copy the database with pg_dump, and the data folder (secret.key, evidence) beside it. See docs/backup.md."],
  no_database: ["missing", (about) => `There is no database in ${about} yet.`],
  no_key: ["missing", (about) => `secret.key is missing from ${about}: without it the evidence could not be read.`],
  passphrase_short: ["refused", (about) => `The passphrase is too short: at least ${about} characters. Several words that do not belong together are best.`],
  bad_recipient: ["refused", (about) => `This is no public key of age (age1…): ${about || "none given"}`],
  out_exists: ["refused", (about) => `${about} exists already; nothing is overwritten.`],
  out_in_data: ["refused", (about) => `${about} lies in the data folder: keep a backup elsewhere, best on another disk.`],
  under_way: ["storage", () => "Another backup of this data folder is under way."],
  not_found: ["missing", (about) => `There is no file ${about}.`],
  not_sealed: ["damaged", (about) => `${about} is no sealed file, or its beginning was changed.`],
  wrong_secret: ["damaged", () => "It does not open: this is another passphrase or key, or the beginning of the file was changed."],
  damaged: ["damaged", (about) => `${about} was cut short or changed: its seal is broken. Nothing was taken from it.`],
  not_a_backup: ["damaged", (about) => `This is no backup of Erkin: ${about} should not be in it, or is missing or unreadable.`],
  too_new: ["refused", (about) => `A newer Erkin made this backup (${about}): restore it with that version.`],
  target_used: ["refused", (about) => `${about} is not empty. A backup is restored into an empty folder only.`],
  target_is_data: ["refused", (about) => `${about} is, or lies in, the data folder that Erkin uses now.`],
  database_broken: ["damaged", (about) => `The database in the backup is broken: ${about}`],
  differs: ["damaged", (about) => `${about} in the backup is not what its list says.`],
};

/** A problem of a backup as a command ends with it. */
export function stopOf(error: unknown): unknown {
  if (!(error instanceof BackupProblem)) return error;
  const [exit, words] = faults[error.fault];
  return new Stop(exit, words(error.about), { problem: error.fault, about: error.about });
}

export const backup: Command = {
  about: "one sealed file of everything, made while Erkin runs, and read back",
  usage: `backup --out FILE [--passphrase-file FILE | --age-recipient age1… …]

Writes the database, the evidence, the key of the installation and whatever else stands in the data folder into one file sealed with age, then
reads it back and compares every hash before it says that it is done. The passphrase (at least 14 characters) comes from the file, from
ERKIN_PASSPHRASE, or is asked for. With --age-recipient only the holder of that secret key can open the file.`,
  run: async (args): Promise<Outcome> => {
    const { options } = readOptions(args, { out: "text", "passphrase-file": "text", "age-recipient": "texts" }, 0);
    const out = needed(options.out, "out");
    const recipients = options["age-recipient"];
    if (recipients.length > 0 && options["passphrase-file"] !== undefined) throw new Stop("usage", "Either a passphrase or recipients: age seals for one or the other.");
    const seal: Seal = recipients.length > 0 ? { recipients } : { passphrase: await passphraseFrom(options["passphrase-file"], true) };
    try {
      const made = await makeBackup(commandLine([]), { out, seal });
      return { exit: "ok", said: sentence(made), data: made };
    } catch (error) {
      throw stopOf(error);
    }
  },
};

function sentence({ out, bytes, members, tables, audit, evidence, missing }: Awaited<ReturnType<typeof makeBackup>>): string {
  const lines = [
    `${out}: ${bytes} bytes, ${members} files, ${tables.cases ?? 0} cases, ${tables.people ?? 0} people, ${evidence} evidence files. Written, read back, every hash right.`,
    `Audit log: ${audit.entries} entries, head ${audit.head}`,
    ...missing.map((name) => `MISSING from the data folder, so not in the backup either: ${name}`),
  ];
  return lines.join("\n");
}
