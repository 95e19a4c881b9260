import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/wording/place-name";
import { DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NamedInstitution } from "@/lib/model/institution-name";
import { InstitutionLink } from "./institution-link";

export type InstitutionItem = { id: string; kind: string; naming: NamedInstitution; status: string; place: { id: string; nameKk: string; nameRu: string; nameEn: string } | null; held: number };

export function InstitutionTable({ items }: { items: readonly InstitutionItem[] }) {
  const t = useTranslations("institutions");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      rowTestId={(item) => `institution-row-${item.id}`}
      data-testid="institution-table"
      columns={[
        { key: "name", header: t("column.name"), primary: true, cell: (item) => <InstitutionLink of={item.naming} /> },
        { key: "kind", header: t("column.kind"), cell: (item) => vocab(`institution_kinds.${item.kind}`) },
        {
          key: "place",
          header: t("column.place"),
          cell: ({ place }) =>
            place && (
              <Link href={`/places/${place.id}`} prefetch={false} className="link">
                {placeName(place, locale)}
              </Link>
            ),
        },
        { key: "status", header: t("column.status"), cell: (item) => (item.status === "unknown" ? "" : vocab(`institution_statuses.${item.status}`)) },
        { key: "held", header: t("column.held"), align: "end", cell: (item) => formatCount(item.held, locale) },
      ]}
    />
  );
}
