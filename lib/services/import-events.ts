import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { findEvent } from "@/db/queries/events";
import { sourcesByAddress, type ImportBatchRow } from "@/db/queries/imports";
import type { Tx } from "@/db/store";
import type { PlannedEvent } from "@/lib/exchange/event-plan";
import type { EventValues } from "@/lib/model/event";
import type { EventMapping } from "@/lib/model/event-import";
import type { Actor } from "@/lib/model/permissions";
import type { SourceValues } from "@/lib/model/source";
import { recordCountIn } from "./counts";
import { recordEventIn } from "./events";
import { placeOf, type Target } from "./import-cases";
import { institutionNamed } from "./institutions";
import { recordSourceIn } from "./sources";
import type { Log } from "./write";

/** How many events are written before other requests get their turn. */
const AT_A_TIME = 20;

/** Records planned events with their stations, links and counts; the ids by the number of the row. */
export async function recordEvents(tx: Tx, log: Log, actor: Actor, batch: ImportBatchRow, to: Target, planned: readonly { row: number; plan: PlannedEvent }[]): Promise<Map<number, string>> {
  const { mapping } = to;
  const known = await sourcesByAddress(tx, batch.teamId, planned.flatMap(({ plan }) => plan.addresses));
  const fileId = await recordSourceIn(tx, log, batch.teamId, sourceOfFile(batch, mapping));
  const made = new Map<number, string>();
  for (const [done, { row, plan: event }] of planned.entries()) {
    if (done % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    const { id: placeId } = await placeOf(tx, log, to, event.place);
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
