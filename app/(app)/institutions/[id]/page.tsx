import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AllegedActs } from "@/components/figures/alleged-acts";
import { CasesSection } from "@/components/figures/cases-section";
import { EventsSection, PeopleSection } from "@/components/figures/connected";
import { FigureList, type ShownFigure } from "@/components/figures/figure-list";
import { InstitutionFacts } from "@/components/institutions/institution-facts";
import { InstitutionLinks } from "@/components/institutions/institution-links";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { caseQueryString } from "@/lib/model/case-query";
import { institutionName } from "@/lib/model/institution-name";
import { getInstitutionPage } from "@/lib/services/institution-pages";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("institutions"))("one") };
}

export default async function InstitutionPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/institutions/${id}`);
  const page = await orNotFound(getInstitutionPage(actor, id));
  if ("mergedInto" in page) redirect(`/institutions/${page.mergedInto}`);
  const { institution, heldNow, heldBefore, ordered, taken, over, now, zone } = page;
  const t = await getTranslations("institutions");
  const merging = await getTranslations("merging");
  const figures = await getTranslations("figures");
  const holds = ["police", "facility", "agency"].includes(institution.kind) || heldNow.total > 0 || over.facility.count > 0;
  const shown: ShownFigure[] = [
    ...(holds ? [{ id: "held", label: figures("held_now"), count: heldNow.total }, { id: "overdue", label: figures("overdue"), count: page.overdue }, { id: "over-facility", label: figures("over_facility"), count: over.facility.count, over: over.facility }] : []),
    ...(institution.kind === "court" || over.court.count > 0 ? [{ id: "over-court", label: figures("over_court"), count: over.court.count, over: over.court }] : []),
  ];
  const all = { href: `/cases${caseQueryString({ view: "all", institutionId: id })}`, label: t("all_cases") };
  const sections = [
    { key: "held_now", set: heldNow, always: holds },
    { key: "held_before", set: heldBefore, always: false },
    { key: "ordered", set: ordered, always: institution.kind === "court" },
    { key: "taken", set: taken, always: false },
  ] as const;
  const actions = (
    <>
      {page.mayWrite && (
        <LinkButton href={`/institutions/${id}/edit`} data-testid="action-edit">
          {t("edit")}
        </LinkButton>
      )}
      {page.mayMerge && (
        <LinkButton href={`/institutions/${id}/merge`} data-testid="action-merge">
          {merging("action")}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={institutionName(institution, await currentLocale())} breadcrumbs={[{ href: "/institutions", label: t("title") }]} actions={actions} />
      <Section id="facts" title={t("facts")}>
        <InstitutionFacts institution={institution} names={page.names} place={page.place} parent={page.parent} />
      </Section>
      {shown.length > 0 && (
        <Section id="in-figures" title={t("section.figures")}>
          <FigureList figures={shown} />
        </Section>
      )}
      {sections.map(({ key, set, always }) => (always || set.total > 0) && <CasesSection key={key} id={key.replace("_", "-")} title={t(`section.${key}`)} set={set} now={now} zone={zone} all={all} />)}
      <AllegedActs acts={page.alleged} />
      <EventsSection events={page.events} />
      <PeopleSection people={page.people} />
      <Section id="units" title={t("units")} data-testid="section-units">
        {page.units.length ? <InstitutionLinks items={page.units} /> : <p className="text-muted">{t("no_units")}</p>}
      </Section>
    </>
  );
}
