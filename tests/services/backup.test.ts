import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { cases } from "@/db/schema";
import type { Store } from "@/db/store";
import { databaseFile } from "@/db/sqlite";
import { ensureKey } from "@/lib/vault/keys";
import { originalPath } from "@/lib/vault/evidence-folder";
import { argumentsOf, makeCommands } from "../support/commands";
import { sent } from "../support/files";
import { tinyPicture } from "../support/matrix-records";
import { aCase } from "../support/records";
import { dialect, newFolder } from "../support/stores";
import { freshWorld, monitor } from "../support/world";

const root = path.resolve(import.meta.dirname, "../..");
const PASSPHRASE = "seven quiet words in a row";

type Ran = { code: number; out: Record<string, unknown>; err: string };

/** The command line as somebody types it. */
const erkin = (args: string[], dataDir: string): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, DB_DIALECT: "sqlite", ERKIN_PASSPHRASE: PASSPHRASE };
    execFile(process.execPath, [...argumentsOf("erkin"), ...args, "--json"], { cwd: root, env, maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out: JSON.parse(stdout.trim() || "{}") as Record<string, unknown>, err: stderr });
    });
  });

let store: Store & { folder?: string };
let data: string;
let elsewhere: string;
beforeAll(makeCommands);
beforeEach(async () => {
  store = await freshWorld();
  data = store.folder ?? newFolder();
  process.env.DATA_DIR = data;
  ensureKey();
  elsewhere = newFolder();
});

describe.runIf(dialect === "sqlite")("a backup", () => {
  it("made while others write holds one instant of everything, and is restored elsewhere with every hash and every reference right", { timeout: 180_000 }, async () => {
    const caseId = await aCase();
    const { fileId } = await sent(monitor, { subject: { type: "case", id: caseId }, name: "a.png", bytes: tinyPicture });
    mkdirSync(path.join(data, "reports"));
    writeFileSync(path.join(data, "reports", "отчёт-1.pdf"), "%PDF-1.7");
    mkdirSync(path.join(data, "backup.tmp"));
    writeFileSync(path.join(data, "backup.tmp", "erkin.db"), "what a crash left");
    let writing = true;
    let recorded = 1;
    const busy = (async () => {
      while (writing) {
        await aCase();
        recorded++;
        await new Promise((resume) => setTimeout(resume, 20));
      }
    })();
    const out = path.join(elsewhere, "erkin.backup");
    const made = await erkin(["backup", "--out", out], data);
    writing = false;
    await busy;
    expect(made.err).toBe("");
    expect(made).toMatchObject({ code: 0, out: { ok: true, exit: 0, evidence: 2, missing: [] } });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(elsewhere)).toEqual(["erkin.backup"]);
    expect(readdirSync(path.join(data, "backup.tmp")).filter((name) => !name.startsWith("instance.lock"))).toEqual([]);
    const then = (made.out.tables as Record<string, number>).cases ?? 0;
    expect(then).toBeGreaterThan(0);
    expect(then).toBeLessThanOrEqual(recorded);

    const folder = path.join(elsewhere, "restored");
    const restored = await erkin(["restore", out, "--to", folder], newFolder());
    expect(restored).toMatchObject({ code: 0, out: { ok: true, audit: { verified: { ok: true } }, evidence: { files: 1, faults: [], stray: [] }, migrated: [] } });
    expect((restored.out.audit as { head: string; verified: { head: string } }).verified.head).toBe((made.out.audit as { head: string }).head);
    expect(readdirSync(folder).sort()).toEqual(["erkin.db", "evidence", "reports", "secret.key"]);
    expect(readFileSync(path.join(folder, "reports", "отчёт-1.pdf"), "utf8")).toBe("%PDF-1.7");
    expect(readFileSync(path.join(folder, "secret.key"))).toEqual(readFileSync(path.join(data, "secret.key")));
    expect(readFileSync(path.join(folder, "evidence", fileId))).toEqual(readFileSync(originalPath(fileId)));
    const { openSqlite } = await import("@/db/sqlite");
    const there = openSqlite(folder);
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
    const copied = ids(await there.read.select({ id: cases.id }).from(cases));
    expect(copied).toHaveLength(then);
    expect(ids(await store.read.select({ id: cases.id }).from(cases))).toEqual(expect.arrayContaining(copied));
    await there.close();
    expect(await erkin(["restore", out, "--to", folder], newFolder())).toMatchObject({ code: 1, out: { problem: "target_used" } });
  });

  it("opens with nothing else, and not when it was cut or changed; a refused restore leaves nothing", { timeout: 240_000 }, async () => {
    await aCase();
    const identity = await generateX25519Identity();
    const keys = path.join(elsewhere, "keys.txt");
    writeFileSync(keys, `# a remark\n${identity}\n`);
    const out = path.join(elsewhere, "sealed");
    expect(await erkin(["backup", "--out", out, "--age-recipient", await identityToRecipient(identity)], data)).toMatchObject({ code: 0 });
    const whole = readFileSync(out);
    const changed = (name: string, bytes: Buffer): string => {
      writeFileSync(path.join(elsewhere, name), bytes);
      return path.join(elsewhere, name);
    };
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
    const other = path.join(elsewhere, "other.txt");
    writeFileSync(other, await generateX25519Identity());
    const folder = path.join(elsewhere, "restored");
    const refusals: [string, string, number, string][] = [
      [changed("cut", whole.subarray(0, whole.length - 20)), keys, 5, "damaged"],
      [changed("flipped", flipped), keys, 5, "damaged"],
      [changed("words", Buffer.from("not sealed at all")), keys, 5, "not_sealed"],
      [out, other, 5, "wrong_secret"],
      [path.join(elsewhere, "nowhere"), keys, 3, "not_found"],
    ];
    for (const [file, secret, code, problem] of refusals) {
      const refused = await erkin(["restore", file, "--to", folder, "--identity-file", secret], newFolder());
      expect({ code: refused.code, problem: refused.out.problem, left: existsSync(folder) }, file).toEqual({ code, problem, left: false });
    }
    expect(await erkin(["restore", out, "--to", folder, "--identity-file", keys], newFolder())).toMatchObject({ code: 0, out: { ok: true } });
  });

  it("is refused with a short passphrase, over another file, into the data folder and without data; wrong usage says how it is meant", { timeout: 240_000 }, async () => {
    const short = path.join(elsewhere, "short.txt");
    writeFileSync(short, "thirteen char\n");
    writeFileSync(path.join(elsewhere, "there"), "");
    const refusals: [string[], string, number, string | undefined][] = [
      [["backup", "--out", path.join(elsewhere, "b"), "--passphrase-file", short], data, 1, "passphrase_short"],
      [["backup", "--out", path.join(elsewhere, "there")], data, 1, "out_exists"],
      [["backup", "--out", path.join(data, "b")], data, 1, "out_in_data"],
      [["backup", "--out", path.join(elsewhere, "b"), "--age-recipient", "age1nobody"], data, 1, "bad_recipient"],
      [["backup", "--out", path.join(elsewhere, "b")], newFolder(), 3, "no_database"],
      [["backup", "--passphrase", PASSPHRASE], data, 2, undefined],
      [["fly"], data, 2, undefined],
    ];
    for (const [args, from, code, problem] of refusals) expect(await erkin(args, from), args.join(" ")).toMatchObject({ code, out: { ok: false, exit: code, ...(problem ? { problem } : {}) } });
    expect(readdirSync(elsewhere).sort()).toEqual(["short.txt", "there"]);
    expect(existsSync(databaseFile(data))).toBe(true);
  });
});
