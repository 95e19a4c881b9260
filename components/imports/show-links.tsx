import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { rowVerdicts, type RowVerdict } from "@/lib/exchange/event-plan";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Props = { importId: string; show: "all" | RowVerdict | "withdrawn"; counts: Record<RowVerdict | "withdrawn", number>; recorded: boolean };

/** How many rows have which verdict; each number leads to its rows. */
export function ShowLinks({ importId, show, counts, recorded }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale() as Locale;
  const verdicts = counts.withdrawn > 0 ? [...rowVerdicts, "withdrawn" as const] : rowVerdicts;
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  const items = [{ value: "all", count: all, label: t("show.all") }, ...verdicts.map((verdict) => ({ value: verdict, count: counts[verdict], label: t(`verdict.${verdict === "accepted" && recorded ? "recorded" : verdict}`) }))];
  return (
    <nav aria-label={t("show.label")}>
      <ul className="flex flex-wrap gap-2">
        {items.map(({ value, count, label }) => (
          <li key={value}>
            <Link href={`/imports/${importId}${value === "all" ? "" : `?show=${value}`}`} prefetch={false} aria-current={show === value ? "page" : undefined} className="view-link" data-testid={`show-${value}`}>
              {label} <span className="ms-1.5 tabular-nums">{formatCount(count, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
