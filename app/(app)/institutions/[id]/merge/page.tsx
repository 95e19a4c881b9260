import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeName } from "@/lib/wording/place-name";
import { MergeChoice } from "@/components/figures/merge-choice";
import { MergeForm } from "@/components/figures/merge-form";
import { MergePreview, type MergeSide } from "@/components/figures/merge-preview";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { institutionName } from "@/lib/model/institution-name";
import { getInstitutionMerge } from "@/lib/services/institution-merge";
import { getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { mergeInstitutionsAction } from "../../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ into?: string | string[]; q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("merging"))("action") };
}

export default async function MergeInstitutionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/institutions/${id}/merge`);
  const { into, q } = await searchParams;
  const query = param(q)?.slice(0, 200);
  const { here, there, offered } = await orNotFound(getInstitutionMerge(actor, id, param(into), query));
  const locale = await currentLocale();
  const [t, words, vocab] = [await getTranslations("merging"), await getTranslations("institutions"), await getTranslations("vocab.institution_kinds")];
  const places = new Map((await getPlaces()).map((place) => [place.id, placeName(place, locale)]));
  const name = (row: typeof here.row) => institutionName(row, locale);
  const about = (row: typeof here.row) => [vocab(row.kind), places.get(row.placeId ?? "")].filter(Boolean).join(" · ");
  const base = `/institutions/${id}/merge`;
  const side = ({ row, names, moves }: typeof here): MergeSide => ({
    id: row.id,
    href: `/institutions/${row.id}`,
    name: name(row),
    names: names.map((text) => ({ text, lang: text === row.nameEn ? "en" : text === row.nameRu ? "ru" : text === row.nameKk ? "kk" : undefined })),
    facts: [{ label: t("kind"), value: vocab(row.kind) }, { label: t("place"), value: places.get(row.placeId ?? "") ?? words("unknown_place") }],
    moves,
  });
  return (
    <>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/institutions", label: words("title") }, { href: `/institutions/${id}`, label: name(here.row) }]} />
      {there ? (
        <>
          <MergePreview sides={[side(here), side(there)]} />
          <p>
            <LinkButton href={base} variant="quiet">
              {t("another")}
            </LinkButton>
          </p>
          <FormWords namespaces={["merging"]}>
            <MergeForm
              action={mergeInstitutionsAction}
              submission={newSubmission()}
              {...await inputContext()}
              here={{ id, version: here.row.version, name: name(here.row) }}
              there={{ id: there.row.id, version: there.row.version, name: name(there.row) }}
              cancelHref={`/institutions/${id}`}
            />
          </FormWords>
        </>
      ) : (
        <MergeChoice base={base} query={query} offered={offered.map((row) => ({ id: row.id, name: name(row), note: about(row) }))} />
      )}
    </>
  );
}
