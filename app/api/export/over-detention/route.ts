import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { basisOf, caseName, placeName } from "@/lib/wording/case-words";
import { csvStream } from "@/lib/exchange/csv";
import { overColumns } from "@/lib/exchange/over-columns";
import { AppError } from "@/lib/model/errors";
import { institutionName } from "@/lib/model/institution-name";
import { readOverQuery } from "@/lib/model/over-detention";
import { exportOverDetention, type OverExport, type OverExportRow } from "@/lib/services/exports";
import { findActor } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";

const refusals: Partial<Record<AppError["code"], number>> = { not_found: 404, forbidden: 403, disk_full: 507 };
const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** Who was held too long, as a file; takes the same address parts as the page itself. */
export async function GET(request: NextRequest): Promise<Response> {
  const signedIn = await findActor();
  if (!signedIn) return refused(401);
  const { page: _page, ...query } = readOverQuery(Object.fromEntries(request.nextUrl.searchParams));
  let exported: OverExport;
  try {
    exported = await exportOverDetention(signedIn.actor, query);
  } catch (error) {
    const status = error instanceof AppError ? refusals[error.code] : undefined;
    if (status === undefined) throw error;
    return refused(status);
  }
  const locale = await currentLocale();
  const [t, names, vocab] = [await getTranslations("overheld"), await getTranslations("dashboard"), await getTranslations("vocab")];
  const columns = overColumns<OverExportRow>(
    {
      label: (list, value) => vocab(`${list}.${value}`),
      name: (item) => caseName(item, names, locale),
      place: (item) => placeName(item, locale),
      institution: (of) => (of ? institutionName(of, locale) : ""),
      basis: (item) => names(`basis.${basisOf(item)}`),
      standing: (inside) => t(inside ? "view.inside" : "view.late"),
    },
    exported.now,
  );
  return new Response(csvStream(columns.map(({ key }) => t(`csv.${key}`)), columns, exported.batches), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="erkin-held-too-long-${new Date(exported.now).toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
