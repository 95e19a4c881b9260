import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EverythingForm } from "@/components/exports/everything-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { getEverythingForm } from "@/lib/services/export-everything";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { makeEverythingAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("everything.title") };
}

export default async function EverythingPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/exports/everything");
  const id = param((await searchParams)["ready"]);
  const { needsProof, ready } = await orNotFound(getEverythingForm(actor, id));
  const t = await getTranslations("exports");
  return (
    <>
      <PageHeader title={t("everything.title")} breadcrumbs={[{ href: "/exports", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t("everything.intro")}</p>
      </PageHeader>
      <Alert tone="today">{t("everything.warning")}</Alert>
      {id && !ready && <Alert data-testid="archive-gone">{t("everything.gone")}</Alert>}
      {ready ? (
        <section className="card grid gap-2">
          <h2>{t("everything.ready")}</h2>
          <p className="max-w-prose text-muted">{t.rich("everything.ready_hint", { command: () => <code>age -d erkin-….zip.age &gt; erkin.zip</code> })}</p>
          <div>
            <a href={`/api/export/everything/${id}`} download className="button button-primary" data-testid="action-fetch">
              <Download aria-hidden className="size-4" />
              {t("one.fetch")}
            </a>
          </div>
        </section>
      ) : (
        <FormWords namespaces={["exports"]}>
          <EverythingForm action={makeEverythingAction} submission={newSubmission()} needsProof={needsProof} />
        </FormWords>
      )}
    </>
  );
}
