import type { ReactNode } from "react";

/** A small neutral label: a kind, a precision, a count. States use `StatusPill`. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="inline-block rounded-sm whitespace-nowrap bg-raised px-1.5 py-px text-sm text-ink">{children}</span>;
}
