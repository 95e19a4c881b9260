import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EstimateList } from "@/components/estimates/estimate-list";
import { PageHeader } from "@/components/layout/page-header";
import { zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { getEstimateHistory } from "@/lib/services/estimate-history";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("estimates");
  return { title: t("title") };
}

export default async function EstimatesPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/estimates`);
  const { entries, more, zone, homeZone, reference } = await orNotFound(getEstimateHistory(actor, id));
  const t = await getTranslations("estimates");
  const note = zoneNote(zone, homeZone, entries[0]?.at ?? 0, (await getLocale()) as Locale);
  return (
    <>
      <PageHeader title={t("title")} breadcrumbs={[{ href: `/cases/${id}`, label: reference }]}>
        <p className="max-w-prose text-muted">
          {t("lead")} {note}
        </p>
      </PageHeader>
      <EstimateList entries={entries} caseId={id} zone={zone} homeZone={homeZone} />
      {more && <p className="text-muted">{t("more")}</p>}
    </>
  );
}
