import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exporting } from "@/scripts/cli/export";
import type { Command, Exit } from "@/scripts/cli/command";
import { importing } from "@/scripts/cli/import";
import { reporting } from "@/scripts/cli/report";
import { cases, importBatches, statedReleases } from "@/db/schema";
import type { Store } from "@/db/store";
import { setImportDetails } from "@/lib/services/import-details";
import { getImportPage } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { importSettled } from "@/lib/services/import-work";
import { ensureKey } from "@/lib/vault/keys";
import { argumentsOf, makeCommands } from "../support/commands";
import { answers } from "../support/import-files";
import { csvOf } from "../support/import-rows";
import { dialect, newFolder } from "../support/stores";
import { coordinator, freshWorld } from "../support/world";

const root = path.resolve(import.meta.dirname, "../..");

type Ran = { code: number; stdout: string; out: Record<string, unknown>; err: string };

/** The command line as somebody types it, without --json and from its source where `plain`. */
const erkin = (args: readonly string[], dataDir: string, plain = false): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, DB_DIALECT: "sqlite", ERKIN_NOW: "2025-11-05T09:00:00+05:00" };
    execFile(process.execPath, [...argumentsOf("erkin", plain ? "source" : "made"), ...args, ...(plain ? [] : ["--json"])], { cwd: root, env, maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, out: plain ? {} : (JSON.parse(stdout.trim() || "{}") as Record<string, unknown>), err: stderr });
    });
  });

const headings = ["№", "ФИО", "Дата задержания", "Город", "Дата постановления", "Срок", "Обещали освободить"];
const file = (...rows: string[][]) => csvOf([headings, ...rows]);
const first = file(["1", "Тестова Айгүл", "25 октября 2025 г., 14:00", "Алматы", "26.10.2025", "15 суток", ""]);
const later = file(["2", "Сынақова Әйгерім", "27 қазан", "Алматы", "28 қазан", "15 тәулік", "11 қараша"], ["3", "Үлгіұлы Ұлықбек", "31.02.2025", "Алматы", "", "", ""]);

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
  mkdirSync(elsewhere, { recursive: true });
});

/** One case from a file whose headings the command line knows from then on. */
async function mapped(): Promise<void> {
  const { importId } = await startImport(coordinator, { name: "дела.csv", bytes: new TextEncoder().encode(first), encoding: "auto", delimiter: "auto", kind: "cases" });
  await setImportDetails(coordinator, await answers(coordinator, importId, { sender: "Қоғам Сын" }), { version: 1 });
  await importSettled(importId);
  await recordImport(coordinator, { importId }, { version: (await getImportPage(coordinator, importId)).version });
  await importSettled(importId);
}

