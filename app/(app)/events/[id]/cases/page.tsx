import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { caseName } from "@/lib/wording/case-words";
import { CaseLinkForm } from "@/components/events/case-link-form";
import { siteText } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { getLinkChoices } from "@/lib/services/event-links";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { linkCasesAction } from "../../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("link_cases") };
}

export default async function LinkCasesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/events/${id}/cases`);
  const q = param((await searchParams)["q"]);
  const { title, sites, cases } = await orNotFound(getLinkChoices(actor, id, q));
  const locale = await currentLocale();
  const [t, names] = [await getTranslations("events"), await getTranslations("dashboard")];
  const options = cases.map((item) => ({ value: item.id, label: caseName(item, names, locale), hint: item.reference }));
  return (
    <>
      <PageHeader title={t("link_cases")} breadcrumbs={[{ href: "/events", label: t("title") }, { href: `/events/${id}`, label: title }]} />
      <CaseSearch query={q} label={t("link.search")} />
      {options.length === 0 ? (
        <EmptyState title={t("link.none")} data-testid="empty">
          {t("link.none_hint")}
        </EmptyState>
      ) : (
        <FormWords namespaces={["vocab", "events"]}>
          <CaseLinkForm
            action={linkCasesAction}
            submission={newSubmission()}
            {...await inputContext()}
            eventId={id}
            cases={options}
            sites={sites.map((site) => ({ value: site.id, label: siteText(site, locale) }))}
          />
        </FormWords>
      )}
    </>
  );
}
