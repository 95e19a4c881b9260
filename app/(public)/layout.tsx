import type { Metadata } from "next";
import type { ReactNode } from "react";
import { setLocaleAction } from "@/app/actions";
import { PublicShell } from "@/components/layout/public-shell";
import { currentLocale } from "@/lib/web/locale";

// Under the server's "no-referrer" a browser sends "Origin: null" with a form that JavaScript does not send, and such a form would be refused.
export const metadata: Metadata = { referrer: "same-origin" };

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell setLocale={setLocaleAction} locale={await currentLocale()}>
      {children}
    </PublicShell>
  );
}
