import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { DiscardForm, RecordForm, TakeForm } from "@/components/imports/decide-forms";
import { DraftNotice, GoingNotice, RecordedNotice } from "@/components/imports/import-notices";
import { RowTable } from "@/components/imports/row-table";
import { ShowLinks } from "@/components/imports/show-links";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { rowVerdicts } from "@/lib/exchange/event-plan";
import type { PlannedPlace } from "@/lib/exchange/place-plan";
import { formatCount } from "@/lib/i18n/formats";
import { getImportPage, ROWS_PAGE } from "@/lib/services/import-preview";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { acceptRowAction, discardImportAction, recordImportAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ show?: string | string[]; page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/imports/${id}`);
  const query = await searchParams;
  const show = [...rowVerdicts, "withdrawn" as const].find((verdict) => verdict === param(query.show)) ?? "all";
  const asked = Number(param(query.page));
  const batch = await orNotFound(getImportPage(actor, id, show, Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1));
  const { draft, counts, headings, state, version } = batch;
  const t = await getTranslations("imports");
  const locale = await currentLocale();
  const names = new Map(placeOptions(draft?.places ?? [], locale).map(({ value, label }) => [value, label]));
  const placeName = (place: PlannedPlace) => ("placeId" in place ? (names.get(place.placeId) ?? "") : t("preview.new_place", { name: draft?.newPlaces.find(({ text }) => text.toLowerCase() === place.word)?.text ?? place.word }));
  const form = { submission: newSubmission(), importId: id, version };
  const left = counts.refused + counts.aside;
  // They come back in the format of their file; whoever wants the other one finds it beside.
  const other = batch.delimiter && (batch.delimiter === "sheet" ? "csv" : "xlsx");
  const leftOut = left > 0 && !batch.going && (
    <>
      <a href={`/api/imports/${id}/left-out`} className="button button-secondary" download data-testid="action-left-out">
        {t("left_out", { count: left, shown: formatCount(left, locale) })}
      </a>
      {other && (
        <a href={`/api/imports/${id}/left-out?format=${other}`} className="button button-secondary" download data-testid={`action-left-out-${other}`}>
          {t(other === "xlsx" ? "left_out_sheet" : "left_out_csv")}
        </a>
      )}
    </>
  );
  return (
    <FormWords namespaces={["imports"]}>
      <PageHeader title={batch.fileName} breadcrumbs={[{ href: "/imports", label: t("title") }]} actions={leftOut} />
      {batch.failure !== "" && !batch.going && <Alert tone="overdue" title={t("going.failed")} data-testid="failed-notice" />}
      {batch.going && <GoingNotice importId={id} {...batch.going} />}
      {draft && <DraftNotice importId={id} draft={draft} counts={counts} />}
      {!draft && !batch.going && <RecordedNotice state={state} recordedAt={batch.recordedAt} zone={batch.zone} counts={counts} reason={batch.reason} />}
      {state !== "discarded" && !batch.going && (
        <>
          {draft?.step === "ready" && counts.accepted > 0 && <RecordForm {...form} action={recordImportAction} kind={batch.kind} count={counts.accepted} shown={formatCount(counts.accepted, locale)} />}
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
          {state === "recorded" && counts.accepted > 0 && (
            <p>
              <LinkButton href={`/imports/${id}/undo`} data-testid="action-undo">
                {t("undo.title")}
              </LinkButton>
            </p>
          )}
          {(!draft || draft.step === "ready") && (
          <>
          <ShowLinks importId={id} show={show} counts={counts} recorded={!draft} />
          <RowTable rows={batch.rows} kind={batch.kind} headings={headings} caption={t("rows")} recorded={!draft} placeName={placeName} take={(row) => <TakeForm {...form} submission={newSubmission()} action={acceptRowAction} row={row} />} />
          <Pagination page={batch.page} pageSize={ROWS_PAGE} total={batch.total} href={(to) => `/imports/${id}?${new URLSearchParams({ ...(show === "all" ? {} : { show }), page: String(to) }).toString()}`} />
          </>
          )}
        </>
      )}
      {draft && <DiscardForm {...form} submission={newSubmission()} action={discardImportAction} />}
    </FormWords>
  );
}
