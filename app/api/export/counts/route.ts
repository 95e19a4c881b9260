import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { placeName } from "@/lib/wording/place-name";
import { institutionName } from "@/lib/model/institution-name";
import { countColumns } from "@/lib/exchange/count-columns";
import { csvStream } from "@/lib/exchange/csv";
import { AppError } from "@/lib/model/errors";
import { exportCounts, type CountExport, type CountExportRow } from "@/lib/services/exports";
import { findActor } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";

const refusals: Partial<Record<AppError["code"], number>> = { not_found: 404, forbidden: 403, disk_full: 507 };
const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** The ledger of one event as a file, each count on a line of its own. */
export async function GET(request: NextRequest): Promise<Response> {
  const signedIn = await findActor();
  if (!signedIn) return refused(401);
  let exported: CountExport;
  try {
    exported = await exportCounts(signedIn.actor, (request.nextUrl.searchParams.get("event") ?? "").replace(/\p{Cc}/gu, ""));
  } catch (error) {
    const status = error instanceof AppError ? refusals[error.code] : undefined;
    if (status === undefined) throw error;
    return refused(status);
  }
  const [t, vocab, locale] = [await getTranslations("events"), await getTranslations("vocab"), await currentLocale()];
  const columns = countColumns<CountExportRow>({
    label: (list, value) => vocab(`${list}.${value}`),
    institution: ({ institution }) => (institution ? institutionName(institution, locale) : ""),
    source: ({ source }) => source?.title ?? "",
    places: ({ places }) => (places.length ? places.map((place) => placeName(place, locale)).join("; ") : t("count.whole")),
  });
  return new Response(csvStream(columns.map(({ key }) => t(`csv.${key}`)), columns, exported.batches), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="erkin-counts-${new Date(exported.now).toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
