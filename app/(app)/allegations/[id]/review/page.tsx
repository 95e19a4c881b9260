import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewForm } from "@/components/allegations/review-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getPartChoices } from "@/lib/services/allegation-choices";
import { getReviewForm } from "@/lib/services/allegation-reviews";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { reviewAllegationAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("reviews.page") };
}

export default async function ReviewAllegationPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/review`);
  const { version, verification } = await orNotFound(getReviewForm(actor, id));
  const { today, sources } = await orNotFound(getPartChoices(actor));
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("reviews.page")} breadcrumbs={[{ href: `/allegations/${id}`, label: t("one") }]} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <ReviewForm action={reviewAllegationAction} submission={newSubmission()} today={today} allegationId={id} version={version} verification={verification} sources={sources} />
      </FormWords>
    </>
  );
}
