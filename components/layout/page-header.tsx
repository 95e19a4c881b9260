import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { href: string; label: string };

type Props = {
  title: ReactNode;
  /** From the outside in, without the page itself. */
  breadcrumbs?: readonly Crumb[] | undefined;
  actions?: ReactNode;
  /** A line or a few facts below the title. */
  children?: ReactNode;
};

/** The heading of a page, where it lies, and what can be done there. */
export function PageHeader({ title, breadcrumbs = [], actions, children }: Props) {
  const t = useTranslations("common");
  return (
    <header className="grid gap-2">
      {breadcrumbs.length > 0 && (
        <nav aria-label={t("breadcrumbs")} className="text-sm print:hidden">
          <ol className="flex flex-wrap gap-x-1.5">
            {breadcrumbs.map(({ href, label }) => (
              <li key={href} className="not-last:after:ms-1.5 not-last:after:text-muted not-last:after:content-['/']">
                <Link href={href} prefetch={false} className="link inline-block min-h-6">
                  {label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="min-w-0 wrap-anywhere" data-testid="page-title">
          {title}
        </h1>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
