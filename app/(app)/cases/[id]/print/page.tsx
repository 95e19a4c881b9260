import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseBody } from "@/components/cases/case-body";
import { CaseHeader } from "@/components/cases/case-header";
import { PrintButton } from "@/components/ui/print-button";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { getCasePage } from "@/lib/services/case-page";
import { realNow } from "@/lib/services/clock";
import { findHome } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";
import { drawn } from "../frame";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("page_title") };
}

export default async function PrintCasePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/print`);
  const page = await orNotFound(getCasePage(actor, id));
  const t = await getTranslations("cases.print");
  const locale = (await getLocale()) as Locale;
  const { frame, facts } = drawn(page, actor, await getTranslations("dashboard"), locale);
  const organisation = (await findHome())?.organisation.name ?? "";
  const still = { ...frame, editable: false, mayOverride: false };
  return (
    <>
      <p className="flex flex-wrap items-center gap-3 print:hidden">
        <PrintButton label={t("button")} />
        <Link href={`/cases/${id}`} prefetch={false} className="link">
          {t("back")}
        </Link>
      </p>
      <p className="text-sm text-muted" data-testid="printed">
        {t("printed", { organisation, date: formatInstant(realNow(), page.homeZone, locale), by: actor.name })}
      </p>
      <CaseHeader frame={still} stated={facts.stated} claims={facts.claims.claims} consent={{ personId: page.person.id, shared: page.shared }} history={page.history} />
      <CaseBody frame={still} facts={facts} paper />
      <p className="text-sm text-muted">{t("careful")}</p>
    </>
  );
}