describe.runIf(dialect === "sqlite")("the command line", () => {
  it("brings a file in whose headings were mapped before, takes records out and writes a report", { timeout: 120_000 }, async () => {
    await mapped();
    const team = ["--team", "Team A"];
    const csv = path.join(elsewhere, "тізім.csv");
    writeFileSync(csv, later);
    expect(await importing.run([csv, "--kind", "cases", ...team])).toMatchObject({ exit: "ok", data: { state: "draft", accepted: 1, aside: 0, refused: 1 } });
    expect(await store.read.select().from(cases)).toHaveLength(1);
    expect(await erkin(["import", csv, "--kind", "cases", "--record", ...team], data)).toMatchObject({ code: 0, err: "", out: { state: "recorded", accepted: 1, refused: 1 } });
    const recorded = await store.read.select().from(cases);
    expect(recorded.map(({ seizedText, termText }) => [seizedText, termText]).sort()).toEqual([["2025-10-25T14:00", "P15D"], ["2025-10-27", "P15D"]]);
    expect(await store.read.select({ when: statedReleases.when }).from(statedReleases)).toEqual([{ when: "2025-11-11" }]);

    const out = path.join(elsewhere, "cases.csv");
    const internal = ["cases", "--filter", "view=all", "--profile", "internal", "--reason", "Тексеру", "--out"];
    expect(await exporting.run([...internal, out])).toMatchObject({ exit: "ok", data: { rows: 2, profile: "internal", bytes: statSync(out).size } });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readFileSync(out, "utf8")).toContain("Сынақова Әйгерім");
    await expect(exporting.run([...internal, out])).rejects.toMatchObject({ exit: "refused" });
    const piped = await erkin(["export", ...internal, "-"], data, true);
    expect(piped).toMatchObject({ code: 0, stdout: expect.stringContaining("Сынақова Әйгерім") as unknown, err: expect.stringContaining("2 cases") as unknown });
    const draft = await erkin(["report", "persons_deprived", "--locale", "kk", "--out", path.join(elsewhere, "report.pdf")], data);
    expect(draft, draft.err).toMatchObject({ code: 0, out: { state: "draft", format: "pdf" } });
    expect(readFileSync(path.join(elsewhere, "report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("reads a file with a mapping that another left behind, by the names of the headings", { timeout: 120_000 }, async () => {
    expect(await importing.run(["--mappings"])).toMatchObject({ exit: "ok", said: "No file has left a mapping behind yet.", data: { mappings: [] } });
    await mapped();
    const all = await erkin(["import", "--mappings", "--kind", "cases"], data);
    const [{ id = "", columns = [] } = {}] = all.out["mappings"] as { id?: string; columns?: { heading: string; as: string }[] }[];
    expect(all).toMatchObject({ code: 0, out: { mappings: [{ kind: "cases", team: "Team A", sender: "Қоғам Сын" }] } });
    expect(columns).toContainEqual({ heading: "ФИО", as: "name" });
    expect((await importing.run(["--mappings", "--kind", "people"])).data).toEqual({ mappings: [] });
    const [head = [], ...rows] = parse(later, { bom: true, relax_column_count: true }) as string[][];
    const turned = (lines: string[][]) => lines.map((line) => [...line].reverse());
    const file = (name: string, lines: string[][]) => {
      writeFileSync(path.join(elsewhere, name), csvOf(lines));
      return path.join(elsewhere, name);
    };
    const other = file("other.csv", turned([[...head.map((heading) => ` ${heading.toUpperCase()}`), "Тағы бірдеңе"], ...rows.map((row) => [...row, "x"])]));
    const team = ["--team", "Team A"];
    await expect(importing.run([other, "--kind", "cases", ...team])).rejects.toMatchObject({ exit: "refused" });
    expect(await importing.run([other, "--kind", "cases", "--mapping", id, "--record", ...team])).toMatchObject({ exit: "ok", data: { state: "recorded", accepted: 1, refused: 1 } });
    expect((await store.read.select().from(cases)).map(({ termText }) => termText)).toEqual(["P15D", "P15D"]);
    const before = (await store.read.select({ id: importBatches.id }).from(importBatches)).length;
    const few = file("few.csv", [["ФИО"], ["Тағы Біреу"]]);
    expect(await erkin(["import", few, "--kind", "cases", "--mapping", id, ...team], data)).toMatchObject({ code: 1, out: { ok: false, problems: { mapping: { code: "mapping_lacks" } } } });
    await expect(importing.run([few, "--kind", "people", "--mapping", id, ...team])).rejects.toMatchObject({ code: "invalid", detail: { problems: { mapping: { code: "mapping_other_kind" } } } });
    // The command line ends with 3 where something is not found.
    await expect(importing.run([few, "--kind", "cases", "--mapping", "00000000-0000-4000-8000-000000000000", ...team])).rejects.toMatchObject({ code: "not_found" });
    await expect(importing.run([other, "--kind", "cases", "--mapping", id, "--team", "Team B"])).rejects.toMatchObject({ code: "not_found" });
    for (const args of [["--mappings", "--record"], ["--mappings", few], [few, "--kind", "cases", "--mapping", ""]]) await expect(importing.run(args)).rejects.toMatchObject({ exit: "usage" });
    expect(await store.read.select({ id: importBatches.id }).from(importBatches)).toHaveLength(before);
  });

  it("ends with a code that says why, and leaves nothing behind", { timeout: 120_000 }, async () => {
    const csv = path.join(elsewhere, "new.csv");
    writeFileSync(csv, first);
    const out = path.join(elsewhere, "out.csv");
    const outside = ["cases", "--out", out, "--purpose", "publication"];
    const refusals: [Command, readonly string[], Exit][] = [
      [importing, [csv, "--kind", "cases", "--team", "Team A"], "refused"],
      [importing, [csv, "--kind", "letters"], "usage"],
      [exporting, ["cases", "--out", out], "usage"],
      [exporting, [...outside, "--recipient", "Nobody"], "missing"],
      [exporting, [...outside, "--team", "Nobody"], "missing"],
      [reporting, ["overdue_letter", "--out", out], "usage"],
      [reporting, ["case_dossier", "--subject", "ALA-1999-0001", "--out", out], "missing"],
      [reporting, ["persons_deprived", "--from", "yesterday", "--out", out], "usage"],
      [reporting, ["persons_deprived", "--to", "2026-02-30", "--out", out], "usage"],
      [reporting, ["overdue_letter", "--subject", "ALA-1999-0001", "--variant", "king", "--out", out], "usage"],
      [reporting, ["case_dossier", "--subject", "ALA-1999-0001", "--variant", "prosecutor", "--out", out], "usage"],
      [reporting, ["overdue_letter", "--subject", "ALA-1999-0001", "--variant", "prosecutor", "--out", out], "missing"],
    ];
    for (const [command, args, exit] of refusals) await expect(command.run(args), args.join(" ")).rejects.toMatchObject({ exit });
    const questions = await erkin(["import", csv, "--kind", "cases", "--team", "Team A"], data);
    expect(questions).toMatchObject({ code: 1, err: "", out: { ok: false, exit: 1, outcome: "refused", step: "columns" } });
    expect(await erkin(["import", path.join(elsewhere, "nowhere.csv"), "--kind", "cases"], data)).toMatchObject({ code: 3, err: "", out: { ok: false, exit: 3 } });
    for (const typed of [["--out", "-"], ["--out=-"]]) expect(await erkin(["export", "cases", "--purpose", "publication", ...typed], data)).toMatchObject({ code: 2, out: { exit: 2 } });
    writeFileSync(`${out}.part`, "half");
    await expect(exporting.run([...outside, "--format", "csv"])).rejects.toMatchObject({ exit: "refused" });
    expect(readFileSync(`${out}.part`, "utf8")).toBe("half");
    rmSync(`${out}.part`);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(elsewhere)).toEqual(["new.csv"]);
  });
});
