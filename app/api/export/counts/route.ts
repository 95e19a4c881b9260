import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { placeName } from "@/lib/wording/place-name";
import { institutionName } from "@/lib/model/institution-name";
import { countColumns } from "@/lib/exchange/count-columns";
import { csvStream } from "@/lib/exchange/csv";
import { exportCounts, type CountExportRow } from "@/lib/services/exports";
import { attachment, csvFile } from "@/lib/web/download";
import { currentLocale } from "@/lib/web/locale";
import { param } from "@/lib/web/pages";

/** The ledger of one event as a file, each count on a line of its own. */
export function GET(request: NextRequest): Promise<Response> {
  return attachment(request, async (actor) => {
    const exported = await exportCounts(actor, param(request.nextUrl.searchParams.get("event") ?? undefined) ?? "");
    const [t, vocab, locale] = [await getTranslations("events"), await getTranslations("vocab"), await currentLocale()];
    const columns = countColumns<CountExportRow>({
      label: (list, value) => vocab(`${list}.${value}`),
      institution: ({ institution }) => (institution ? institutionName(institution, locale) : ""),
      source: ({ source }) => source?.title ?? "",
      places: ({ places }) => (places.length ? places.map((place) => placeName(place, locale)).join("; ") : t("count.whole")),
    });
    return csvFile("counts", exported.now, csvStream(columns.map(({ key }) => t(`csv.${key}`)), columns, exported.batches));
  });
}
