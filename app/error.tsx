"use client";

import { FailureNotice } from "@/components/access/failure-notice";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-10">
      <FailureNotice digest={error.digest} again={reset} />
    </main>
  );
}
