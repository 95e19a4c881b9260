import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { DiscardForm, IssueForm, WithdrawForm } from "@/components/reports/decide-forms";
import { DraftView, GapList } from "@/components/reports/draft-view";
import { filterWords } from "@/components/reports/filter-words";
import { IssuedFacts } from "@/components/reports/issued-facts";
import { RecordTable } from "@/components/reports/record-table";
import { ReportView } from "@/components/reports/report-view";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/i18n/formats";
import { can, type Actor } from "@/lib/model/permissions";
import { findHome, getPlaces, inputContext } from "@/lib/services/organisation";
import { getReportPage, type DraftPage, type IssuedPage } from "@/lib/services/reports/pages";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { placeOptions } from "@/lib/wording/event-words";
import { periodWords, reportName } from "@/lib/wording/report-words";
import { discardReportAction, issueReportAction, saveReportTextAction, withdrawReportAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string | string[]; issue?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("one") };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/reports/${id}`);
  const page = await orNotFound(getReportPage(actor, id));
  const query = await searchParams;
  const saved = param(query.saved);
  const t = await getTranslations("reports");
  const zone = (await findHome())?.place.zone ?? "UTC";
  const kind = t(`kind.${page.report.kind}.title`);
  const name = reportName(page.report, await getTranslations("reports.document"));
  const title = page.state === "draft" ? kind : `${name} · ${kind}`;
  const about = page.subject && (
    <LinkButton href={page.subject.href}>
      {page.subject.name}
    </LinkButton>
  );
  return (
    <FormWords namespaces={["reports"]}>
      <PageHeader title={page.state === "withdrawn" ? <del>{title}</del> : title} breadcrumbs={[{ href: "/reports", label: t("title") }]} actions={about} />
      {page.state !== "draft" ? (
        <Issued page={page} actor={actor} name={name} just={saved === "issued"} zone={zone} {...await inputContext()} />
      ) : param(query.issue) === "look" && page.mayIssue && !page.refusal ? (
        <LastLook page={page} {...await inputContext()} />
      ) : (
        <Draft page={page} saved={saved} zone={zone} {...await inputContext()} />
      )}
    </FormWords>
  );
}

async function Draft({ page, saved, zone, today }: { page: DraftPage; saved: string | undefined; zone: string; today: string }) {
  const t = await getTranslations("reports");
  const errors = await getTranslations("forms.errors");
  const { report, document, records, named, pseudonymous } = page;
  const submissions = Object.fromEntries(document.blocks.flatMap((block) => (block.kind === "added" ? [[block.slot, newSubmission()]] : [])));
  const form = { reportId: report.id, version: report.version };
  return (
    <>
      <Alert title={t("draft.title")} data-testid="draft-notice">
        <p>
          {t("field.to")}: {page.recipient ?? t(`to.${report.profile}`)}
        </p>
        <p data-testid="draft-counts">{t("draft.counts", { records: records.length, named, pseudonymous })}</p>
      </Alert>
      <GapList document={document} />
      <DraftView reportId={report.id} document={document} frame={page.frame} texts={page.texts} action={saveReportTextAction} submissions={submissions} saved={saved} zone={zone} today={today} />
      <Section id="issue" title={t("issue.title")}>
        <p className="max-w-prose text-muted">{t(page.mayIssue ? "issue.explain" : "issue.who")}</p>
        {page.refusal && (
          <Alert tone="today" title={errors(page.refusal)} data-testid="issue-refused">
            {page.refusal === "told_less" && report.subjectId !== null && (
              <LinkButton href={`/reports/new?kind=${report.kind}&id=${report.subjectId}`} data-testid="action-for-house">
                {t("issue.for_house")}
              </LinkButton>
            )}
          </Alert>
        )}
        {page.mayIssue && !page.refusal && <Issue page={page} today={today} besideTexts={document.blocks.some(({ kind }) => kind === "added")} />}
      </Section>
      <DiscardForm {...form} action={discardReportAction} submission={newSubmission()} />
    </>
  );
}

const Issue = ({ page: { report, seen, needsReason, needsProof }, today, besideTexts }: { page: DraftPage; today: string; besideTexts: boolean }) => (
  <IssueForm action={issueReportAction} reportId={report.id} version={report.version} submission={newSubmission()} seen={seen} needsReason={needsReason} needsProof={needsProof} today={today} besideTexts={besideTexts} />
);

/** The report exactly as it would leave, and the form that issues it: whatever was typed and not saved is seen to be missing before it is too late. */
async function LastLook({ page, today }: { page: DraftPage; today: string }) {
  const t = await getTranslations("reports");
  return (
    <>
      <Alert tone="today" title={t("issue.look_title")} data-testid="last-look">
        <p>{t("issue.look_explain")}</p>
        <p className="mt-2">
          <LinkButton href={`/reports/${page.report.id}`} data-testid="action-back">
            {t("issue.back")}
          </LinkButton>
        </p>
      </Alert>
      <ReportView document={page.asIssued} frame={page.frame} />
      <Section id="issue" title={t("issue.title")}>
        <p className="max-w-prose text-muted">{t("issue.explain")}</p>
        <Issue page={page} today={today} besideTexts={false} />
      </Section>
    </>
  );
}

type IssuedProps = { page: IssuedPage; actor: Actor; name: string; just: boolean; zone: string; today: string };

async function Issued({ page, actor, name, just, zone, today }: IssuedProps) {
  const t = await getTranslations("reports");
  const locale = await currentLocale();
  const { report, records, named, pseudonymous, frame } = page;
  const words = { places: new Map(placeOptions(await getPlaces(), locale).map(({ value, label }) => [value, label])), vocab: await getTranslations("vocab"), dashboard: await getTranslations("dashboard"), reports: await getTranslations("reports") };
  const filter = page.subject ? "" : filterWords(report.filter, words) || t("frozen.filter_all");
  const withdrawn = report.withdrawnAt === null ? "" : t("frozen.withdrawn_by", { name: page.people[report.withdrawnById ?? ""] ?? "–", when: formatInstant(report.withdrawnAt, zone, locale) });
  return (
    <>
      {just && page.state === "issued" && <Alert tone="released" role="status" title={t("frozen.just")} data-testid="saved-issued" />}
      {page.state === "withdrawn" && (
        <Alert tone="overdue" title={t("frozen.withdrawn", { reason: report.withdrawnReason })} data-testid="withdrawn-notice">
          <p>{withdrawn}</p>
        </Alert>
      )}
      <Section
        id="facts"
        title={t("frozen.facts")}
        actions={(["pdf", "docx"] as const).map((format) => (
          <a key={format} href={`/api/reports/${report.id}/${format}`} className={`button ${format === "pdf" ? "button-primary" : "button-secondary"}`} download data-testid={`action-${format}`}>
            {t(`frozen.${format}`)}
          </a>
        ))}
      >
        <IssuedFacts report={report} to={page.recipient ?? t(`to.${report.profile}`)} name={name} period={periodWords(report.fromDay, report.toDay, locale) || t("bulletin.all_time")} filter={filter} counts={{ records: page.recordCount, named, pseudonymous }} files={page.files} fingerprint={frame.fingerprint} people={page.people} zone={zone} />
      </Section>
      <ReportView document={page.document} frame={frame} />
      {can(actor, "report.make") && <Comparisons page={page} />}
      {records.length > 0 && (
        <Section id="records" title={t("frozen.records")}>
          <details>
            <summary className="link inline-flex min-h-11 items-center sm:min-h-8">{t("frozen.records_show", { count: records.length })}</summary>
            <RecordTable records={records} zone={zone} />
          </details>
        </Section>
      )}
      {page.mayWithdraw && <WithdrawForm action={withdrawReportAction} reportId={report.id} version={report.version} submission={newSubmission()} today={today} />}
    </>
  );
}

async function Comparisons({ page }: { page: IssuedPage }) {
  const t = await getTranslations("reports");
  const words = await getTranslations("reports.document");
  return (
    <Section id="compare" title={t("frozen.compare")}>
      <p className="text-muted">{t("frozen.compare_hint")}</p>
      <p className="flex flex-wrap gap-2">
        <LinkButton href={`/reports/${page.report.id}/compare`} data-testid="action-compare-now">
          {t("frozen.with_now")}
        </LinkButton>
        {page.previous.map((other) => (
          <LinkButton key={other.id} href={`/reports/${page.report.id}/compare?with=${other.id}`} data-testid={`action-compare-${other.number}`}>
            {t("frozen.with", { name: reportName(other, words) })}
          </LinkButton>
        ))}
      </p>
    </Section>
  );
}
