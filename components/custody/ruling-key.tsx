import { useLocale, useTranslations } from "next-intl";
import { termWords } from "@/lib/wording/case-words";
import type { ShownOrder } from "@/components/orders/order-list";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { institutionName } from "@/lib/model/institution-name";

/** The rulings by the numbers that stand on the picture. */
export function RulingKey({ rulings }: { rulings: readonly ShownOrder[] }) {
  const t = useTranslations("cases.band");
  const vocab = useTranslations("vocab.order_kinds");
  const locale = useLocale() as Locale;
  if (rulings.length === 0) return null;
  return (
    <ol aria-label={t("rulings")} className="grid gap-x-6 text-sm text-muted sm:grid-cols-2" data-testid="ruling-key">
      {rulings.map(({ order, court, ownTerm }, at) => (
        <li key={order.id} className="flex gap-2">
          <span className="font-medium text-ink tabular-nums">{at + 1}</span>
          <span className="min-w-0 wrap-anywhere">{[vocab(order.kind), termWords(ownTerm ?? order.term, locale), formatUncertain(order.date, locale, { compact: true }), court && institutionName(court, locale)].filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ol>
  );
}
