import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { ClaimEditForm } from "@/components/claims/claim-form";
import { claimValueText } from "@/components/claims/claim-value";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { getClaim } from "@/lib/services/claim-edits";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateClaimAction, withdrawClaimAction } from "../actions";

type Props = { params: Promise<{ id: string; claimId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims"))("edit.title") };
}

export default async function ClaimPage({ params }: Props) {
  const { id, claimId } = await params;
  const { actor } = await requireSignedIn(`/sources/${id}/claims/${claimId}`);
  const { claim, version, source, names, about, event, today } = await orNotFound(getClaim(actor, claimId));
  const t = await getTranslations("claims");
  const shown = claimValueText(claim, names, await currentLocale(), t, false);
  const isRecord = names[claim.value] !== undefined;
  return (
    <>
      <PageHeader title={t("edit.title")} breadcrumbs={[{ href: `/sources/${source.id}`, label: source.title }]} />
      <Card className="grid gap-2">
        <blockquote lang={source.language === "other" ? undefined : source.language} className="wrap-anywhere whitespace-pre-line">
          <q>{claim.quote}</q>
        </blockquote>
        <p>
          {about && (
            <Link href={`/cases/${about.id}#claims-${claim.field}`} prefetch={false} className="link inline-block min-h-6">
              {about.reference}
            </Link>
          )}
          {event && (
            <Link href={`/events/${event.id}#claims`} prefetch={false} className="link inline-block min-h-6">
              {event.title}
            </Link>
          )}
          {!about && !event && (
            <Link href={`/sources/${source.id}#attach`} prefetch={false} className="link inline-block min-h-6">
              {t("edit.attach")}
            </Link>
          )}
        </p>
      </Card>
      <FormWords namespaces={["vocab", "cases", "claims"]}>
        <ClaimEditForm
          action={updateClaimAction}
          submission={newSubmission()}
          today={today}
          source={source}
          record={{ id: claim.id, version }}
          values={{ field: claim.field, valueKind: claim.valueKind, value: shown || claim.value, valueRef: isRecord ? claim.value : "", saidBy: claim.saidBy }}
        />
        <WithdrawForm action={withdrawClaimAction} submission={newSubmission()} today={today} recordId={claim.id} />
      </FormWords>
    </>
  );
}
