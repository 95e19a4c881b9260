import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { personName } from "@/lib/wording/person-name";

export type PersonItem = {
  id: string;
  displayName: string;
  identification: string;
  sex: string;
  otherNames: readonly string[];
  cases: readonly { id: string; reference: string; slot: number | null; slotCount: number | null }[];
};

function CaseReferences({ cases }: { cases: PersonItem["cases"] }) {
  const t = useTranslations("people");
  return (
    <ul className="grid">
      {cases.map(({ id, reference, slot, slotCount }) => (
        <li key={id}>
          <Link href={`/cases/${id}`} prefetch={false} className="link inline-block min-h-6">
            {reference}
          </Link>
          {slot !== null && slotCount !== null && <span className="text-sm text-muted"> {t("slot", { slot, count: slotCount })}</span>}
        </li>
      ))}
    </ul>
  );
}

export function PeopleTable({ items }: { items: readonly PersonItem[] }) {
  const t = useTranslations("people");
  const vocab = useTranslations("vocab.identifications");
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      rowTestId={(item) => `person-row-${item.id}`}
      data-testid="people-table"
      columns={[
        {
          key: "name",
          header: t("column.name"),
          primary: true,
          cell: (item) => (
            <Link href={`/people/${item.id}`} prefetch={false} className="link">
              <bdi>{personName(item, t)}</bdi>
            </Link>
          ),
        },
        { key: "others", header: t("column.other_names"), cell: (item) => (item.otherNames.length ? <bdi>{item.otherNames.join(" · ")}</bdi> : null) },
        { key: "identification", header: t("column.identification"), cell: (item) => vocab(item.identification) },
        { key: "cases", header: t("column.cases"), cell: (item) => (item.cases.length ? <CaseReferences cases={item.cases} /> : null) },
      ]}
    />
  );
}
