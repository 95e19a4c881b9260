import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { findingsText } from "@/components/imports/finding-words";
import { csvText } from "@/lib/exchange/csv";
import { REASON_HEADING } from "@/lib/exchange/csv-read";
import { guardCell } from "@/lib/exchange/csv-safe";
import { AppError } from "@/lib/model/errors";
import { getLeftOutRows, type LeftOut } from "@/lib/services/import-preview";
import { textSheet } from "@/lib/services/text-sheet";
import { findActor } from "@/lib/web/actor";

const refusals: Partial<Record<AppError["code"], number>> = { not_found: 404, forbidden: 403 };
const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** Spreadsheets read UTF-8 as UTF-8 only behind this mark. */
const MARK = "\uFEFF";

/** The rows that are not recorded, as they stand in their file, with the reasons in a column that is passed over when the file comes back. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const signedIn = await findActor();
  if (!signedIn) return refused(401);
  let left: { headings: string[]; rows: LeftOut[] };
  try {
    left = await getLeftOutRows(signedIn.actor, (await params).id);
  } catch (error) {
    const status = error instanceof AppError ? refusals[error.code] : undefined;
    if (status === undefined) throw error;
    return refused(status);
  }
  const { headings, rows } = left;
  const [t, forms] = [await getTranslations("imports"), await getTranslations("forms")];
  const table = [[...headings, REASON_HEADING], ...rows.map((row) => [...aligned(row.cells, headings.length), findingsText([...row.problems, ...row.doubts], headings, t, forms)])];
  if (request.nextUrl.searchParams.get("format") === "xlsx") {
    const bytes = await textSheet(table.map((row) => row.map(guardCell)));
    return new Response(new Uint8Array(bytes), { headers: answerHeaders("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") });
  }
  return new Response(MARK + csvText(table), { headers: answerHeaders("text/csv; charset=utf-8", "csv") });
}

const answerHeaders = (type: string, ending: string) => ({ "Content-Type": type, "Content-Disposition": `attachment; filename="erkin-import-left-out.${ending}"`, "Cache-Control": "no-store" });

/** A row that is too short is filled up, so that its reason stands in the right column; a row that is too long keeps all its cells before it. */
const aligned = (cells: readonly string[], width: number): string[] => [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => "")];
