import { BookOpenText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttachForm } from "@/components/claims/attach-form";
import { SourceClaims } from "@/components/claims/source-claims";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { EvidenceFiles } from "@/components/files/evidence-files";
import { PageHeader } from "@/components/layout/page-header";
import { SourceMentions } from "@/components/sources/source-mentions";
import { SourceFacts, SourceText } from "@/components/sources/source-facts";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { getFilesOf } from "@/lib/services/files";
import { inputContext } from "@/lib/services/organisation";
import { getSourcePage } from "@/lib/services/sources";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { subjectOptions } from "../subject-options";
import { attachClaimsAction } from "./claims/actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("one") };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/sources/${id}`);
  const { source, claims, names, stated, alleged, zone, mayWrite } = await orNotFound(getSourcePage(actor, id));
  const files = await orNotFound(getFilesOf(actor, { type: "source", id }));
  const t = await getTranslations("sources");
  const q = param((await searchParams)["q"]);
  const loose = mayWrite ? claims.filter(({ caseId, eventId, withdrawn }) => caseId === null && eventId === null && withdrawn === null) : [];
  const kinds = await getTranslations("vocab.source_kinds");
  const actions = mayWrite && (
    <>
      {source.text !== "" && (
        <LinkButton href={`/sources/${id}/read`} variant="primary" data-testid="action-read">
          <BookOpenText aria-hidden className="size-4" />
          {t("read")}
        </LinkButton>
      )}
      <LinkButton href={`/sources/${id}/cite`} data-testid="action-cite">
        {t("quote_words")}
      </LinkButton>
      <LinkButton href={`/sources/${id}/edit`} data-testid="action-edit">
        {t("edit")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={source.masked ? t("protected_of", { kind: kinds(source.kind) }) : source.title} breadcrumbs={[{ href: "/sources", label: t("title") }]} actions={actions} />
      <Section id="facts" title={t("facts")}>
        <SourceFacts source={source} zone={zone} />
      </Section>
      <Section id="claims" title={t("claims_title")}>
        <SourceClaims claims={claims} names={names} mayWrite={mayWrite} />
        <SourceMentions stated={stated} alleged={alleged} />
      </Section>
      <EvidenceFiles subject={{ type: "source", id }} files={files} />
      {loose.length > 0 && (
        <Section id="attach" title={t("attach_title", { count: loose.length })}>
          <CaseSearch query={q} label={t("attach_find")} />
          <FormWords namespaces={["cases", "claims"]}>
            <AttachForm
              action={attachClaimsAction}
              submission={newSubmission()}
              {...await inputContext()}
              sourceId={id}
              claims={loose.map((claim) => ({ value: claim.id, label: claim.quote }))}
              subjects={await subjectOptions(actor, id, [], q)}
            />
          </FormWords>
        </Section>
      )}
      <Section id="text" title={t("field.text")}>
        {source.masked ? <p className="text-muted">{t("protected_text")}</p> : <SourceText text={source.text} language={source.language} />}
      </Section>
    </>
  );
}
