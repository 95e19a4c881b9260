import "server-only";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { filesAfter, type FileRow } from "@/db/queries/files";
import type { Reader } from "@/db/store";
import { EvidenceDamaged } from "@/lib/vault/evidence-format";
import { derivedPath, evidenceNames, originalPath } from "@/lib/vault/evidence-folder";
import { openFileKey } from "@/lib/vault/evidence-key";
import { openSealed } from "@/lib/vault/evidence-reader";

export type Fault = { id: string; copy: "original" | "derived"; problem: "missing" | "damaged" | "differs" };
export type EvidenceVerdict = { files: number; bytes: number; faults: Fault[]; /** Names on the disk that no file of the database has. */ stray: string[] };

/**
 * Reads every original and every copy to its end and compares the originals with the SHA-256 and the size of their receipt. One frame at a time:
 * memory does not grow with the files. May run beside the server; `heard` is told after each file.
 */
export async function verifyEvidence(tx: Reader, heard: (files: number, bytes: number) => void = () => undefined): Promise<EvidenceVerdict> {
  const verdict: EvidenceVerdict = { files: 0, bytes: 0, faults: [], stray: [] };
  const before = await evidenceNames();
  const expected = new Set<string>();
  for (let after = ""; ; ) {
    const rows = await filesAfter(tx, after, 200);
    for (const row of rows) {
      for (const name of [row.id, `${row.id}.copy`, `${row.id}.copy.new`, `${row.id}.part`]) expected.add(name);
      if (row.state !== "kept") continue;
      verdict.faults.push(...(await faultsOf(row)));
      verdict.files++;
      verdict.bytes += row.size;
      heard(verdict.files, verdict.bytes);
    }
    after = rows.at(-1)?.id ?? "";
    if (rows.length === 0) break;
  }
  // What came while this ran is no stray: only names that were there at the beginning and still are.
  const now = new Set(await evidenceNames());
  verdict.stray = before.filter((name) => now.has(name) && !expected.has(name) && !name.startsWith("form-")).sort();
  return verdict;
}

async function faultsOf(row: FileRow): Promise<Fault[]> {
  const faults: Fault[] = [];
  const check = async (copy: Fault["copy"], file: string) => {
    const problem = existsSync(file) ? await problemOf(row, copy, file) : "missing";
    if (problem) faults.push({ id: row.id, copy, problem });
  };
  await check("original", originalPath(row.id));
  if (row.previewType) await check("derived", derivedPath(row.id));
  return faults;
}

async function problemOf(row: FileRow, copy: Fault["copy"], file: string): Promise<Fault["problem"] | undefined> {
  try {
    const sealed = await openSealed(file, openFileKey(row.id, row.sealedKey), copy);
    try {
      const hash = createHash("sha256");
      for await (const piece of sealed.stream(0, sealed.size)) hash.update(piece);
      return copy === "original" && (sealed.size !== row.size || hash.digest("hex") !== row.sha256) ? "differs" : undefined;
    } finally {
      await sealed.close();
    }
  } catch (error) {
    if (error instanceof EvidenceDamaged) return "damaged";
    throw error;
  }
}
