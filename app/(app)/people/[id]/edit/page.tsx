import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { PersonForm } from "@/components/people/person-form";
import { inputContext } from "@/lib/services/organisation";
import { getEditablePerson } from "@/lib/services/people";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updatePersonAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export default async function EditPersonPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/people/${id}/edit`);
  const person = await orNotFound(getEditablePerson(actor, id));
  const t = await getTranslations("people");
  return (
    <>
      <PageHeader title={t(person.displayName ? "edit" : "name")} breadcrumbs={[{ href: "/people", label: t("title") }, { href: `/people/${id}`, label: person.displayName || t("one") }]} />
      <FormWords namespaces={["vocab", "people"]}>
        <PersonForm action={updatePersonAction} submission={newSubmission()} {...await inputContext()} record={person} values={person.values} />
      </FormWords>
    </>
  );
}
