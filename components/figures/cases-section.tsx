import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { CaseLinks } from "@/components/cases/case-links";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";

export type SomeCases = { items: readonly CaseSummary[]; total: number; more: boolean };

type Props = { id: string; title: string; set: SomeCases; now: number; zone: string; all: { href: string; label: string } };

/** Cases of one standing with how many there are; the first of them, and the way to all. */
export function CasesSection({ id, title, set: { items, total, more }, now, zone, all }: Props) {
  const t = useTranslations("figures");
  const locale = useLocale() as Locale;
  return (
    <Section id={id} title={t("count", { title, count: formatCount(total, locale) })} data-testid={`section-${id}`}>
      {items.length ? <CaseLinks items={items} now={now} viewerZone={zone} /> : <p className="text-muted">{t("cases_none")}</p>}
      {more && (
        <Link href={all.href} prefetch={false} className="link inline-block min-h-6 justify-self-start">
          {all.label}
        </Link>
      )}
    </Section>
  );
}
