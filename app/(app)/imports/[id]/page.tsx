import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { DiscardForm, RecordForm } from "@/components/imports/decide-forms";
import { DraftNotice, GoingNotice, RecordedNotice } from "@/components/imports/import-notices";
import { RowTable, type ShownRow } from "@/components/imports/row-table";
import { ShowLinks } from "@/components/imports/show-links";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { rowVerdicts, type PlannedEvent } from "@/lib/exchange/event-plan";
import { formatCount } from "@/lib/i18n/formats";
import { getImportPage, ROWS_PAGE } from "@/lib/services/import-preview";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { discardImportAction, recordImportAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ show?: string | string[]; page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/imports/${id}`);
  const query = await searchParams;
  const show = rowVerdicts.find((verdict) => verdict === param(query.show)) ?? "all";
  const asked = Number(param(query.page));
  const batch = await orNotFound(getImportPage(actor, id, show, Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1));
  const { draft, counts, headings, state, version } = batch;
  const t = await getTranslations("imports");
  const locale = await currentLocale();
  const names = new Map(placeOptions(draft?.places ?? [], locale).map(({ value, label }) => [value, label]));
  const placeName = ({ place }: PlannedEvent) => ("placeId" in place ? (names.get(place.placeId) ?? "") : t("preview.new_place", { name: draft?.newPlaces.find(({ text }) => text.toLowerCase() === place.word)?.text ?? place.word }));
  const rows: ShownRow[] = draft
    ? batch.found.map((row) => ({ ...row, link: row.like === null ? null : { id: row.like, title: "" } }))
    : batch.rows.map(({ subjectId, title, cells = [], ...row }) => ({ ...row, event: null, cells, link: subjectId === null ? null : { id: subjectId, title: title ?? "" } }));
  const form = { submission: newSubmission(), importId: id, version };
  const left = counts.refused + counts.aside;
  const leftOut = left > 0 && (
    <a href={`/api/imports/${id}/left-out`} className="button button-secondary" download data-testid="action-left-out">
      {t("left_out", { count: left, shown: formatCount(left, locale) })}
    </a>
  );
  return (
    <FormWords namespaces={["imports"]}>
      <PageHeader title={batch.fileName} breadcrumbs={[{ href: "/imports", label: t("title") }]} actions={leftOut} />
      {batch.failed && <Alert tone="overdue" title={t("going.failed")} data-testid="failed-notice" />}
      {batch.going && <GoingNotice importId={id} {...batch.going} />}
      {draft && <DraftNotice importId={id} draft={draft} counts={counts} />}
      {!draft && !batch.going && <RecordedNotice state={state} recordedAt={batch.recordedAt} zone={batch.zone} counts={counts} />}
      {state !== "discarded" && !batch.going && (
        <>
          {draft?.step === "ready" && counts.accepted > 0 && <RecordForm {...form} action={recordImportAction} count={counts.accepted} shown={formatCount(counts.accepted, locale)} />}
          {draft && (
            <p className="flex flex-wrap gap-2">
              <LinkButton href={`/imports/${id}/columns`} data-testid="action-columns">
                {t("columns.change")}
              </LinkButton>
              <LinkButton href={`/imports/${id}/details`} data-testid="action-details">
                {t("details.change")}
              </LinkButton>
            </p>
          )}
          <ShowLinks importId={id} show={show} counts={counts} recorded={!draft} />
          <RowTable rows={rows} headings={headings} caption={t("rows")} recorded={!draft} placeName={placeName} />
          <Pagination page={batch.page} pageSize={ROWS_PAGE} total={batch.total} href={(to) => `/imports/${id}?${new URLSearchParams({ ...(show === "all" ? {} : { show }), page: String(to) }).toString()}`} />
        </>
      )}
      {draft && <DiscardForm {...form} submission={newSubmission()} action={discardImportAction} />}
    </FormWords>
  );
}
