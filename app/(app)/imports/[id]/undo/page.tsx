import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { UndoForm } from "@/components/imports/decide-forms";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { formatCount } from "@/lib/i18n/formats";
import { getImportUndo } from "@/lib/services/import-undo";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { undoImportAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("undo.title") };
}

export default async function ImportUndoPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/imports/${id}/undo`);
  const { version, fileName, kind, count, keptCount, kept, needsPassword } = await orNotFound(getImportUndo(actor, id));
  const t = await getTranslations("imports");
  const locale = await currentLocale();
  return (
    <FormWords namespaces={["imports"]}>
      <PageHeader title={t("undo.title")} breadcrumbs={[{ href: "/imports", label: t("title") }, { href: `/imports/${id}`, label: fileName }]}>
        <p className="max-w-prose text-muted">{t("undo.explain")}</p>
      </PageHeader>
      <p data-testid="undo-count">{t("undo.count", { count, shown: formatCount(count, locale) })}</p>
      {keptCount > 0 && (
        <Alert tone="today" title={t("undo.kept", { count: keptCount, shown: formatCount(keptCount, locale) })} data-testid="undo-kept">
          <ul className="grid gap-1 wrap-anywhere">
            {kept.map((each) => (
              <li key={each.id}>
                <Link href={`/${kind}/${each.id}`} prefetch={false} className="link">
                  {each.name || t("preview.no_name")}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {count > 0 && <UndoForm action={undoImportAction} submission={newSubmission()} importId={id} version={version} count={count} shown={formatCount(count, locale)} needsPassword={needsPassword} />}
    </FormWords>
  );
}
