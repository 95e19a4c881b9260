import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { TaskFacts } from "@/components/tasks/task-facts";
import { TaskFinishForm } from "@/components/tasks/task-finish-form";
import { TaskForm } from "@/components/tasks/task-form";
import { TaskButton } from "@/components/tasks/task-buttons";
import { Section } from "@/components/ui/section";
import { zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { can } from "@/lib/model/permissions";
import { now } from "@/lib/services/clock";
import { findHome, inputContext } from "@/lib/services/organisation";
import { getTaskPage } from "@/lib/services/tasks";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { finishTaskAction, updateTaskAction } from "../../../../tasks/actions";
import { taskActions } from "../../../../tasks/task-actions";

type Props = { params: Promise<{ id: string; taskId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("form.page") };
}

export default async function TaskPage({ params }: Props) {
  const { id, taskId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/tasks/${taskId}`);
  const { task, case: about, values, colleagues } = await orNotFound(getTaskPage(actor, taskId));
  if (about.id !== id) notFound();
  const t = await getTranslations("tasks");
  const mayWrite = can(actor, "task.write");
  const { today } = await inputContext();
  const homeZone = (await findHome())?.place.zone ?? about.zone;
  const note = zoneNote(about.zone, homeZone, now(), (await getLocale()) as Locale) ?? undefined;
  const record = { id: taskId, version: task.version, done: task.doneAt !== null };
  return (
    <>
      <PageHeader title={task.what} breadcrumbs={[{ href: "/tasks", label: t("title") }, { href: `/cases/${id}`, label: about.reference }]} />
      <TaskFacts task={task} zone={homeZone} />
      {mayWrite && (
        <FormWords namespaces={["tasks"]}>
          {record.done ? (
            <TaskButton task={task} actions={taskActions("task")} />
          ) : (
            <Section id="finish" title={t("finish")}>
              <TaskFinishForm action={finishTaskAction} submission={newSubmission()} today={today} taskId={taskId} version={task.version} outcome={task.outcome} />
            </Section>
          )}
          <Section id="change" title={t("form.change")}>
            <TaskForm action={updateTaskAction} submission={newSubmission()} today={today} caseId={id} record={record} values={values} colleagues={colleagues} zoneNote={note} />
          </Section>
        </FormWords>
      )}
    </>
  );
}
