import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvidenceFiles } from "@/components/files/evidence-files";
import { PageHeader } from "@/components/layout/page-header";
import { SourceCitations } from "@/components/sources/source-citations";
import { SourceMentions } from "@/components/sources/source-mentions";
import { SourceFacts, SourceText } from "@/components/sources/source-facts";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { getFilesOf } from "@/lib/services/files";
import { getSourcePage } from "@/lib/services/sources";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("one") };
}

export default async function SourcePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/sources/${id}`);
  const { source, citations, stated, alleged, zone, mayWrite } = await orNotFound(getSourcePage(actor, id));
  const files = await orNotFound(getFilesOf(actor, { type: "source", id }));
  const t = await getTranslations("sources");
  const actions = mayWrite && (
    <LinkButton href={`/sources/${id}/edit`} data-testid="action-edit">
      {t("edit")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={source.title} breadcrumbs={[{ href: "/sources", label: t("title") }]} actions={actions} />
      <Section id="facts" title={t("facts")}>
        <SourceFacts source={source} zone={zone} />
      </Section>
      <Section id="citations" title={t("citations.title")}>
        <SourceCitations citations={citations} mayWithdraw={mayWrite} />
        <SourceMentions stated={stated} alleged={alleged} />
      </Section>
      <EvidenceFiles subject={{ type: "source", id }} files={files} />
      <Section id="text" title={t("field.text")}>
        <SourceText text={source.text} language={source.language} />
      </Section>
    </>
  );
}
