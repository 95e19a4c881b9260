import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/wording/place-name";
import { DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Named = { id: string; nameKk: string; nameRu: string; nameEn: string };
export type PlaceItem = Named & { code: string; kind: string; zone: string; otherNames: readonly string[]; parent: Named | null; inside: number };

export function PlaceTable({ items }: { items: readonly PlaceItem[] }) {
  const t = useTranslations("places");
  const vocab = useTranslations("vocab.place_kinds");
  const locale = useLocale() as Locale;
  return (
    <DataTable<PlaceItem>
      caption={t("title")}
      rows={items.toSorted((a, b) => placeName(a, locale).localeCompare(placeName(b, locale), locale))}
      rowKey={({ id }) => id}
      rowTestId={({ code }) => `place-row-${code}`}
      data-testid="place-table"
      columns={[
        {
          key: "name",
          header: t("column.name"),
          primary: true,
          cell: (place) => (
            <>
              <Link href={`/places/${place.id}`} prefetch={false} className="link">
                {placeName(place, locale)}
              </Link>
              {place.otherNames.length > 0 && <span className="block text-sm font-normal text-muted">{place.otherNames.join("; ")}</span>}
            </>
          ),
        },
        { key: "kind", header: t("column.kind"), cell: ({ kind }) => vocab(kind) },
        { key: "parent", header: t("column.parent"), cell: ({ parent }) => parent && placeName(parent, locale) },
        { key: "code", header: t("column.code"), cell: ({ code }) => code },
        { key: "zone", header: t("column.zone"), cell: ({ zone }) => zone },
        { key: "inside", header: t("column.inside"), align: "end", cell: ({ inside }) => formatCount(inside, locale) },
      ]}
    />
  );
}
