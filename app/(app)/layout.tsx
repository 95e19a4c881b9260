import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { setLocaleAction, setThemeAction, signOutAction } from "@/app/actions";
import { AppShell } from "@/components/layout/app-shell";
import { ClientWords } from "@/components/layout/client-words";
import type { NavKey } from "@/components/layout/nav-keys";
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
    <ClientWords namespaces={["common"]}>
      <AppShell nav={await navOf(actor)} account={account} actions={actions} locale={await currentLocale()} theme={await currentTheme()}>
        {children}
      </AppShell>
    </ClientWords>
  );
}

async function navOf(actor: Actor): Promise<NavItem[]> {
  const t = await getTranslations("access.nav");
  const item = (key: NavKey, href: string, allowed = true): NavItem[] => (allowed ? [{ key, href, label: t(key) }] : []);
  return [
    ...item("dashboard", "/"),
    ...item("cases", "/cases", can(actor, "case.read")),
    ...item("new", "/cases/new", can(actor, "case.write")),
    ...item("tasks", "/tasks", can(actor, "task.read")),
    ...item("people", "/people", can(actor, "person.read")),
    ...item("over_detention", "/over-detention", can(actor, "case.read")),
    ...item("allegations", "/allegations", can(actor, "case.read")),
    ...item("events", "/events", can(actor, "event.read")),
    ...item("institutions", "/institutions", can(actor, "institution.read")),
    ...item("sources", "/sources", can(actor, "source.read")),
    ...item("files", "/files", can(actor, "file.read")),
    ...item("reports", "/reports", can(actor, "report.read")),
    ...item("imports", "/imports", can(actor, "import.make")),
    ...item("calculator", "/calculator", can(actor, "calculator.use")),
    ...item("rules", "/rules", can(actor, "rule.read")),
    ...item("account", "/account"),
    ...item("admin", "/admin", can(actor, "user.manage")),
    ...item("audit", "/audit", can(actor, "audit.read")),
  ];
}
