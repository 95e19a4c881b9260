import "server-only";
import { randomUUID } from "node:crypto";
import type { OverCase } from "@/db/queries/over-detention";
import { overQueryString, type OverQuery } from "@/lib/model/over-detention";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { now } from "./clock";
import { countedBatches, finishedChanges } from "./counted-batches";
import { getEventPage, type EventPage } from "./event-page";
import { streamOverDetention } from "./over-detention";
import { write } from "./write";

export type OverExportRow = OverCase;
export type OverExport = { now: number; batches: AsyncGenerator<OverExportRow[], void> };
export type CountExportRow = EventPage["ledger"][number] & { comparedTo: string };
export type CountExport = { now: number; batches: AsyncGenerator<CountExportRow[], void> };

/**
 * Those held too long as batches of any number. That the list was taken away is in the audit log before the first row leaves; how many rows left
 * is added at the end, also when the reader went away earlier.
 */
export async function exportOverDetention(actor: Actor, query: OverQuery): Promise<OverExport> {
  allow(actor, "case.export");
  const subject = await told(actor, `/over-detention${overQueryString(query)}`);
  return { now: now(), batches: counted(actor, subject, streamOverDetention(actor, query)) };
}

/** Every count of an event with what it compares itself with and our own beside it. */
export async function exportCounts(actor: Actor, eventId: string): Promise<CountExport> {
  allow(actor, "case.export");
  const { ledger } = await getEventPage(actor, eventId);
  const subject = await told(actor, `/events/${eventId}`);
  const whose = new Map(ledger.map(({ count }) => [count.id, count.attributedTo]));
  const rows = ledger.map((line) => ({ ...line, comparedTo: whose.get(line.count.comparedToId ?? "") ?? "" }));
  return { now: now(), batches: counted(actor, subject, once(rows)) };
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}

async function told(actor: Actor, filter: string): Promise<readonly [string, string]> {
  const subject = ["export", randomUUID()] as const;
  await write(actor, (_tx, log) => log("export.made", { subject, changes: [{ field: "filter", before: null, after: filter }] }));
  return subject;
}

const counted = <Row>(actor: Actor, subject: readonly [string, string], batches: AsyncIterable<Row[]>): AsyncGenerator<Row[], void> =>
  countedBatches(batches, (rows, complete) => write(actor, (_tx, log) => log("export.finished", { subject, changes: finishedChanges(rows, complete) })));
