import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { ColumnsForm } from "@/components/imports/columns-form";
import { PageHeader } from "@/components/layout/page-header";
import { formatCount } from "@/lib/i18n/formats";
import { getImportColumns } from "@/lib/services/imports";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { setImportColumnsAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("columns.title") };
}

export default async function ImportColumnsPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/imports/${id}/columns`);
  const { version, kind, fileName, encoding, delimiter, rowCount, columns } = await orNotFound(getImportColumns(actor, id));
  const t = await getTranslations("imports");
  const read = delimiter === "sheet" ? t("columns.read_sheet", { count: rowCount, shown: formatCount(rowCount, await currentLocale()) }) : t("columns.read", { count: rowCount, shown: formatCount(rowCount, await currentLocale()), encoding: t(`upload.encoding.${encoding}`), delimiter: t(`upload.delimiter.${delimiter}`) });
  return (
    <FormWords namespaces={["imports"]}>
      <PageHeader title={t("columns.title")} breadcrumbs={[{ href: "/imports", label: t("title") }, { href: `/imports/${id}`, label: fileName }]}>
        <p className="max-w-prose text-muted">
          {read} {t("columns.explain")}
        </p>
      </PageHeader>
      <ColumnsForm action={setImportColumnsAction} submission={newSubmission()} importId={id} version={version} kind={kind} columns={columns} />
    </FormWords>
  );
}
