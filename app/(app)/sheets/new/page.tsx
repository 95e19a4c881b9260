import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { TakeSheetForm } from "@/components/sheets/take-form";
import { Alert } from "@/components/ui/alert";
import { formatCount } from "@/lib/i18n/formats";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { MOST_SHEET_CASES } from "@/lib/model/sheet";
import { getSheetForm } from "@/lib/services/sheet-export";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { takeSheetAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sheets"))("take.title") };
}

export default async function NewSheetPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/sheets/new");
  const { filter, total, more, needsPassword } = await orNotFound(getSheetForm(actor, readCaseQuery(await searchParams)));
  const [t, locale] = [await getTranslations("sheets"), await currentLocale()];
  const list = `/cases${filter === "" ? "" : `?${filter}`}`;
  const shown = formatCount(total, locale);
  return (
    <FormWords namespaces={["sheets"]}>
      <PageHeader title={t("take.title")} breadcrumbs={[{ href: "/sheets", label: t("title") }]}>
        <p className="max-w-prose">
          {more ? t("take.more", { shown, most: formatCount(MOST_SHEET_CASES, locale) }) : t("take.count", { count: total, shown })}{" "}
          <a href={list} className="link" data-testid="change-selection">
            {t("take.list")}
          </a>
        </p>
      </PageHeader>
      <Alert tone="today">{t("take.explain")}</Alert>
      <TakeSheetForm action={takeSheetAction} submission={newSubmission()} filter={filter} locale={locale} needsPassword={needsPassword} cancelHref={list} />
    </FormWords>
  );
}
