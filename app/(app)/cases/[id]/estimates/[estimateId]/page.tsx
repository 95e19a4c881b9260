import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ReleaseReasons } from "@/components/cases/release-reasons";
import { EstimateSummary } from "@/components/estimates/estimate-summary";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { getEstimateSnapshot } from "@/lib/services/estimate-history";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string; estimateId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("estimates");
  return { title: t("snapshot_title") };
}

export default async function EstimatePage({ params }: Props) {
  const { id, estimateId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/estimates/${estimateId}`);
  const { entry, answer, latest, zone, homeZone, reference } = await orNotFound(getEstimateSnapshot(actor, id, estimateId));
  const t = await getTranslations("estimates");
  const locale = (await getLocale()) as Locale;
  const breadcrumbs = [{ href: `/cases/${id}`, label: reference }, { href: `/cases/${id}/estimates`, label: t("title") }];
  return (
    <>
      <PageHeader title={t("snapshot_of", { date: formatInstant(entry.at, homeZone, locale) })} breadcrumbs={breadcrumbs} />
      {!latest && <Alert data-testid="not-the-latest">{t("not_latest")}</Alert>}
      <EstimateSummary entry={entry} answer={answer} zone={zone} />
      <div className="card">
        <ReleaseReasons estimate={answer} zone={zone} open />
      </div>
    </>
  );
}
