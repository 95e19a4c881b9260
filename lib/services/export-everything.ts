import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { finishExport, insertExport } from "@/db/queries/disclosure";
import { columnsTaken, rowsOf, taken, type Taken } from "@/db/queries/everything";
import { filesAfter } from "@/db/queries/files";
import { findOrganisation } from "@/db/queries/organisation";
import { listTeams } from "@/db/queries/users";
import { store } from "@/db/store";
import { sealedArchive, type Receipt } from "@/lib/documents/sealed-archive";
import type { Member } from "@/lib/documents/zip-stream";
import { csvPieces } from "@/lib/exchange/csv";
import { everythingReadme } from "@/lib/exchange/everything-readme";
import { outJson } from "@/lib/exchange/out-json";
import { outSchemas, type OutHead } from "@/lib/exchange/out-schema";
import { INTERNAL } from "@/lib/model/destination";
import { AppError, refuse } from "@/lib/model/errors";
import { recordKinds, type EverythingValues } from "@/lib/model/export";
import { FileProblem } from "@/lib/model/file";
import { OUT_SCHEMA } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { EvidenceDamaged } from "@/lib/vault/evidence-format";
import { allow } from "./allow";
import { realNow } from "./clock";
import { finishedChanges } from "./counted-batches";
import { makerOf, outBatches } from "./export-register";
import { openOriginal } from "./file-custody";
import type { FormMeta } from "./form-meta";
import { needsStepUp, proveAgain } from "./step-up";
import { write } from "./write";

const FETCH_MS = 15 * 60_000;
const BATCH = 500;

/** Archives that were asked for and not fetched yet. The passphrase stands here and nowhere else, for a quarter of an hour, for one fetch. */
type Waiting = { passphrase: string; userId: string; reason: string; until: number };
// Pages and actions are bundled apart and must see the same ones.
const slot = globalThis as typeof globalThis & { erkinArchives?: Map<string, Waiting> };
const waiting = (): Map<string, Waiting> => (slot.erkinArchives ??= new Map<string, Waiting>());

function findWaiting(actor: Actor, id: string): Waiting | undefined {
  for (const [each, { until }] of waiting()) if (realNow() >= until) waiting().delete(each);
  const found = waiting().get(id);
  return found?.userId === actor.userId ? found : undefined;
}

/** What the form of a full export needs to know. */
export async function getEverythingForm(actor: Actor, ready: string | undefined): Promise<{ needsProof: boolean; ready: boolean }> {
  allow(actor, "export.everything");
  return { needsProof: await needsStepUp(actor), ready: ready !== undefined && findWaiting(actor, ready) !== undefined };
}

/** Asks for an archive of everything, after the password was proved; it is made when it is fetched. */
export async function makeEverything(actor: Actor, { password, passphrase, again, reason }: EverythingValues, meta: FormMeta = {}): Promise<{ archiveId: string }> {
  allow(actor, "export.everything");
  if (passphrase !== again) throw refuse("again", "passphrases_differ");
  await proveAgain(actor, password);
  const made = await write(
    actor,
    async (tx, log) => {
      const id = randomUUID();
      const at = realNow();
      const locale = (await findOrganisation(tx))?.defaultLocale ?? "en";
      await insertExport(tx, { id, what: "everything", format: "age", filter: "", reason, profile: "internal", recipientId: null, audience: null, purpose: null, locale, madeById: makerOf(actor), madeAt: at });
      const told = { what: "everything", format: "age", profile: "internal", reason };
      await log("export.made", { subject: ["export", id], changes: Object.entries(told).map(([field, after]) => ({ field, before: null, after })) });
      return { archiveId: id };
    },
    meta.submission,
  );
  waiting().set(made.archiveId, { passphrase: passphrase.normalize("NFC"), userId: actor.userId, reason, until: realNow() + FETCH_MS });
  setTimeout(() => waiting().delete(made.archiveId), FETCH_MS).unref();
  return made;
}

/** The archive itself, sealed as it is made: it never lies anywhere in the clear. Each piece of evidence has its entry in its custody log. */
export async function openEverything(actor: Actor, id: string): Promise<{ name: string; type: string; body: ReadableStream<Uint8Array> }> {
  allow(actor, "export.everything");
  const asked = findWaiting(actor, id);
  if (!asked) throw new AppError("link_used");
  waiting().delete(id);
  const at = realNow();
  const body = await sealedArchive((receipts) => members(actor, id, at, receipts), { passphrase: asked.passphrase });
  return { name: `erkin-${new Date(at).toISOString().slice(0, 10)}.zip.age`, type: "application/octet-stream", body };
}

