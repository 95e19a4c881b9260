"use client";

import { FailureNotice } from "@/components/access/failure-notice";
import "./globals.css";

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <main id="main" className="mx-auto max-w-xl px-4 py-10">
          <FailureNotice digest={error.digest} again={reset} />
        </main>
      </body>
    </html>
  );
}
