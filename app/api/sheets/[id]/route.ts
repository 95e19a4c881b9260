import type { NextRequest } from "next/server";
import { AppError } from "@/lib/model/errors";
import { XLSX_TYPE } from "@/lib/model/file-type";
import { getSheetFile } from "@/lib/services/sheet-export";
import { findActor } from "@/lib/web/actor";

const headers = { "Cache-Control": "no-store" };

/** The spreadsheet of a sheet that was just taken out. */
export async function GET(_request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const signedIn = await findActor();
  if (!signedIn) return new Response(null, { status: 401, headers });
  try {
    const { bytes, name } = await getSheetFile(signedIn.actor, (await params).id);
    return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": XLSX_TYPE, "Content-Disposition": `attachment; filename="${name}"` } });
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== "not_found" && error.code !== "forbidden")) throw error;
    return new Response(null, { status: error.code === "forbidden" ? 403 : 404, headers });
  }
}
