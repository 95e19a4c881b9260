"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Theme } from "@/lib/model/vocabularies";
import { AccountMenu } from "./account-menu";
import type { ShellAccount, ShellActions } from "./account-menu";
import { Bell, type ShellBell } from "./bell";
import { SideBar, TabBar } from "./navigation";
import type { NavItem } from "./navigation";
import { SearchForm } from "./search-form";
import { SkipLink } from "./skip-link";

type Props = {
  /** In order of use: the first four stand in the bar of a phone. */
  nav: readonly NavItem[];
  account: ShellAccount;
  bell?: ShellBell | undefined;
  actions: ShellActions;
  locale: Locale;
  theme: Theme;
  children: ReactNode;
};

/** What surrounds every page of a signed-in person. Drawn from a few strings in the browser too: markup in the page's data would weigh three times as much. */
export function AppShell({ nav, account, bell, actions, locale, theme, children }: Props) {
  const t = useTranslations("common");
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-b border-line bg-surface px-3 sm:px-4 print:hidden">
        <Link href="/" prefetch={false} className="flex min-h-11 items-center text-lg font-bold text-accent no-underline lg:w-49" data-testid="home">
          {t("product")}
        </Link>
        <SearchForm />
        <div className="ms-auto flex items-center gap-1">
          {bell && <Bell {...bell} />}
          <AccountMenu account={account} locale={locale} theme={theme} actions={actions} />
        </div>
      </header>
      <div className="flex">
        <SideBar items={nav} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-3 pt-4 pb-24 sm:px-6 lg:pb-10 print:p-0">
          <div className="mx-auto grid max-w-6xl gap-5 [grid-template-columns:minmax(0,1fr)]">{children}</div>
        </main>
      </div>
      <TabBar items={nav} />
    </>
  );
}
