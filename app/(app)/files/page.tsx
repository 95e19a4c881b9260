import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileFilters } from "@/components/files/file-filters";
import { FileTable } from "@/components/files/file-table";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { fileKinds } from "@/lib/model/file";
import { fileSubjects } from "@/lib/model/vocabularies";
import { FILES_PAGE, getFileList } from "@/lib/services/files";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("files"))("title") };
}

export default async function FilesPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/files");
  const asked = await searchParams;
  const [q, kind, subject] = [param(asked["q"])?.slice(0, 200), fileKinds.find((each) => each === param(asked["kind"])), fileSubjects.find((each) => each === param(asked["subject"]))];
  const page = Number(param(asked["page"]));
  const list = await orNotFound(getFileList(actor, { q, kind, subject, page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1 }));
  const t = await getTranslations("files");
  const narrowed = Boolean(q ?? kind ?? subject);
  const query = Object.entries({ q, kind, subject }).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  return (
    <>
      <PageHeader title={t("title")} />
      <p className="max-w-prose text-muted">{t("intro")}</p>
      <FileFilters query={{ q, kind, subject }} kinds={fileKinds} />
      {list.items.length > 0 ? (
        <FileTable items={list.items} zone={list.zone} />
      ) : (
        <EmptyState title={t(narrowed ? "empty.not_found" : "empty.title")} data-testid="empty">
          {t(narrowed ? "empty.not_found_hint" : "empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={FILES_PAGE} total={list.total} href={(to) => `/files?${new URLSearchParams([...query, ["page", String(to)]]).toString()}`} />
    </>
  );
}
