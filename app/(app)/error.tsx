"use client";

import { FailureNotice } from "@/components/access/failure-notice";

/** The same message inside the navigation. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailureNotice digest={error.digest} again={reset} />;
}
