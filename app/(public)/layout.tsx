import type { ReactNode } from "react";
import { setLocaleAction } from "@/app/actions";
import { PublicShell } from "@/components/layout/public-shell";
import { currentLocale } from "@/lib/web/locale";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell setLocale={setLocaleAction} locale={await currentLocale()}>
      {children}
    </PublicShell>
  );
}
