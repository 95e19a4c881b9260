import type { ImportDetails } from "@/lib/model/event-import";
import type { ImportTarget } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { getImportDetails } from "@/lib/services/import-details";
import type { UploadedFile } from "@/lib/services/import-start";
import { csvOf } from "./import-rows";

/** A table as a file that somebody uploads. */
export const fileOf = (rows: readonly (readonly string[])[], name = "events.csv"): UploadedFile => ({ name, bytes: new TextEncoder().encode(csvOf(rows)), encoding: "auto", delimiter: "auto" });

export const columnsOf = (importId: string, fields: readonly ImportTarget[]) => ({ importId, columns: fields.map((field) => ({ field })) });

/** The second step as somebody sends it who changes only these answers. */
export async function answers(actor: Actor, importId: string, changed: Partial<ImportDetails>): Promise<ImportDetails & { importId: string }> {
  const { mapping } = await getImportDetails(actor, importId);
  const { headings: _headings, columns: _columns, ...details } = mapping;
  return { importId, ...details, ...changed };
}
