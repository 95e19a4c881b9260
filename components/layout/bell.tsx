import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";

/** `shown` is how many notices are new, empty where none is; `label` says the same in words. */
export type ShellBell = { href: string; label: string; shown: string };

/** The way to what is new, with how much there is. */
export function Bell({ href, label, shown }: ShellBell) {
  return (
    <Link href={href} prefetch={false} aria-label={label} className="relative inline-flex size-11 items-center justify-center rounded-md text-ink hover:bg-raised" data-testid="bell">
      <BellIcon aria-hidden className="size-5" />
      {shown && (
        <span aria-hidden className="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-overdue px-1 text-center text-xs font-semibold text-on-overdue tabular-nums" data-testid="bell-count">
          {shown}
        </span>
      )}
    </Link>
  );
}
