import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "./class-names";

export type Tab = { href: string; label: string; count?: number | undefined; current?: boolean | undefined; testId?: string | undefined };

/** Tabs whose state is the address: they can be sent, opened in a new window and used without JavaScript. */
export function LinkTabs({ tabs, label }: { tabs: readonly Tab[]; label?: string | undefined }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={label ?? t("tabs")} className="border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              data-testid={tab.testId}
              className={classNames(
                "inline-flex min-h-11 items-center gap-1.5 border-b-3 px-3 no-underline sm:min-h-9 pointer-coarse:min-h-11",
                tab.current ? "border-accent font-semibold text-ink" : "border-transparent text-muted hover:border-edge hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="rounded-full bg-raised px-1.5 text-sm text-ink tabular-nums">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
