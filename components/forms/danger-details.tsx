import type { ReactNode } from "react";

type Props = { title: string; /** What it does, before anything can be pressed. */ explain: string; /** Names the whole for tests; its summary is `action-<testId>`. */ testId: string; children: ReactNode };

/** A form that takes something away, folded so that nobody sends it by mistake. */
export function DangerDetails({ title, explain, testId, children }: Props) {
  return (
    <details className="max-w-2xl border-t border-line pt-3" data-testid={testId}>
      <summary className="link inline-flex min-h-11 items-center text-overdue sm:min-h-8" data-testid={`action-${testId}`}>
        {title}
      </summary>
      <div className="grid gap-3 pt-2">
        <p className="text-muted">{explain}</p>
        {children}
      </div>
    </details>
  );
}
