import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { findingsText } from "@/components/imports/finding-words";
import { returnedCsv } from "@/lib/exchange/csv";
import { REASON_HEADING, type Delimiter } from "@/lib/exchange/csv-read";
import { guardCell } from "@/lib/exchange/csv-safe";
import { AppError } from "@/lib/model/errors";
import { XLSX_TYPE } from "@/lib/model/file-type";
import { getLeftOutRows, type LeftOutRows } from "@/lib/services/import-preview";
import { textSheet } from "@/lib/services/text-sheet";
import { findActor } from "@/lib/web/actor";

const refusals: Partial<Record<AppError["code"], number>> = { not_found: 404, forbidden: 403 };
const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** By what stands between their cells: how such files are called. */
const files: Record<Delimiter, { type: string; ending: string }> = {
  comma: { type: "text/csv; charset=utf-8", ending: "csv" },
  semicolon: { type: "text/csv; charset=utf-8", ending: "csv" },
  tab: { type: "text/tab-separated-values; charset=utf-8", ending: "tsv" },
};

/**
 * The rows that are not recorded, as they stand in their file, with the reasons in a column that is passed over when the file comes back: in the format
 * of that file, and with its separator, or in the other format where `format` asks for it (`csv`, `xlsx`).
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const signedIn = await findActor();
  if (!signedIn) return refused(401);
  let left: LeftOutRows;
  try {
    left = await getLeftOutRows(signedIn.actor, (await params).id);
  } catch (error) {
    const status = error instanceof AppError ? refusals[error.code] : undefined;
    if (status === undefined) throw error;
    return refused(status);
  }
  const { headings, rows, delimiter } = left;
  const [t, forms] = [await getTranslations("imports"), await getTranslations("forms")];
  const table = [[...headings, REASON_HEADING], ...rows.map((row) => [...aligned(row.cells, headings.length), findingsText([...row.problems, ...row.doubts], headings, t, forms)])];
  const format = request.nextUrl.searchParams.get("format") ?? (delimiter === "sheet" ? "xlsx" : "csv");
  if (format === "xlsx") return new Response(new Uint8Array(await textSheet(table.map((row) => row.map(guardCell)))), { headers: answerHeaders(XLSX_TYPE, "xlsx") });
  const between = delimiter === "sheet" ? "comma" : delimiter;
  return new Response(returnedCsv(table, between), { headers: answerHeaders(files[between].type, files[between].ending) });
}

const answerHeaders = (type: string, ending: string) => ({ "Content-Type": XLSX_TYPE, "Content-Disposition": `attachment; filename="erkin-import-left-out.${ending}"`, "Cache-Control": "no-store" });

/** A row that is too short is filled up, so that its reason stands in the right column; a row that is too long keeps all its cells before it. */
const aligned = (cells: readonly string[], width: number): string[] => [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => "")];
