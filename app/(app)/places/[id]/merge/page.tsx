import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeName } from "@/lib/wording/place-name";
import { MergeChoice } from "@/components/figures/merge-choice";
import { MergeForm } from "@/components/figures/merge-form";
import { MergePreview, type MergeSide } from "@/components/figures/merge-preview";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { inputContext } from "@/lib/services/organisation";
import { getPlaceMerge } from "@/lib/services/place-merge";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { mergePlacesAction } from "../../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ into?: string | string[]; q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("merging"))("action") };
}

export default async function MergePlacePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/places/${id}/merge`);
  const { into, q } = await searchParams;
  const query = param(q)?.slice(0, 200);
  const { here, there, offered } = await orNotFound(getPlaceMerge(actor, id, param(into), query));
  const locale = await currentLocale();
  const [t, words, vocab] = [await getTranslations("merging"), await getTranslations("places"), await getTranslations("vocab.place_kinds")];
  const name = (row: typeof here.row) => placeName(row, locale);
  const base = `/places/${id}/merge`;
  const side = ({ row, names, moves }: typeof here): MergeSide => ({
    id: row.id,
    href: `/places/${row.id}`,
    name: name(row),
    names: names.map((text) => ({ text, lang: text === row.nameKk ? "kk" : text === row.nameRu ? "ru" : text === row.nameEn ? "en" : undefined })),
    facts: [{ label: t("kind"), value: vocab(row.kind) }, { label: t("zone"), value: row.zone }],
    moves,
  });
  return (
    <>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/places", label: words("title") }, { href: `/places/${id}`, label: name(here.row) }]} />
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
              action={mergePlacesAction}
              submission={newSubmission()}
              {...await inputContext()}
              here={{ id, version: here.row.version, name: name(here.row) }}
              there={{ id: there.row.id, version: there.row.version, name: name(there.row) }}
              cancelHref={`/places/${id}`}
            />
          </FormWords>
        </>
      ) : (
        <MergeChoice base={base} query={query} offered={offered.map((row) => ({ id: row.id, name: name(row), note: `${vocab(row.kind)} · ${row.code}` }))} note={t("same_zone")} />
      )}
    </>
  );
}