async function* members(actor: Actor, id: string, at: number, receipts: readonly Receipt[]): AsyncGenerator<Member, void> {
  const damaged: string[] = [];
  let complete = false;
  try {
    yield* contents(actor, id, at, damaged);
    const manifest = { schema: "erkin-full/1", export: id, madeAt: new Date(at).toISOString(), by: actor.name, teams: actor.teamIds, members: receipts.map(({ name, bytes, sha256 }) => ({ name, size: bytes, sha256 })), damaged };
    yield { name: "manifest.json", pieces: [`${JSON.stringify(manifest, null, 1)}\n`] };
    complete = true;
  } finally {
    await write(actor, async (tx, log) => {
      await finishExport(tx, id, { rows: receipts.length, complete, finishedAt: realNow() });
      await log("export.finished", { subject: ["export", id], changes: finishedChanges(receipts.length, complete) });
    });
  }
}

async function* contents(actor: Actor, id: string, at: number, damaged: string[]): AsyncGenerator<Member, void> {
  const { read } = await store();
  const organisation = (await findOrganisation(read))?.name ?? "";
  const teams = (await listTeams(read)).filter((team) => actor.teamIds.includes(team.id)).map(({ name }) => name);
  const made = new Date(at).toISOString();
  for (const language of ["en", "ru", "kk"] as const) yield { name: `README.${language}.txt`, pieces: [everythingReadme[language]({ made, by: actor.name, organisation, teams })] };
  const names = Object.keys(taken) as Taken[];
  yield { name: "schema/erkin-1.json", pieces: [`${JSON.stringify(Object.fromEntries(recordKinds.map((kind) => [kind, z.toJSONSchema(outSchemas[kind])])), null, 1)}\n`] };
  yield { name: "schema/tables.json", pieces: [`${JSON.stringify(Object.fromEntries(names.map((name) => [name, columnsTaken(name)])), null, 1)}\n`] };
  for (const name of names) {
    yield { name: `records/${name}.jsonl`, pieces: lines(rowsOf(read, actor, name, BATCH)) };
    yield { name: `records/${name}.csv`, pieces: csvPieces(columnsTaken(name), cells(columnsTaken(name), rowsOf(read, actor, name, BATCH))) };
  }
  for (const what of recordKinds) {
    const head: OutHead = { schema: OUT_SCHEMA, export: id, what, profile: "internal", recipient: null, purpose: null, madeAt: made, by: actor.name, filter: what === "cases" ? "?view=all" : "" };
    yield { name: `erkin-1/${what}.json`, pieces: outJson(head, outBatches(actor, what, what === "cases" ? "?view=all" : "", INTERNAL)) };
  }
  yield* evidence(actor, damaged);
}

async function* evidence(actor: Actor, damaged: string[]): AsyncGenerator<Member, void> {
  const { read } = await store();
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: { id: string; state: string; teamId: string; withdrawn: string | null }[] = await filesAfter(read, after, BATCH);
    for (const row of rows) {
      if (row.state === "kept" && actor.teamIds.includes(row.teamId)) yield { name: `evidence/${row.id}`, pieces: original(actor, row.id, damaged), store: true };
    }
    after = rows.at(-1)?.id;
  }
}

/** One original; what turns out damaged is said in the manifest, and takes nothing else with it. */
async function* original(actor: Actor, fileId: string, damaged: string[]): AsyncGenerator<Uint8Array, void> {
  try {
    const { sealed } = await openOriginal(actor, fileId);
    try {
      yield* sealed.stream(0, sealed.size);
    } finally {
      await sealed.close();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    damaged.push(fileId);
  }
}

/** What can be wrong with a file on the disk, or a file that was taken back a moment ago; anything else is a bug. */
const isDamage = (error: unknown): boolean => error instanceof EvidenceDamaged || error instanceof FileProblem || error instanceof AppError || (error instanceof Error && "code" in error && error.code === "ENOENT");

async function* lines(batches: AsyncIterable<object[]>): AsyncGenerator<string, void> {
  for await (const rows of batches) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

async function* cells(columns: readonly string[], batches: AsyncIterable<Record<string, unknown>[]>): AsyncGenerator<string[][], void> {
  for await (const rows of batches) yield rows.map((row) => columns.map((column) => cellText(row[column])));
}

const cellText = (value: unknown): string => (value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean));
