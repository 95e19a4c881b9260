import { CalendarRange, CirclePlus, CircleUser, FileText, LayoutDashboard, ListChecks, ScrollText, Settings, Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { setLocaleAction, setThemeAction, signOutAction } from "@/app/actions";
import { AppShell } from "@/components/layout/app-shell";
import type { NavItem } from "@/components/layout/navigation";
import { can, type Actor } from "@/lib/model/permissions";
import { findActor } from "@/lib/web/actor";
import { currentLocale, currentTheme } from "@/lib/web/locale";

const actions = { setLocale: setLocaleAction, setTheme: setThemeAction, signOut: signOutAction as () => Promise<void> };

/** Navigation only: pages and services decide who sees what. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const signedIn = await findActor();
  if (!signedIn) return children;
  const { actor } = signedIn;
  const vocab = await getTranslations("vocab");
  const account = { name: actor.name, role: vocab(`roles.${actor.role}`), href: "/account" };
  return (
    <AppShell nav={await navOf(actor)} account={account} actions={actions} locale={await currentLocale()} theme={await currentTheme()}>
      {children}
    </AppShell>
  );
}

async function navOf(actor: Actor): Promise<NavItem[]> {
  const t = await getTranslations("access.nav");
  const item = (key: string, href: string, icon: ReactNode, allowed = true): NavItem[] => (allowed ? [{ key, href, label: t(key), icon }] : []);
  return [
    ...item("dashboard", "/", <LayoutDashboard aria-hidden />),
    ...item("cases", "/cases", <ListChecks aria-hidden />, can(actor, "case.read")),
    ...item("new", "/cases/new", <CirclePlus aria-hidden />, can(actor, "case.write")),
    ...item("people", "/people", <Users aria-hidden />, can(actor, "person.read")),
    ...item("events", "/events", <CalendarRange aria-hidden />, can(actor, "event.read")),
    ...item("sources", "/sources", <FileText aria-hidden />, can(actor, "source.read")),
    ...item("account", "/account", <CircleUser aria-hidden />),
    ...item("admin", "/admin", <Settings aria-hidden />, can(actor, "user.manage")),
    ...item("audit", "/audit", <ScrollText aria-hidden />, can(actor, "audit.read")),
  ];
}
