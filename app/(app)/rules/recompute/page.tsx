import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { ApplyForm } from "@/components/rules/apply-form";
import { MoveTable } from "@/components/rules/move-table";
import { RunNotice } from "@/components/rules/run-notice";
import { RunTable } from "@/components/rules/run-table";
import { StandingTable } from "@/components/rules/standing-table";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/i18n/formats";
import { getRecompute, MOST_PREVIEWED } from "@/lib/services/recompute";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { startRecomputeAction } from "../actions";

type Props = { searchParams: Promise<{ preview?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("recompute.title") };
}

export default async function RecomputePage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/rules/recompute");
  const wanted = param((await searchParams).preview) === "1";
  const { open, behind, groups, preview, runs, zone } = await orNotFound(getRecompute(actor, wanted ? MOST_PREVIEWED : null));
  const t = await getTranslations("rules.recompute");
  const locale = await currentLocale();
  const [last] = runs;
  const running = last?.state === "running";
  const shown = (count: number) => formatCount(count, locale);
  const apply = <ApplyForm action={startRecomputeAction} submission={newSubmission()} label={t("apply", { count: open, shown: shown(open) })} />;
  return (
    <FormWords namespaces={["rules"]}>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/rules", label: (await getTranslations("rules"))("title") }]}>
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      {last && last.state !== "finished" && <RunNotice run={last} open={open} />}
      <Alert tone={behind ? "today" : "released"} data-testid="standing">
        {behind ? t("behind", { behind, shown: shown(behind), open: shown(open) }) : t("current")}
      </Alert>
      {groups.length > 0 && (
        <Section id="made-with" title={t("versions")}>
          <StandingTable groups={groups} />
        </Section>
      )}
      {behind > 0 && !running && !preview && (
        <p>
          <LinkButton href="/rules/recompute?preview=1" variant="primary" data-testid="action-preview">
            {t("preview")}
          </LinkButton>
        </p>
      )}
      {preview && behind > 0 && !running && (
        <Section id="preview" title={t("preview_title")}>
          <p className="text-muted">
            {t("examined", { shown: shown(preview.examined) })} {!preview.complete && t("incomplete", { most: shown(MOST_PREVIEWED), command: "npm run -s rules -- preview" })}
          </p>
          <MoveTable moves={preview.moves} elsewhere={preview.movedElsewhere} />
          <p className="text-muted">{t("apply_explain")}</p>
          {apply}
        </Section>
      )}
      {last?.state === "cut_off" && behind === 0 && apply}
      {runs.length > 0 && (
        <Section id="runs" title={t("runs")}>
          <RunTable runs={runs} zone={zone} />
        </Section>
      )}
    </FormWords>
  );
}
