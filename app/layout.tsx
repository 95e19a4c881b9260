import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { currentTheme } from "@/lib/web/locale";
import "./globals.css";

// A nonce can only be put into a page that is rendered for its request.
export const dynamic = "force-dynamic";

// The server's "no-referrer" alone would make a browser send "Origin: null" with a form that JavaScript does not send, and it would be refused.
export const metadata: Metadata = { title: "Erkin", robots: { index: false, follow: false }, referrer: "same-origin" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} data-theme={await currentTheme()} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
