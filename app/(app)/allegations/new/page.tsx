import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AllegationForm } from "@/components/allegations/allegation-form";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
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
import { formChoices } from "../form-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("new") };
}

/** Begins with a case (`?case=`), with an event (`?event=`), or with neither. */
export default async function NewAllegationPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = await searchParams;
  const [caseId, eventId] = [param(query["case"]) ?? "", param(query["event"]) ?? ""];
  const { actor } = await requireSignedIn(`/allegations/new?${new URLSearchParams(caseId ? { case: caseId } : eventId ? { event: eventId } : {}).toString()}`);
  if (!can(actor, "allegation.write")) notFound();
  const { q } = readCaseQuery(query);
  const choices = await orNotFound(getAllegationChoices(actor, caseId ? [caseId] : [], q, eventId || undefined));
  const locale = await currentLocale();
  const claim = await findClaimPrefill(actor, param(query["claim"]), locale);
  const t = await getTranslations("allegations");
  const own = choices.cases.find((item) => item.id === caseId);
  const event = choices.events.find((item) => item.id === eventId);
  const back = own ? `/cases/${own.id}` : event ? `/events/${event.id}` : "/allegations";
  const label = own?.reference ?? event?.title ?? t("title");
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: back, label }]} />
      <CaseSearch query={q} kept={{ ...(caseId ? { case: caseId } : {}), ...(eventId ? { event: eventId } : {}), ...(claim ? { claim: claim.id } : {}) }} label={t("find_cases")} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <AllegationForm
          action={recordAllegationAction}
          submission={newSubmission()}
          {...await formChoices(choices)}
          values={{ ...(claim ? allegationPrefill(claim) : {}), caseIds: own ? [caseId] : [], eventId: event ? eventId : "" }}
          zoneNote={own ? (zoneNote(own.zone, choices.zone, choices.now, locale) ?? undefined) : undefined}
          cancelHref={back}
            claim={claim?.id}
        />
      </FormWords>
    </>
  );
}
