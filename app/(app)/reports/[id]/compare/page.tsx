import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Difference } from "@/components/reports/difference";
import { reportNumber } from "@/lib/model/report-number";
import { compareReports, compareWithNow } from "@/lib/services/reports/compare";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { reportName } from "@/lib/wording/report-words";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ with?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("compare.title") };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/reports/${id}/compare`);
  const earlier = param((await searchParams).with);
  const { report, other, difference, zone } = await orNotFound(earlier === undefined ? compareWithNow(actor, id) : compareReports(actor, id, earlier));
  const t = await getTranslations("reports");
  const words = await getTranslations("reports.document");
  const since = other === null ? t("compare.since.issue") : t(`compare.since.${other.kind === "persons_deprived" ? "bulletin" : "report"}`, { number: reportNumber(other) });
  return (
    <>
      <PageHeader title={t("compare.title")} breadcrumbs={[{ href: "/reports", label: t("title") }, { href: `/reports/${id}`, label: reportName(report, words) }]} />
      <Difference difference={difference} since={since} zone={zone} forEverybody={report.profile === "public"} />
    </>
  );
}
