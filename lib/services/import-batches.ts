import "server-only";
import { findImportBatch, type ImportBatchRow } from "@/db/queries/imports";
import type { Reader } from "@/db/store";
import type { Delimiter } from "@/lib/exchange/csv-read";
import type { Encoding } from "@/lib/exchange/decode";
import { AppError } from "@/lib/model/errors";
import type { EventMapping } from "@/lib/model/event-import";
import type { Actor } from "@/lib/model/permissions";
import { sha256 } from "@/lib/vault/keys";
import { allow } from "./allow";

/** How far somebody has come with a file: which column is what, how cells are read, ready to be recorded. */
export type ImportStep = "columns" | "details" | "ready";
/** What is kept of a file beside its text. */
export type ImportSettings = { delimiter: Delimiter | "sheet"; encoding: Encoding | "sheet"; step: ImportStep; remembered: boolean; mapping: EventMapping };

/** A batch of the actor's teams, or `not_found`. */
export async function requireBatch(tx: Reader, actor: Actor, id: string): Promise<ImportBatchRow> {
  const row = await findImportBatch(tx, actor, id);
  if (!row || row.state === "reading") throw new AppError("not_found");
  allow(actor, "import.make", row);
  return row;
}

/** The same where nothing is decided yet; what is recorded or thrown away has no text and no mapping to change. */
export async function requireDraft(tx: Reader, actor: Actor, id: string): Promise<ImportBatchRow> {
  const row = await requireBatch(tx, actor, id);
  if (row.state !== "draft" || row.phase === "record") throw new AppError("not_found");
  return row;
}

export const settingsOf = (batch: Pick<ImportBatchRow, "mapping">): ImportSettings => JSON.parse(batch.mapping) as ImportSettings;

/** What a mapping is remembered by. */
export const headingsKey = (headings: readonly string[]): string => sha256(JSON.stringify(headings));
