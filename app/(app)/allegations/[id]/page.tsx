import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllegationParts } from "@/components/allegations/allegation-parts";
import { TakeBackForm } from "@/components/allegations/take-back-form";
import { EvidenceFiles } from "@/components/files/evidence-files";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { getAllegationPage } from "@/lib/services/allegations";
import { getFilesOf } from "@/lib/services/files";
import { findHome, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { withdrawAllegationAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("one") };
}

export default async function AllegationPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}`);
  const page = await orNotFound(getAllegationPage(actor, id));
  const { mayWrite } = page;
  const files = await orNotFound(getFilesOf(actor, { type: "allegation", id }));
  const t = await getTranslations("allegations");
  const zone = (await findHome())?.place.zone ?? "UTC";
  const actions = mayWrite && (
    <LinkButton href={`/allegations/${id}/edit`} data-testid="action-edit">
      {t("edit")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("one")} breadcrumbs={[{ href: "/allegations", label: t("title") }]} actions={actions} />
      <AllegationParts page={page} zone={zone} />
      <EvidenceFiles subject={{ type: "allegation", id }} files={files} />
      {mayWrite && (
        <FormWords namespaces={["allegations"]}>
          <TakeBackForm action={withdrawAllegationAction} submission={newSubmission()} {...await inputContext()} allegationId={id} recordId={id} />
        </FormWords>
      )}
    </>
  );
}
