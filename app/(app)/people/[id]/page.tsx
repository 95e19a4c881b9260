import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseLinks } from "@/components/cases/case-links";
import { ConsentSection } from "@/components/consent/consent-section";
import { PageHeader } from "@/components/layout/page-header";
import { PersonGuarded, PersonNames, PersonParticulars } from "@/components/people/person-facts";
import { personName } from "@/lib/wording/person-name";
import { CustodyHistory } from "@/components/timeline/custody-history";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { consentsOf } from "@/lib/services/consents";
import { getPersonPage } from "@/lib/services/people";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("one") };
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/people/${id}`);
  const { person, names, guarded, cases, history, now, zone, mayWrite } = await orNotFound(getPersonPage(actor, id));
  const consent = await orNotFound(consentsOf(actor, id));
  const t = await getTranslations("people");
  const c = await getTranslations("consent");
  const actions = mayWrite && (
    <LinkButton href={`/people/${id}/edit`} data-testid="action-edit">
      {t(names.length ? "edit" : "name")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={<bdi>{personName(person, t)}</bdi>} breadcrumbs={[{ href: "/people", label: t("title") }]} actions={actions} />
      <Section id="names" title={t("field.names")}>
        <PersonNames names={names} />
      </Section>
      <Section id="cases" title={t("cases")}>
        {cases.length === 0 && <p className="text-muted">{t("no_cases")}</p>}
        {cases.length === 1 && <CaseLinks items={cases} now={now} viewerZone={zone} />}
        {cases.length > 1 && <CustodyHistory items={cases} flags={history} now={now} zone={zone} />}
      </Section>
      <Section
        id="consent"
        title={c("title")}
        data-testid="consent"
        actions={
          consent.mayWrite && (
            <LinkButton href={`/people/${id}/consents/new`} prefetch={false} data-testid="action-add-consent">
              {c("add")}
            </LinkButton>
          )
        }
      >
        <ConsentSection personId={id} facts={consent} />
      </Section>
      <Section id="particulars" title={t("particulars")}>
        <PersonParticulars person={person} />
      </Section>
      {guarded && (
        <Section id="guarded" title={t("guarded")} data-testid="guarded">
          <PersonGuarded guarded={guarded} />
        </Section>
      )}
    </>
  );
}
