import { Gavel } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { DescriptionList } from "@/components/ui/description-list";
import { termWords } from "@/lib/wording/case-words";
import { Withdrawn } from "@/components/cases/withdrawn";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NamedInstitution } from "@/lib/model/institution-name";

export type ShownOrder = {
  order: {
    id: string;
    kind: string;
    date: string | null;
    judge: string;
    articles: string;
    term: string | null;
    countFrom: string;
    countFromWhen: string | null;
    relation: string;
    servedShare: string | null;
    note: string;
    withdrawn: string | null;
  };
  court: NamedInstitution | null;
  /** This person's own term under the ruling, or UNKNOWN; null where the ruling's own counts. */
  ownTerm: string | null;
  /** The other cases that the ruling binds. */
  binds: readonly { id: string; reference: string; name: string }[];
};

/** What a decision of these kinds sets is no term: to say that it is not known would be wrong. */
const withoutTerm = ["annulment", "amnesty", "parole", "protocol", "fine", "warning"];

type Props = { caseId: string; shown: ShownOrder; editable: boolean };

function OrderCard({ caseId, shown: { order, court, ownTerm, binds }, editable }: Props) {
  const t = useTranslations("rulings");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const term = termWords(ownTerm ?? order.term, locale) ?? (withoutTerm.includes(order.kind) ? null : t("term_unknown"));
  const from = `${vocab(`count_froms.${order.countFrom}`)}${order.countFromWhen === null ? "" : `: ${formatUncertain(order.countFromWhen, locale)}`}`;
  const optional = (key: string, label: string, value: string | null) => (value ? [{ key, label, value }] : []);
  const facts = [
    { key: "date", label: t("field.date"), value: formatUncertain(order.date, locale, { weekday: true }) },
    ...(court ? [{ key: "court", label: t("field.court"), value: <InstitutionLink of={court} /> }] : []),
    ...optional("judge", t("field.judge"), order.judge),
    ...optional("articles", t("field.articles"), order.articles),
    ...(term === null ? [] : [{ key: "term", label: t("field.term"), value: <strong>{term}</strong>, testId: "order-term" }]),
    ...optional("from", t("field.countFrom"), term === null && order.countFrom === "not_stated" ? null : from),
    ...optional("relation", t("field.relation"), order.relation === "not_stated" ? null : vocab(`order_relations.${order.relation}`)),
    ...optional("share", t("field.servedShare"), order.servedShare),
    ...optional("note", t("field.note"), order.note),
  ];
  return (
    <li className="grid gap-2 border-t border-line pt-3 first:border-0 first:pt-0" data-testid={`order-${order.id}`}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="flex items-center gap-2">
          <Gavel aria-hidden className="size-4.5 text-muted" />
          <span className={order.withdrawn === null ? undefined : "line-through"}>{vocab(`order_kinds.${order.kind}`)}</span>
        </h3>
        {editable && order.withdrawn === null && (
          <Link href={`/cases/${caseId}/orders/${order.id}`} prefetch={false} className="link print:hidden" data-testid="action-edit-order">
            {t("edit")}
          </Link>
        )}
      </div>
      <div className={order.withdrawn === null ? undefined : "line-through opacity-80"}>
        <DescriptionList facts={facts} />
      </div>
      <Withdrawn reason={order.withdrawn} />
      {binds.length > 0 && (
        <p className="text-sm">
          {t("also_binds")}{" "}
          {binds.map((other, position) => (
            <span key={other.id}>
              {position > 0 && ", "}
              <Link href={`/cases/${other.id}`} prefetch={false} className="link">
                {other.reference} · <bdi>{other.name}</bdi>
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

/** The rulings of a case, oldest first, each with the cases that it binds as well. */
export function OrderList({ caseId, orders, editable }: { caseId: string; orders: readonly ShownOrder[]; editable: boolean }) {
  const t = useTranslations("rulings");
  if (orders.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="grid gap-4">
      {orders.map((shown) => (
        <OrderCard key={shown.order.id} caseId={caseId} shown={shown} editable={editable} />
      ))}
    </ul>
  );
}
