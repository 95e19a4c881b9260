import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { subjectHref } from "@/components/files/file-words";
import { PlainUploadForm } from "@/components/files/plain-upload-form";
import { UploadPanel } from "@/components/files/upload-panel";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { FORM_LIMIT, fileProblems } from "@/lib/model/file";
import { fileSubjects } from "@/lib/model/vocabularies";
import { getFileTarget } from "@/lib/services/files";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const MEGABYTE = 1024 * 1024;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("files"))("page_of") };
}

export default async function NewFilesPage({ searchParams }: Props) {
  const asked = await searchParams;
  const type = fileSubjects.find((each) => each === param(asked["type"]));
  const id = param(asked["id"]) ?? "";
  const { actor } = await requireSignedIn(type ? `/files/new?${new URLSearchParams({ type, id }).toString()}` : "/files");
  if (!type) notFound();
  const { subject, title, mayProtect, limit } = await orNotFound(getFileTarget(actor, { type, id }));
  const t = await getTranslations("files");
  const vocab = await getTranslations("vocab");
  const words = await getTranslations("upload");
  const problem = Object.keys(fileProblems).find((code) => code === param(asked["problem"]));
  const plain = <PlainUploadForm subject={subject} mayProtect={mayProtect} megabytes={Math.min(limit, FORM_LIMIT) / MEGABYTE} />;
  return (
    <>
      <PageHeader title={t("page_of")} breadcrumbs={[{ href: "/files", label: t("title") }]}>
        <p className="text-muted">
          {t("for")} {vocab(`file_subjects.${type}`)}{" "}
          <Link href={`${subjectHref(subject)}#files`} prefetch={false} className="link wrap-anywhere" data-testid="action-back">
            {type === "allegation" ? vocab(`alleged_acts.${title}`) : title}
          </Link>
        </p>
      </PageHeader>
      {problem !== undefined && (
        <Alert tone="overdue" data-testid="upload-problem">
          {words(`problem.${problem}`)}
        </Alert>
      )}
      <FormWords namespaces={["upload"]}>
        <UploadPanel subject={subject} mayProtect={mayProtect} megabytes={limit / MEGABYTE} plain={plain} />
      </FormWords>
    </>
  );
}
