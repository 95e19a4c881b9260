import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { CaseSearch } from "@/components/cases/case-search";
import { QuickCaseForm } from "@/components/cases/quick-case-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import type { Locale } from "@/lib/i18n/locales";
import { allow } from "@/lib/services/allow";
import { getPersonChoices } from "@/lib/services/case-choices";
import { suggestInstitutions } from "@/lib/services/institutions";
import { findHome, getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { recordCaseAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("new.title") };
}

export default async function NewCasePage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/cases/new");
  await orNotFound((async () => allow(actor, "case.write"))());
  const query = await searchParams;
  const [q, personId] = [param(query["q"]), param(query["person"])];
  const t = await getTranslations("cases");
  const locale = (await getLocale()) as Locale;
  const names = { kk: "nameKk", ru: "nameRu", en: "nameEn" } as const;
  const places = (await getPlaces()).map((place) => ({ id: place.id, name: place[names[locale]] }));
  const people = await getPersonChoices(actor, q, personId);
  const { police, facility } = await suggestInstitutions(actor, locale);
  const who = personId || q ? "known" : "named";
  return (
    <>
      <PageHeader title={t("new.title")} breadcrumbs={[{ href: "/cases", label: t("title") }]}>
        <p className="text-muted">{t("new.lead")}</p>
        <p>
          <Link href="/sources/new" prefetch={false} className="link inline-block min-h-6" data-testid="action-paste">
            {t("new.or_paste")}
          </Link>
        </p>
      </PageHeader>
      <CaseSearch query={q} label={t("new.find_person")} />
      <FormWords namespaces={["vocab", "cases"]}>
        <QuickCaseForm
          action={recordCaseAction}
          submission={newSubmission()}
          today={(await inputContext()).today}
          places={places}
          people={people}
          police={police}
          facilities={facility}
          defaults={{ who, placeId: (await findHome())?.place.id ?? "", personId: personId ?? (q ? people[0]?.id : undefined) }}
        />
      </FormWords>
    </>
  );
}
