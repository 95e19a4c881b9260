import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import type { ShownCell } from "@/components/sheets/cell-choice";
import { CompareForm, DiscardSheetForm } from "@/components/sheets/compare-form";
import { SheetNotes } from "@/components/sheets/sheet-notes";
import { Alert } from "@/components/ui/alert";
import { formatCount, formatInstant } from "@/lib/i18n/formats";
import { getSheet } from "@/lib/services/sheet-compare";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { applySheetAction, discardSheetAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ again?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sheets"))("compare.title") };
}

export default async function SheetPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/sheets/${id}`);
  const locale = await currentLocale();
  const { draft, takenAt, zone, cells, seen, notes } = await orNotFound(getSheet(actor, id, locale));
  const again = param((await searchParams).again) !== undefined;
  const t = await getTranslations("sheets");
  const open = draft.state === "draft";
  const figure = (verdict: ShownCell["verdict"]) => cells.filter((cell) => cell.verdict === verdict).length;
  const counts = ([["conflicts", figure("conflict")], ["refused", figure("refused")], ["changed", figure("changed")], ["agreed", figure("agreed")]] as const).filter(([, count]) => count > 0);
  const groups = [...Map.groupBy(cells, ({ caseId }) => caseId)].map(([caseId, own]) => ({
    caseId,
    reference: own[0]?.reference ?? "",
    cells: own.map(({ caseId: _, column, ...cell }): ShownCell => ({ ...cell, label: t(`column.${column}`) })),
  }));
  return (
    <FormWords namespaces={["sheets"]}>
      <PageHeader title={draft.fileName} breadcrumbs={[{ href: "/sheets", label: t("title") }]}>
        <p className="text-muted">{t("compare.taken", { when: formatInstant(takenAt, zone, locale) })}</p>
      </PageHeader>
      {open && again && (
        <Alert tone="overdue" role="alert" title={t("compare.again")} data-testid="sheet-again">
          <p>{t("compare.again_explain")}</p>
        </Alert>
      )}
      {draft.state === "applied" && <Alert tone="released" title={t("compare.applied", { count: draft.saved, shown: formatCount(draft.saved, locale) })} data-testid="sheet-applied" />}
      {draft.state === "discarded" && <Alert title={t("compare.discarded")} data-testid="sheet-discarded" />}
      {open && cells.length === 0 && <Alert title={t("compare.none")} data-testid="sheet-nothing" />}
      {counts.length > 0 && (
        <ul className="grid gap-1" data-testid="sheet-counts">
          {counts.map(([key, count]) => (
            <li key={key}>{t(`compare.${key}`, { count, shown: formatCount(count, locale) })}</li>
          ))}
        </ul>
      )}
      <SheetNotes notes={notes} />
      {open && cells.length > 0 && <CompareForm action={applySheetAction} submission={newSubmission()} sheetId={id} seen={seen} groups={groups} />}
      {open && <DiscardSheetForm action={discardSheetAction} submission={newSubmission()} sheetId={id} version={draft.version} />}
    </FormWords>
  );
}
