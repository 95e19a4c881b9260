import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseActions } from "@/components/cases/case-actions";
import { CaseBody } from "@/components/cases/case-body";
import { CaseHeader } from "@/components/cases/case-header";
import { Alert } from "@/components/ui/alert";
import type { Locale } from "@/lib/i18n/locales";
import { can } from "@/lib/model/permissions";
import { getCasePage } from "@/lib/services/case-page";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { taskActions } from "../../tasks/task-actions";
import { claimActions } from "../../sources/claim-actions";
import { drawn } from "./frame";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("page_title") };
}

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}`);
  const page = await orNotFound(getCasePage(actor, id));
  const t = await getTranslations("cases");
  const { frame, facts } = drawn(page, actor, await getTranslations("dashboard"), (await getLocale()) as Locale);
  const made = Number(param((await searchParams)["made"]) ?? 0);
  return (
    <>
      <CaseHeader frame={frame} stated={facts.stated} claims={facts.claims.claims} actions={<CaseActions frame={frame} />} />
      {Number.isInteger(made) && made > 1 && (
        <Alert tone="released" data-testid="made">
          {t("made", { count: made })}{" "}
          <a className="link" href="#related">
            {t("made_rest")}
          </a>
        </Alert>
      )}
      <CaseBody frame={frame} facts={facts} taskActions={can(actor, "task.write", page.row) ? taskActions("case") : undefined} claimActions={can(actor, "source.write", page.row) ? claimActions() : undefined} />
    </>
  );
}
