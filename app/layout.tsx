import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { currentTheme } from "@/lib/web/locale";
import "./globals.css";

// A nonce can only be put into a page that is rendered for its request.
export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Erkin", robots: { index: false, follow: false } };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} data-theme={await currentTheme()} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
