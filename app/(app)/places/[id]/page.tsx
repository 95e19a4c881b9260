import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { placeName } from "@/lib/wording/place-name";
import { AllegedActs } from "@/components/figures/alleged-acts";
import { CasesSection } from "@/components/figures/cases-section";
import { EventsSection, PeopleSection } from "@/components/figures/connected";
import { FigureList } from "@/components/figures/figure-list";
import { InstitutionLinks } from "@/components/institutions/institution-links";
import { PageHeader } from "@/components/layout/page-header";
import { PlaceFacts } from "@/components/places/place-facts";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { caseQueryString } from "@/lib/model/case-query";
import { getPlacePage } from "@/lib/services/place-pages";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("places"))("one") };
}

export default async function PlacePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/places/${id}`);
  const page = await orNotFound(getPlacePage(actor, id));
  if ("mergedInto" in page) redirect(`/places/${page.mergedInto}`);
  const locale = await currentLocale();
  const [t, merging, figures] = [await getTranslations("places"), await getTranslations("merging"), await getTranslations("figures")];
  const { place, inside, outside, over, now, zone } = page;
  const all = { href: `/cases${caseQueryString({ view: "all", placeId: id })}`, label: t("all_cases") };
  const actions = page.mayWrite && (
    <>
      <LinkButton href={`/places/${id}/edit`} data-testid="action-edit">
        {t("edit")}
      </LinkButton>
      <LinkButton href={`/places/${id}/merge`} data-testid="action-merge">
        {merging("action")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={placeName(place, locale)} breadcrumbs={[{ href: "/places", label: t("title") }]} actions={actions} />
      <Section id="facts" title={t("facts")}>
        <PlaceFacts place={place} otherNames={page.otherNames} parent={page.parent} />
      </Section>
      <Section id="in-figures" title={t("section.figures")}>
        <FigureList
          figures={[
            { id: "inside", label: figures("inside"), count: inside.total },
            { id: "overdue", label: figures("overdue"), count: page.overdue },
            { id: "over-place", label: figures("over_place"), count: over.count, over },
          ]}
        />
      </Section>
      <CasesSection id="inside" title={t("section.inside")} set={inside} now={now} zone={zone} all={all} />
      {outside.total > 0 && <CasesSection id="outside" title={t("section.outside")} set={outside} now={now} zone={zone} all={all} />}
      <AllegedActs acts={page.alleged} />
      <EventsSection events={page.events} />
      <PeopleSection people={page.people} />
      <Section id="institutions" title={t("institutions")} data-testid="section-institutions">
        {page.institutions.length ? <InstitutionLinks items={page.institutions} /> : <p className="text-muted">{t("institutions_none")}</p>}
      </Section>
      {page.parts.length > 0 && (
        <Section id="parts" title={t("parts")} data-testid="section-parts">
          <ul className="grid gap-1">
            {page.parts.map((part) => (
              <li key={part.id}>
                <Link href={`/places/${part.id}`} prefetch={false} className="link inline-block min-h-6">
                  {placeName(part, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
