import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { caseName } from "@/lib/wording/case-words";
import type { Locale } from "@/lib/i18n/locales";

/** The case that a task belongs to, as its name needs it. */
export type TaskCase = { id: string; reference: string } & Parameters<typeof caseName>[0];

export function CaseOfTask({ about }: { about: TaskCase }) {
  const t = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  return (
    <p className="text-sm">
      <Link href={`/cases/${about.id}`} prefetch={false} className="link inline-block min-h-6">
        {caseName(about, t, locale)}
      </Link>{" "}
      <span className="whitespace-nowrap text-muted tabular-nums">{about.reference}</span>
    </p>
  );
}
