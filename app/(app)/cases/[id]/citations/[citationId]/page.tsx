import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { getCitation } from "@/lib/services/citations";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { withdrawCitationAction } from "../actions";

type Props = { params: Promise<{ id: string; citationId: string }> };

export default async function CitationPage({ params }: Props) {
  const { id, citationId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/citations/${citationId}`);
  const citation = await orNotFound(getCitation(actor, citationId));
  const t = await getTranslations("sources");
  const vocab = await getTranslations("vocab.cited_fields");
  return (
    <>
      <PageHeader title={t("cite.one")} breadcrumbs={[{ href: `/cases/${citation.caseId}`, label: citation.reference }]} />
      <Card className="grid gap-2">
        <p className="text-sm text-muted">{vocab(citation.field)}</p>
        <blockquote className="wrap-anywhere whitespace-pre-line">
          <q>{citation.quote}</q>
        </blockquote>
        <p>
          <Link href={`/sources/${citation.sourceId}`} prefetch={false} className="link inline-block min-h-6">
            {citation.sourceTitle}
          </Link>
        </p>
      </Card>
      <FormWords namespaces={["cases"]}>
        <WithdrawForm action={withdrawCitationAction} submission={newSubmission()} {...await inputContext()} caseId={citation.caseId} recordId={citation.id} />
      </FormWords>
    </>
  );
}
