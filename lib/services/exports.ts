import "server-only";
import { randomUUID } from "node:crypto";
import { caseQueryString, type CaseQuery } from "@/lib/model/case-query";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { streamCases, type CaseListItem } from "./case-list";
import { now } from "./clock";
import { write } from "./write";

export type CaseExport = { now: number; batches: AsyncGenerator<CaseListItem[], void> };

/**
 * The filtered list as batches of any number. That it was taken away is in the audit log before the first row leaves; how many rows left is
 * added at the end, also when the reader went away earlier.
 */
export async function exportCases(actor: Actor, query: CaseQuery): Promise<CaseExport> {
  allow(actor, "case.export");
  const subject = ["export", randomUUID()] as const;
  await write(actor, (_tx, log) => log("export.made", { subject, changes: [{ field: "filter", before: null, after: caseQueryString(query) || "?" }] }));
  return { now: now(), batches: counted(actor, subject, streamCases(actor, query)) };
}

async function* counted(actor: Actor, subject: readonly [string, string], batches: AsyncGenerator<CaseListItem[]>): AsyncGenerator<CaseListItem[], void> {
  let rows = 0;
  let complete = false;
  try {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch;
    }
    complete = true;
  } finally {
    const changes = [{ field: "rows", before: null, after: String(rows) }, { field: "complete", before: null, after: String(complete) }];
    await write(actor, (_tx, log) => log("export.finished", { subject, changes }));
  }
}
