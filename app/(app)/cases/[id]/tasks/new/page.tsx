import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { TaskForm } from "@/components/tasks/task-form";
import { offeredTask } from "@/lib/wording/task-words";
import { Alert } from "@/components/ui/alert";
import type { Locale } from "@/lib/i18n/locales";
import { getTaskDraft } from "@/lib/services/tasks";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { recordTaskAction } from "../../../../tasks/actions";
import { formPage } from "../../form-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("form.new") };
}

export default async function NewTaskPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/tasks/new`);
  const from = param((await searchParams)["from"]);
  const draft = await orNotFound(getTaskDraft(actor, id, from));
  const form = await formPage(actor, id);
  const t = await getTranslations("tasks");
  const { offer, madeTaskId } = draft;
  const start = offer && !madeTaskId ? await startOf(offer, draft.sex, draft.case.zone) : { what: "", due: "" };
  return (
    <>
      <PageHeader title={t("form.new")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      {madeTaskId && (
        <Alert tone="custody" data-testid="made-before">
          {t("form.made_before")}{" "}
          <Link href={`/cases/${id}/tasks/${madeTaskId}`} prefetch={false} className="link">
            {t("form.open_made")}
          </Link>
        </Alert>
      )}
      {from !== undefined && !offer && <Alert tone="custody" data-testid="offer-gone">{t("form.gone")}</Alert>}
      {start.what !== "" && <p className="text-muted">{t("form.from_estimate")}</p>}
      <FormWords namespaces={["tasks"]}>
        <TaskForm
          action={recordTaskAction}
          submission={form.submission}
          today={form.today}
          caseId={id}
          from={madeTaskId ? "" : offer?.key}
          values={{ ...start, assigneeId: actor.userId }}
          colleagues={draft.colleagues}
          zoneNote={form.zoneNote}
        />
      </FormWords>
    </>
  );
}

async function startOf(offer: Parameters<typeof offeredTask>[0], sex: string, zone: string) {
  const [tasks, release, vocab] = [await getTranslations("tasks"), await getTranslations("release"), await getTranslations("vocab")];
  return offeredTask(offer, { sex, zone, locale: (await getLocale()) as Locale, tasks, release, vocab });
}
