import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseActions } from "@/components/cases/case-actions";
import { CaseBody } from "@/components/cases/case-body";
import { CaseHeader } from "@/components/cases/case-header";
import { EvidenceFiles } from "@/components/files/evidence-files";
import { ReportLinks } from "@/components/reports/report-links";
import { Alert } from "@/components/ui/alert";
import type { Locale } from "@/lib/i18n/locales";
import { can } from "@/lib/model/permissions";
import { newest } from "@/lib/model/timeline";
import { getCasePage } from "@/lib/services/case-page";
import { getFilesOf } from "@/lib/services/files";
import { getCaseTimeline } from "@/lib/services/timeline";
import { kindsAbout } from "@/lib/services/reports/registry";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { taskActions } from "../../tasks/task-actions";
import { claimActions } from "../../sources/claim-actions";
import { drawn } from "./frame";

const MOST_LATELY = 5;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("page_title") };
}

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}`);
  const page = await orNotFound(getCasePage(actor, id));
  const { entries } = await orNotFound(getCaseTimeline(actor, id));
  const files = await orNotFound(getFilesOf(actor, { type: "case", id }));
  const t = await getTranslations("cases");
  const { frame, facts } = drawn(page, actor, await getTranslations("dashboard"), (await getLocale()) as Locale);
  const made = Number(param((await searchParams)["made"]) ?? 0);
  return (
    <>
      <CaseHeader frame={frame} stated={facts.stated} claims={facts.claims.claims} consent={{ personId: page.person.id, shared: page.shared }} history={page.history} actions={<CaseActions frame={frame} />} />
      {Number.isInteger(made) && made > 1 && (
        <Alert tone="released" data-testid="made">
          {t("made", { count: made })}{" "}
          <a className="link" href="#related">
            {t("made_rest")}
          </a>
        </Alert>
      )}
      <CaseBody frame={frame} facts={facts} lately={newest(entries, page.now, MOST_LATELY)} taskActions={can(actor, "task.write", page.row) ? taskActions("case") : undefined} claimActions={can(actor, "source.write", page.row) ? claimActions() : undefined} />
      <EvidenceFiles subject={{ type: "case", id }} files={files} />
      <ReportLinks kinds={kindsAbout(actor, "case", page.row.teamId)} id={id} />
    </>
  );
}
