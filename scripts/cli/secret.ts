import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Stop } from "./command";

/** Secrets never stand on the command line, where every user of the machine can read them. */
export const PASSPHRASE_VARIABLE = "ERKIN_PASSPHRASE";

/** The passphrase from a file (its first line), from the environment, or typed without being shown; `twice` asks again to be sure. */
export async function passphraseFrom(file: string | undefined, twice: boolean): Promise<string> {
  if (file !== undefined) return firstLine(file);
  const set = process.env[PASSPHRASE_VARIABLE];
  if (set) return set;
  if (!process.stdin.isTTY) throw new Stop("usage", `No passphrase: give --passphrase-file FILE or set ${PASSPHRASE_VARIABLE}.`);
  const typed = await ask("Passphrase: ");
  if (twice && (await ask("The same again: ")) !== typed) throw new Stop("refused", "The two passphrases differ.");
  return typed;
}

/** Secret keys of age from a file: its lines that are neither empty nor a remark. */
export function identitiesFrom(file: string): string[] {
  const found = textOf(file).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  if (found.length === 0 || found.some((line) => !/^AGE-SECRET-KEY-[A-Z0-9-]+$/.test(line))) throw new Stop("refused", `${file} does not hold secret keys of age (AGE-SECRET-KEY-1…).`);
  return found;
}

const firstLine = (file: string): string => textOf(file).split(/\r?\n/)[0] ?? "";

function textOf(file: string): string {
  if (!existsSync(file)) throw new Stop("missing", `There is no file ${file}.`);
  return readFileSync(file, "utf8");
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
