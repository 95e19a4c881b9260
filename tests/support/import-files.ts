import { stringify } from "csv-stringify/sync";
import type { EventTarget, ImportDetails } from "@/lib/model/event-import";
import type { Actor } from "@/lib/model/permissions";
import { getImportDetails } from "@/lib/services/import-details";
import type { UploadedFile } from "@/lib/services/imports";

export const csvOf = (rows: readonly (readonly string[])[]): string => stringify(rows as string[][]);

/** A table as a file that somebody uploads. */
export const fileOf = (rows: readonly (readonly string[])[], name = "events.csv"): UploadedFile => ({ name, bytes: new TextEncoder().encode(csvOf(rows)), encoding: "auto", delimiter: "auto" });

export const columnsOf = (importId: string, fields: readonly EventTarget[]) => ({ importId, columns: fields.map((field) => ({ field })) });

/** The second step as somebody sends it who changes only these answers. */
export async function answers(actor: Actor, importId: string, changed: Partial<ImportDetails>): Promise<ImportDetails & { importId: string }> {
  const { mapping } = await getImportDetails(actor, importId);
  const { headings: _headings, columns: _columns, ...details } = mapping;
  return { importId, ...details, ...changed };
}

/** The headings of the lists that a large monitoring group publishes, one row for each event. */
export const LIST_HEADINGS = ["year", "event_id", "event_title", "date", "region", "description", "agreement", "event_type", "subject_type", "subject_topic", "subject_story", "organizer_type", "organizer_name", "detentions", "ovd", "place", "links"] as const;

export type ListRow = Partial<Record<(typeof LIST_HEADINGS)[number], string>>;

/** Rows of such a list; what a row does not tell is a plain picket in Almaty. */
export const listOf = (rows: readonly ListRow[]): string[][] => [
  [...LIST_HEADINGS],
  ...rows.map((row, at) => {
    const whole: ListRow = { year: "2019", event_id: String(at + 1), event_title: `Пикет ${at + 1}`, date: "2019-11-04", region: "Алматы", agreement: "-", event_type: "одиночный пикет", detentions: "1", ...row };
    return LIST_HEADINGS.map((heading) => whole[heading] ?? "");
  }),
];
