import type { ReactNode } from "react";
import AppLayout from "@/app/(app)/layout";
import { setLocaleAction } from "@/app/actions";
import { PublicShell } from "@/components/layout/public-shell";
import { findActor } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";

/** Pages that may be open to everybody: whoever is signed in stays in the application around them. */
export default async function OpenLayout({ children }: { children: ReactNode }) {
  if (await findActor()) return <AppLayout>{children}</AppLayout>;
  return (
    <PublicShell setLocale={setLocaleAction} locale={await currentLocale()} wide>
      {children}
    </PublicShell>
  );
}
