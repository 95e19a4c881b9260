import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { findEvent } from "@/db/queries/events";
import { insertImportRows, sourcesByAddress, updateImportBatch, type ImportBatchRow } from "@/db/queries/imports";
import { store, type Reader, type Tx } from "@/db/store";
import type { CheckedRow, PlannedEvent } from "@/lib/exchange/event-plan";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { EventValues } from "@/lib/model/event";
import { wordKey, type EventMapping } from "@/lib/model/event-import";
import { can, type Actor } from "@/lib/model/permissions";
import type { SourceValues } from "@/lib/model/source";
import { allow } from "./allow";
import { realNow } from "./clock";
import { recordCountIn } from "./counts";
import { recordEventIn } from "./events";
import type { FormMeta } from "./form-meta";
import { requireBatch, requireDraft, settingsOf, type ImportSettings } from "./import-batches";
import { checkedDraft, countsOf, type KeptRow } from "./import-preview";
import { goOn, type Progress } from "./import-progress";
import { institutionNamed } from "./institutions";
import { recordPlaceIn } from "./place-records";
import { recordSourceIn } from "./sources";
import { changesOf, write, type Log } from "./write";

/** How many events are written before other requests get their turn. */
const AT_A_TIME = 20;

/** So many events are recorded while the form waits; more go on after the answer, and the page shows how far they are. */
const MOST_AT_ONCE = 100;

/**
 * Records every accepted row of a draft in one transaction: all of them or none. What is refused or set aside is kept with its reasons, and the
 * text of the file goes. A batch that is recorded already is left as it is, so that a form sent twice records once.
 */
export async function recordImport(actor: Actor, { importId }: { importId: string }, meta: FormMeta): Promise<{ importId: string }> {
  const { read } = await store();
  const batch = await requireBatch(read, actor, importId);
  if (batch.state === "recorded") return { importId };
  const { counts } = await recordable(read, actor, importId, meta);
  const record = (progress?: Progress) => write(actor, (tx, log) => recordDraft(tx, log, actor, importId, meta, progress), meta.submission);
  if (counts.accepted <= MOST_AT_ONCE) return record();
  goOn(importId, counts.accepted, record);
  return { importId };
}

/** A draft of the version that was seen, its rows as they are checked now, or the reason why they cannot be recorded. */
async function recordable(tx: Reader, actor: Actor, importId: string, meta: FormMeta) {
  const batch = await requireDraft(tx, actor, importId);
  const settings = settingsFor(actor, batch);
  const saved = { version: batch.version, values: {} };
  if (seenVersion(meta.version, saved) !== batch.version) throw new AppError("conflict", { current: saved });
  const rows = await checkedDraft(tx, batch);
  const counts = countsOf(rows);
  if (counts.accepted === 0) throw refuse("importId", "nothing_to_record");
  return { batch, settings, rows, counts };
}

async function recordDraft(tx: Tx, log: Log, actor: Actor, importId: string, meta: FormMeta, progress: Progress | undefined): Promise<{ importId: string }> {
  const { batch, settings, rows, counts } = await recordable(tx, actor, importId, meta);
  const events = await recordRows(tx, log, actor, batch, settings.mapping, rows, progress);
  const at = realNow();
  await insertImportRows(tx, rows.map((row) => keptRow(batch, row, events.get(row.row) ?? null, at)));
  await updateImportBatch(tx, importId, batch.version, { ...counts, state: "recorded", content: "", recordedAt: at, updatedAt: at });
  await log("import.recorded", { subject: ["import", importId], version: [batch.version, batch.version + 1], changes: changesOf(undefined, counts, ["accepted", "aside", "refused"]) });
  return { importId };
}

function settingsFor(actor: Actor, batch: ImportBatchRow): ImportSettings {
  allow(actor, "event.write", batch);
  allow(actor, "source.write", batch);
  const settings = settingsOf(batch);
  if (settings.step !== "ready") throw refuse("importId", "import_not_ready");
  const makesPlaces = settings.mapping.places.some(({ placeId, code }) => placeId === null && code !== "");
  if (makesPlaces && !can(actor, "place.write")) throw new AppError("forbidden");
  return settings;
}

