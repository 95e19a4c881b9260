import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllegationCard } from "@/components/allegations/allegation-card";
import { VictimList } from "@/components/allegations/victim-list";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { EvidenceFiles } from "@/components/files/evidence-files";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { getAllegationPage } from "@/lib/services/allegations";
import { getFilesOf } from "@/lib/services/files";
import { inputContext } from "@/lib/services/organisation";
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
  const { facts, victims, mayWrite } = await orNotFound(getAllegationPage(actor, id));
  const files = await orNotFound(getFilesOf(actor, { type: "allegation", id }));
  const t = await getTranslations("allegations");
  const [first] = victims;
  const actions = mayWrite && (
    <LinkButton href={`/allegations/${id}/edit`} data-testid="action-edit">
      {t("edit")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("one")} breadcrumbs={first ? [{ href: `/cases/${first.id}`, label: first.reference }] : []} actions={actions} />
      <Section id="allegation" title={t("group.what")}>
        <AllegationCard facts={facts} linked={false} />
      </Section>
      {facts.allegation.injuries && (
        <Section id="injuries" title={t("field.injuries")}>
          <p className="wrap-anywhere whitespace-pre-line">{facts.allegation.injuries}</p>
        </Section>
      )}
      <Section id="victims" title={t("field.caseIds")}>
        <VictimList victims={victims} />
      </Section>
      <EvidenceFiles subject={{ type: "allegation", id }} files={files} />
      {mayWrite && first && (
        <FormWords namespaces={["cases"]}>
          <WithdrawForm action={withdrawAllegationAction} submission={newSubmission()} {...await inputContext()} caseId={first.id} recordId={id} />
        </FormWords>
      )}
    </>
  );
}
