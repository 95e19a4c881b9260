import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AllegationForm } from "@/components/allegations/allegation-form";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { caseOptions } from "@/components/sources/case-options";
import { zoneNote } from "@/lib/i18n/formats";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { allegationPrefill } from "@/lib/model/claim-prefill";
import { can } from "@/lib/model/permissions";
import { getAllegationChoices } from "@/lib/services/allegation-choices";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { recordAllegationAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("new") };
}

export default async function NewAllegationPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = await searchParams;
  const caseId = param(query["case"]) ?? "";
  const { actor } = await requireSignedIn(`/allegations/new?case=${encodeURIComponent(caseId)}`);
  if (!can(actor, "allegation.write")) notFound();
  const { q } = readCaseQuery(query);
  const { cases, sources, agencies, today, zone, now } = await orNotFound(getAllegationChoices(actor, [caseId], q));
  const locale = await currentLocale();
  const claim = await findClaimPrefill(actor, param(query["claim"]), locale);
  const t = await getTranslations("allegations");
  const own = cases.find((item) => item.id === caseId);
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={own ? [{ href: `/cases/${own.id}`, label: own.reference }] : []} />
      <CaseSearch query={q} kept={{ case: caseId, ...(claim ? { claim: claim.id } : {}) }} label={t("find_cases")} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <AllegationForm
          action={recordAllegationAction}
          submission={newSubmission()}
          today={today}
          values={{ ...(claim ? allegationPrefill(claim) : {}), caseIds: [caseId] }}
          claim={claim?.id}
          cases={caseOptions(cases, await getTranslations("dashboard"), locale)}
          sources={sources}
          agencies={agencies}
          zoneNote={own ? (zoneNote(own.zone, zone, now, locale) ?? undefined) : undefined}
          cancelHref={`/cases/${caseId}`}
        />
      </FormWords>
    </>
  );
}
