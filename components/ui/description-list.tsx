import type { ReactNode } from "react";

export type Fact = { key: string; label: string; value: ReactNode; testId?: string | undefined };

/** Facts as label and value; beside each other where there is room. */
export function DescriptionList({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 | undefined }) {
  return (
    <dl className={columns === 2 ? "grid gap-x-8 lg:grid-cols-2" : "grid"}>
      {facts.map(({ key, label, value, testId }) => (
        <div key={key} className="grid gap-x-4 border-t border-line py-1.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere" data-testid={testId}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
