import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; icon?: LucideIcon | undefined; action?: ReactNode; "data-testid"?: string | undefined };

/** Nothing to show: says so, and what to do next. */
export function EmptyState({ title, children, icon: Icon, action, ...rest }: Props) {
  return (
    <div className="grid justify-items-center gap-2 rounded-lg border border-dashed border-edge px-4 py-8 text-center" {...rest}>
      {Icon && <Icon aria-hidden className="size-7 text-muted" />}
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