/** The events of the accepted rows, by the number of the row. */
async function recordRows(tx: Tx, log: Log, actor: Actor, batch: ImportBatchRow, mapping: EventMapping, rows: readonly CheckedRow[], progress: Progress | undefined): Promise<Map<number, string>> {
  const accepted = rows.flatMap(({ row, verdict, event }) => (verdict === "accepted" && event ? [{ row, event }] : []));
  const placeIds = await placesOf(tx, log, mapping, accepted.map(({ event }) => event));
  const known = await sourcesByAddress(tx, batch.teamId, accepted.flatMap(({ event }) => event.addresses));
  const fileId = await recordSourceIn(tx, log, batch.teamId, sourceOfFile(batch, mapping));
  const made = new Map<number, string>();
  for (const [done, { row, event }] of accepted.entries()) {
    if (done % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    if (progress) progress.done = done;
    const placeId = "placeId" in event.place ? event.place.placeId : (placeIds.get(event.place.word) ?? "");
    for (const name of event.stations) await institutionNamed(tx, log, mapping.stationKind, name, placeId);
    const sourceIds = [fileId];
    for (const address of event.addresses) sourceIds.push(await sourceAt(tx, log, batch.teamId, address, mapping, known));
    const id = await recordEventIn(tx, log, actor, batch.teamId, valuesOf(event, placeId, mapping, sourceIds));
    const recorded = await findEvent(tx, actor, id);
    if (!recorded) throw new Error("an event that was just recorded is not there");
    for (const count of event.counts) {
      await recordCountIn(tx, log, actor, recorded, { ...count, institution: "", institutionKind: "ngo", comparedToId: null, placeIds: [], asOf: null, sourceId: fileId, note: "" });
    }
    made.set(row, id);
  }
  return made;
}

/** New places that accepted rows need, made as the mapping describes them; two words with one code are one place. */
async function placesOf(tx: Tx, log: Log, mapping: EventMapping, events: readonly PlannedEvent[]): Promise<Map<string, string>> {
  const byWord = new Map<string, string>();
  const byCode = new Map<string, string>();
  for (const word of new Set(events.flatMap(({ place }) => ("word" in place ? [place.word] : [])))) {
    const described = mapping.places.find(({ text }) => wordKey(text) === word);
    if (!described) throw new Error("a place that nobody described");
    const { text, code, country, zone } = described;
    const names = { nameKk: described.nameKk || text, nameRu: described.nameRu || text, nameEn: described.nameEn || text };
    const id = byCode.get(code) ?? (await recordPlaceIn(tx, log, { ...names, code, country, zone, kind: "city", otherNames: [], parentId: null, latitude: null, longitude: null }));
    byCode.set(code, id);
    byWord.set(word, id);
  }
  return byWord;
}

const blankSource = { publisher: "", author: "", url: "", published: null, text: "" };

/** The file itself is a source: it is what says how many were counted. */
const sourceOfFile = ({ fileName, sha256 }: ImportBatchRow, { sender, language }: EventMapping): SourceValues => ({
  ...blankSource,
  kind: "other",
  title: `${fileName} (SHA-256 ${sha256.slice(0, 12)}…)`,
  publisher: sender,
  language,
});

/** The source of this address; recorded under its address where it is new: nobody has read its title. */
async function sourceAt(tx: Tx, log: Log, teamId: string, url: string, { language }: EventMapping, known: Map<string, string>): Promise<string> {
  const there = known.get(url);
  if (there) return there;
  const bare = url.replace(/^https?:\/\//i, "");
  const host = bare.split(/[/?#:]/)[0]?.replace(/^www\./i, "").slice(0, 200) ?? "";
  const kind = /^(t\.me|(m\.)?vk\.com|facebook\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com)$/i.test(host) ? "post" : "article";
  const id = await recordSourceIn(tx, log, teamId, { ...blankSource, kind, title: bare.slice(0, 500), publisher: host, url, language });
  known.set(url, id);
  return id;
}


function valuesOf(event: PlannedEvent, placeId: string, mapping: EventMapping, sourceIds: readonly string[]): EventValues {
  const { kind, title, start, organiser, demands, permit, note } = event;
  return {
    kind: kind as EventValues["kind"],
    title,
    start,
    end: null,
    sites: [{ placeId, spot: event.spot }],
    organisers: event.organisers.map((name) => ({ name, kind: mapping.organiserAs === "words" ? "movement" : mapping.organiserAs })),
    organiser,
    demands,
    permit: permit as EventValues["permit"],
    takers: [],
    stations: event.stations.map((name) => ({ name })),
    participantIds: [],
    sources: sourceIds.map((sourceId) => ({ sourceId })),
    note,
  };
}

function keptRow(batch: ImportBatchRow, { row, cells, verdict, problems, doubts, externalKey }: CheckedRow, eventId: string | null, at: number) {
  const kept: KeptRow = { problems, doubts, ...(verdict === "accepted" ? {} : { cells }) };
  return { id: randomUUID(), batchId: batch.id, teamId: batch.teamId, row, verdict, problems: JSON.stringify(kept), externalKey, subjectType: eventId === null ? null : "event", subjectId: eventId, createdAt: at, updatedAt: at };
}
