import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { SourceForm } from "@/components/sources/source-form";
import { inputContext } from "@/lib/services/organisation";
import { getEditableSource } from "@/lib/services/sources";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateSourceAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export default async function EditSourcePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/sources/${id}/edit`);
  const source = await orNotFound(getEditableSource(actor, id));
  const t = await getTranslations("sources");
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: "/sources", label: t("title") }, { href: `/sources/${id}`, label: source.title }]} />
      <FormWords namespaces={["vocab", "sources"]}>
        <SourceForm action={updateSourceAction} submission={newSubmission()} {...await inputContext()} record={source} values={source.values} />
      </FormWords>
    </>
  );
}
