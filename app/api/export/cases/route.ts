import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";
import { basisOf, caseName, daysHeld, placeName, termWords } from "@/lib/wording/case-words";
import { caseColumns, type CaseCellWords } from "@/lib/exchange/case-columns";
import { csvStream } from "@/lib/exchange/csv";
import { AppError } from "@/lib/model/errors";
import { institutionName } from "@/lib/model/institution-name";
import { changedQuery, readCaseQuery } from "@/lib/model/case-query";
import { exportCases, type CaseExport } from "@/lib/services/exports";
import { findActor } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";

const refusals: Partial<Record<AppError["code"], number>> = { not_found: 404, forbidden: 403, disk_full: 507 };
const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** The filtered list as a file; takes the same address parts as the list itself. */
export async function GET(request: NextRequest): Promise<Response> {
  const signedIn = await findActor();
  if (!signedIn) return refused(401);
  const query = changedQuery(readCaseQuery(Object.fromEntries(request.nextUrl.searchParams)), {});
  let exported: CaseExport;
  try {
    exported = await exportCases(signedIn.actor, query);
  } catch (error) {
    const status = error instanceof AppError ? refusals[error.code] : undefined;
    if (status === undefined) throw error;
    return refused(status);
  }
  const t = await getTranslations("dashboard");
  const columns = caseColumns(await cellWords(exported.now));
  const headers = columns.map(({ key }) => t(`csv.column.${key}`));
  return new Response(csvStream(headers, columns, exported.batches), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="erkin-cases-${new Date(exported.now).toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

async function cellWords(now: number): Promise<CaseCellWords> {
  const locale = await currentLocale();
  const t = await getTranslations("dashboard");
  const vocabulary = await getTranslations("vocab");
  const once = remembered();
  return {
    label: (list, value) => (value === null || value === "" ? "" : once(`${list}.${value}`, () => vocabulary(`${list}.${value}`))),
    name: (item) => caseName(item, t, locale),
    place: (item) => placeName(item, locale),
    institution: (of) => (of ? institutionName(of, locale) : ""),
    term: (termText) => (termText === null ? "" : once(`term.${termText}`, () => termWords(termText, locale) ?? "")),
    days: (item) => String(daysHeld(item, now) ?? ""),
    basis: (item) => once(`basis.${basisOf(item)}`, () => t(`basis.${basisOf(item)}`)),
    verdict: (verdict) => (verdict === null ? "" : once(`verdict.${verdict}`, () => t(`verdict.${verdict}`))),
    yesNo: (value) => once(`csv.${String(value)}`, () => t(value ? "csv.yes" : "csv.no")),
  };
}

/** A file of a hundred thousand rows says the same few words over and over. */
function remembered(): (key: string, say: () => string) => string {
  const said = new Map<string, string>();
  return (key, say) => {
    const known = said.get(key);
    if (known !== undefined) return known;
    const text = say();
    said.set(key, text);
    return text;
  };
}
