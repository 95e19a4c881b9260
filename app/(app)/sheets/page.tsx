import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { BringSheetForm } from "@/components/sheets/bring-form";
import { BroughtTable, FetchLink, TakenTable } from "@/components/sheets/sheet-tables";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { can } from "@/lib/model/permissions";
import { getSheets } from "@/lib/services/sheet-drafts";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

type Query = Partial<Record<"taken" | "problem" | "max" | "days", string | string[]>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sheets"))("title") };
}

export default async function SheetsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor } = await requireSignedIn("/sheets");
  const query = await searchParams;
  const [problem, fresh] = [param(query.problem), param(query.taken)];
  const figure = (value: string | string[] | undefined) => (/^\d{1,6}$/.test(param(value) ?? "") ? Number(param(value)) : 0);
  const { taken, drafts, mayTake, zone } = await orNotFound(getSheets(actor));
  const [t, errors] = [await getTranslations("sheets"), await getTranslations("forms.errors")];
  const ready = taken.find(({ id, fetchable }) => id === fresh && fetchable);
  const take = (
    <>
      {can(actor, "import.make") && (
        <LinkButton href="/imports" data-testid="action-imports">
          {(await getTranslations("imports"))("title")}
        </LinkButton>
      )}
      {mayTake && (
        <LinkButton href="/sheets/new" data-testid="action-take-sheet">
          {t("take.title")}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/cases", label: (await getTranslations("dashboard"))("list_title") }]} actions={take}>
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      {ready && (
        <Alert tone="released" title={t("taken.ready")} data-testid="sheet-ready">
          <p>{t("taken.ready_explain")}</p>
          <p className="mt-2">
            <FetchLink id={ready.id} />
          </p>
        </Alert>
      )}
      <section className="grid gap-4" aria-labelledby="bring">
        <h2 id="bring" className="text-lg font-semibold">
          {t("bring.title")}
        </h2>
        <p className="max-w-prose text-muted">{t("bring.explain")}</p>
        {problem !== undefined && (
          <Alert tone="overdue" role="alert" title={t("bring.failed")} data-testid="sheet-problem">
            <p>{t.has(`problem.${problem}`) ? t(`problem.${problem}`) : errors.has(problem) ? errors(problem, { max: figure(query.max), days: figure(query.days) }) : t("problem.other")}</p>
          </Alert>
        )}
        <BringSheetForm action="/api/sheets" />
      </section>
      {drafts.length > 0 && <BroughtTable items={drafts} zone={zone} />}
      {taken.length > 0 && <TakenTable items={taken.map((sheet) => (sheet.id === ready?.id ? { ...sheet, fetchable: true } : sheet))} zone={zone} />}
    </>
  );
}
