import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { History } from "@/components/audit/history";
import { FileFacts } from "@/components/files/file-facts";
import { DescribeFileForm, LinkFileForm, WithdrawFileForm } from "@/components/files/file-forms";
import { FilePreview } from "@/components/files/file-preview";
import { subjectHref } from "@/components/files/file-words";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { getFilePage } from "@/lib/services/files";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { describeFileAction, linkFileAction, withdrawFileAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("files"))("one") };
}

export default async function FilePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/files/${id}`);
  const before = Number(param((await searchParams)["before"]));
  const { file, uploader, uses, custody, zone, mayWrite } = await orNotFound(getFilePage(actor, id, Number.isInteger(before) && before > 0 ? before : undefined));
  const t = await getTranslations("files");
  const vocab = await getTranslations("vocab");
  const context = { ...(await inputContext()), fileId: id };
  const download = (
    // A plain link: what it answers is a file and no page, and each fetch of it is logged.
    <a href={`/api/files/${id}/original`} download className="button button-primary" data-testid="action-download">
      {t("download")}
    </a>
  );
  return (
    <>
      <PageHeader title={t("one")} breadcrumbs={[{ href: "/files", label: t("title") }]} actions={download} />
      {file.withdrawn !== null && (
        <Alert tone="overdue" data-testid="withdrawn">
          <del>
            <bdi>{file.name}</bdi>
          </del>{" "}
          {t("withdrawn", { reason: file.withdrawn })}
        </Alert>
      )}
      <Section id="facts" title={t("facts")}>
        <FileFacts file={file} uploader={uploader} zone={zone} />
        <p className="text-sm text-muted">{t("download_note")}</p>
      </Section>
      <Section id="preview" title={t("preview.title")}>
        <FilePreview file={file} />
      </Section>
      <Section id="records" title={t("records.title")}>
        {uses.length === 0 && <p className="text-muted">{t("records.none")}</p>}
        <ul className="grid gap-1" data-testid="file-records">
          {uses.map((use) => (
            <li key={`${use.type}/${use.id}`} className="flex flex-wrap gap-x-2">
              <span className="text-muted">{vocab(`file_subjects.${use.type}`)}</span>
              <Link href={subjectHref(use)} prefetch={false} className="link wrap-anywhere">
                {use.type === "allegation" ? vocab(`alleged_acts.${use.title}`) : use.title}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="custody" title={t("custody.title")}>
        <p className="text-sm text-muted">{t("custody.explain")}</p>
        <History lines={custody.lines} names={custody.names} />
        {custody.older !== null && (
          <Link href={`/files/${id}?before=${custody.older}#custody`} prefetch={false} className="link">
            {t("custody.older")}
          </Link>
        )}
      </Section>
      {mayWrite && (
        <FormWords namespaces={["files"]}>
          <DescribeFileForm action={describeFileAction} submission={newSubmission()} {...context} version={file.version} description={file.description} />
          <LinkFileForm action={linkFileAction} submission={newSubmission()} {...context} />
          {file.withdrawn === null && <WithdrawFileForm action={withdrawFileAction} submission={newSubmission()} {...context} />}
        </FormWords>
      )}
    </>
  );
}
