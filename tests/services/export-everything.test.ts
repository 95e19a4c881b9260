import { createHash } from "node:crypto";
import { Decrypter } from "age-encryption";
import { parse } from "csv-parse/sync";
import { eq, getTableName, is, Table } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { columnsTaken, leftOut, taken, type Taken } from "@/db/queries/everything";
import * as schema from "@/db/schema";
import type { Store } from "@/db/store";
import { readOutFile } from "@/lib/exchange/out-schema";
import type { Actor } from "@/lib/model/permissions";
import { getFileHistory } from "@/lib/services/audit";
import { getEverythingForm, makeEverything, openEverything } from "@/lib/services/export-everything";
import { recordPerson } from "@/lib/services/people";
import { originalPath } from "@/lib/vault/evidence-folder";
import { rmSync } from "node:fs";
import { sent } from "../support/files";
import { personValues } from "../support/matrix-records";
import { aCase, aRuling } from "../support/records";
import { admin, coordinator, freshWorld, monitor, setNow } from "../support/world";
import { bytesOf, unzipped } from "../support/zip";

vi.mock("age-encryption", async (original) => (await import("../support/quick-age")).quickAge ?? original);

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-01T09:00+06:00");
});

const PASSPHRASE = "seven invented words are quite enough";
const values = { reason: "moving to another machine", passphrase: PASSPHRASE, again: PASSPHRASE, password: "" };

async function archive(by: Actor = admin): Promise<{ sealed: Buffer; members: Map<string, Buffer> }> {
  const { archiveId } = await makeEverything(by, values);
  const sealed = await bytesOf((await openEverything(by, archiveId)).body);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(PASSPHRASE);
  return { sealed, members: unzipped(Buffer.from(await decrypter.decrypt(sealed))) };
}

type Manifest = { schema: string; damaged: string[]; members: { name: string; size: number; sha256: string }[] };
const manifestOf = (members: Map<string, Buffer>) => JSON.parse(members.get("manifest.json")?.toString() ?? "") as Manifest;
const lines = (members: Map<string, Buffer>, name: string) => (members.get(`records/${name}.jsonl`)?.toString() ?? "").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);

describe("everything at once", () => {
  it("opens with the passphrase and nothing else, and every member is what the manifest says", async () => {
    const caseId = await aCase();
    await aRuling([caseId]);
    const { fileId } = await sent(monitor, { subject: { type: "case", id: caseId }, name: "Хат.txt", bytes: Buffer.from("the letter itself") });
    const { sealed, members } = await archive();
    expect(sealed.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    expect(sealed.includes(Buffer.from("Болат"))).toBe(false);
    const { members: listed, schema: of, damaged } = manifestOf(members);
    expect([of, damaged]).toEqual(["erkin-full/1", []]);
    expect(listed.map(({ name }) => name).sort()).toEqual([...members.keys()].filter((name) => name !== "manifest.json").sort());
    for (const { name, size, sha256 } of listed) {
      const bytes = members.get(name) ?? Buffer.alloc(0);
      expect([bytes.length, createHash("sha256").update(bytes).digest("hex")], name).toEqual([size, sha256]);
    }
    expect(members.get(`evidence/${fileId}`)?.toString()).toBe("the letter itself");
    expect((await getFileHistory(monitor, fileId)).lines.map(({ action }) => action)).toContain("file.downloaded");
    for (const language of ["en", "ru", "kk"]) expect(members.get(`README.${language}.txt`)?.toString()).toContain("Erkin test");
    const wrong = new Decrypter();
    wrong.addPassphrase("seven invented words are not enough");
    await expect(wrong.decrypt(sealed)).rejects.toThrow();
  });

  it("holds the same rows as JSON Lines and CSV, and the same records as erkin/1", async () => {
    const caseId = await aCase();
    await recordPerson(monitor, { ...personValues, names: [{ text: "=cmd()", kind: "alias" }] });
    const { members } = await archive();
    expect(lines(members, "cases").map(({ id }) => id)).toEqual([caseId]);
    for (const name of Object.keys(taken) as Taken[]) {
      const [keys, ...rows] = parse(members.get(`records/${name}.csv`)?.toString() ?? "", { bom: true }) as string[][];
      expect(keys, name).toEqual(columnsTaken(name));
      expect(rows.length, name).toBe(lines(members, name).length);
    }
    expect(members.get("records/personNames.csv")?.toString()).toContain("'=cmd()");
    expect(readOutFile(members.get("erkin-1/cases.json")?.toString() ?? "").records.map(({ id }) => id)).toEqual([caseId]);
  });

  it("speaks for every table of the schema, and takes no secrets along", async () => {
    const tables = Object.entries(schema).flatMap(([name, value]) => (is(value, Table) ? [name] : []));
    expect([...Object.keys(taken), ...Object.values(leftOut).flat()].sort()).toEqual(tables.sort());
    await store.write((tx) => tx.update(schema.users).set({ passwordHash: "a secret hash" }).where(eq(schema.users.id, "monitor")));
    const { members } = await archive();
    for (const [name, bytes] of members) expect(bytes.includes(Buffer.from("a secret hash")) || bytes.includes(Buffer.from("sealedKey")), name).toBe(false);
    expect(getTableName(schema.users)).toBe("users");
  });

  it("is of the teams of whoever asks, down to the values of the log", async () => {
    await aCase();
    await recordPerson({ ...monitor, userId: "stranger", teamIds: ["team-b"] }, { ...personValues, names: [{ text: "Канарейка Бөтенова", kind: "legal" }] });
    const { members } = await archive();
    for (const [name, bytes] of members) expect(bytes.includes(Buffer.from("Бөтенова")), name).toBe(false);
    expect(lines(members, "people").length).toBe(1);
    const { members: none } = await archive({ ...admin, teamIds: [] });
    expect([lines(none, "people"), lines(none, "cases"), lines(none, "personNames")]).toEqual([[], [], []]);
  });

  it("says which evidence could not be read, and keeps the rest", async () => {
    const caseId = await aCase();
    const { fileId: lost } = await sent(monitor, { subject: { type: "case", id: caseId }, name: "lost.txt", bytes: Buffer.from("lost") });
    const { fileId: kept } = await sent(monitor, { subject: { type: "case", id: caseId }, name: "kept.txt", bytes: Buffer.from("kept") });
    rmSync(originalPath(lost));
    const { members } = await archive();
    expect(manifestOf(members).damaged).toEqual([lost]);
    expect(members.get(`evidence/${kept}`)?.toString()).toBe("kept");
  });

  it("is asked for by administrators who prove who they are, give the passphrase twice and fetch it once", async () => {
    await expect(makeEverything(coordinator, values)).rejects.toMatchObject({ code: "forbidden" });
    await expect(makeEverything(admin, { ...values, again: "something else entirely" })).rejects.toMatchObject({ detail: { problems: { again: { code: "passphrases_differ" } } } });
    await expect(makeEverything({ ...admin, sessionHash: "a".repeat(64) }, values)).rejects.toMatchObject({ detail: { problems: { password: { code: "password_needed" } } } });
    const { archiveId } = await makeEverything(admin, values);
    expect(await getEverythingForm(admin, archiveId)).toMatchObject({ ready: true });
    await expect(openEverything({ ...admin, userId: "another" }, archiveId)).rejects.toMatchObject({ code: "link_used" });
    await (await openEverything(admin, archiveId)).body.cancel();
    await expect(openEverything(admin, archiveId)).rejects.toMatchObject({ code: "link_used" });
  });
});
