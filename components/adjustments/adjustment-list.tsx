import { CalendarMinus, CalendarPlus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Withdrawn } from "@/components/cases/withdrawn";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { isCredit } from "@/lib/model/credit";
import type { AdjustmentKind } from "@/lib/model/vocabularies";

export type ShownAdjustment = { id: string; kind: string; from: string | null; to: string | null; days: number | null; ratio: string | null; authority: string; note: string; withdrawn: string | null };

type Props = { caseId: string; adjustments: readonly ShownAdjustment[]; editable: boolean };

/** Time that counts towards the term, and time that does not. */
export function AdjustmentList({ caseId, adjustments, editable }: Props) {
  const t = useTranslations("rulings.adjustment");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  if (adjustments.length === 0) return null;
  return (
    <div className="grid gap-2 border-t border-line pt-3" data-testid="adjustments">
      <h3 className="text-sm text-muted">{t("title")}</h3>
      <ul className="grid gap-2">
        {adjustments.map(({ id, kind, from, to, days, ratio, authority, note, withdrawn }) => {
          const credit = isCredit(kind as AdjustmentKind);
          const Icon = credit ? CalendarMinus : CalendarPlus;
          return (
            <li key={id} data-testid={`adjustment-${id}`}>
              <p className={withdrawn === null ? undefined : "line-through"}>
                <Icon aria-hidden className="me-1.5 inline size-4 text-muted" />
                {t(credit ? "counts" : "does_not_count")}: {vocab(`adjustment_kinds.${kind}`)},{" "}
                <strong>{days === null ? `${formatUncertain(from, locale)} – ${formatUncertain(to, locale)}` : t("day_count", { days })}</strong>
                {credit && ` · ${ratio === null ? t("ratio_of_law") : t("ratio_is", { ratio })}`}
                {authority && ` · ${authority}`}
                {editable && withdrawn === null && (
                  <>
                    {" · "}
                    <Link href={`/cases/${caseId}/adjustments/${id}`} prefetch={false} className="link print:hidden" data-testid="action-edit-adjustment">
                      {t("edit")}
                    </Link>
                  </>
                )}
              </p>
              {note && <p className="text-sm whitespace-pre-line text-muted">{note}</p>}
              <Withdrawn reason={withdrawn} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
