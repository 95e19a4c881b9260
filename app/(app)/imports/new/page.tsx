import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { UploadForm } from "@/components/imports/upload-form";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { columnLetters } from "@/lib/exchange/unclosed-quote";
import { formatCount } from "@/lib/i18n/formats";
import { MOST_EVENT_ROWS, MOST_IMPORT_BYTES, MOST_IMPORT_ROWS } from "@/lib/model/import-kind";
import { can } from "@/lib/model/permissions";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { param } from "@/lib/web/pages";

type Props = { searchParams: Promise<Partial<Record<"problem" | "line" | "cell" | "kind" | "encoding" | "delimiter", string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("new") };
}

export default async function NewImportPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/imports/new");
  if (!can(actor, "import.make")) notFound();
  const query = await searchParams;
  const problem = param(query.problem);
  const [line, cell] = [numbered(param(query.line)), numbered(param(query.cell))];
  const t = await getTranslations("imports");
  const locale = await currentLocale();
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/imports", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t("upload.explain", { size: MOST_IMPORT_BYTES / 1_000_000, rows: formatCount(MOST_IMPORT_ROWS, locale), events: formatCount(MOST_EVENT_ROWS, locale), columns: 100 })}</p>
      </PageHeader>
      {problem !== undefined && (
        <Alert tone="overdue" role="alert" title={t("upload.failed")} data-testid="upload-problem">
          <p>{t.has(`upload.problem.${problem}`) ? t(`upload.problem.${problem}`, { line, cell, column: columnLetters(cell) }) : t("upload.problem.unreadable")}</p>
        </Alert>
      )}
      <UploadForm action="/api/imports" chosen={{ kind: param(query.kind), encoding: param(query.encoding), delimiter: param(query.delimiter) }} />
    </>
  );
}

/** A count from 1 that stands in an address, which anybody may have written; 1 where it is none. */
function numbered(text: string | undefined): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
