import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { files } from "@/db/schema";
import type { Store } from "@/db/store";
import { verifyEvidence } from "@/lib/services/evidence-verify";
import { beginUpload } from "@/lib/services/file-uploads";
import { derivedPath, evidenceNames, evidencePath, originalPath } from "@/lib/vault/evidence-folder";
import { removeSealed } from "@/lib/vault/evidence-writer";
import { sent } from "../support/files";
import { tinyPicture } from "../support/matrix-records";
import { aCase } from "../support/records";
import { freshWorld, monitor } from "../support/world";

let store: Store;
let ids: string[];
beforeEach(async () => {
  for (const name of await evidenceNames()) await removeSealed(evidencePath(name));
  store = await freshWorld();
  const subject = { type: "case" as const, id: await aCase() };
  const make = async (name: string, bytes: Buffer) => (await sent(monitor, { subject, name, bytes })).fileId;
  ids = [await make("a.png", tinyPicture), await make("b.txt", Buffer.alloc(3_000_000, "words ")), await make("c.txt", Buffer.from("words"))];
  await beginUpload(monitor, { name: "d.txt", size: 5, subject, isProtected: false });
});

const faults = async () => (await verifyEvidence(store.read)).faults.map(({ id, copy, problem }) => `${"abc"[ids.indexOf(id)]} ${copy} ${problem}`);
const turn = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

describe("evidence verify", () => {
  it("finds everything whole", async () => {
    expect(await verifyEvidence(store.read)).toEqual({ files: 3, bytes: tinyPicture.length + 3_000_005, faults: [], stray: [] });
  });

  it("finds one turned bit in an original and in a copy, a missing file, an exchanged one, and a hash that the database has otherwise", async () => {
    const [a = "", b = "", c = ""] = ids;
    turn(originalPath(b), 2_000_000);
    turn(derivedPath(a), 60);
    expect((await faults()).sort()).toEqual(["a derived damaged", "b original damaged"]);
    copyFileSync(originalPath(c), originalPath(b));
    rmSync(originalPath(a));
    expect((await faults()).sort()).toEqual(["a derived damaged", "a original missing", "b original damaged"]);
    await store.write((tx) => tx.update(files).set({ sha256: "0".repeat(64) }).where(eq(files.id, c)));
    expect(await faults()).toContain("c original differs");
  });

  it("names what belongs to no file", async () => {
    writeFileSync(evidencePath("0f-stray"), "x");
    expect((await verifyEvidence(store.read)).stray).toEqual(["0f-stray"]);
  });
});
