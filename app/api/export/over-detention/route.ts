import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { basisOf, caseName, placeName } from "@/lib/wording/case-words";
import { csvStream } from "@/lib/exchange/csv";
import { overColumns } from "@/lib/exchange/over-columns";
import { institutionName } from "@/lib/model/institution-name";
import { readOverQuery } from "@/lib/model/over-detention";
import { exportOverDetention, type OverExportRow } from "@/lib/services/exports";
import { attachment, csvFile } from "@/lib/web/download";
import { currentLocale } from "@/lib/web/locale";

/** Who was held too long, as a file; takes the same address parts as the page itself. */
export function GET(request: NextRequest): Promise<Response> {
  const { page: _page, ...query } = readOverQuery(Object.fromEntries(request.nextUrl.searchParams));
  return attachment(request, async (actor) => {
    const exported = await exportOverDetention(actor, query);
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
    return csvFile("held-too-long", exported.now, csvStream(columns.map(({ key }) => t(`csv.${key}`)), columns, exported.batches));
  });
}
