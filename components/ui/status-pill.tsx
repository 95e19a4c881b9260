import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { Tone } from "./class-names";
import { toneIcons } from "./tone-icons";

const looks: Record<Tone, string> = {
  overdue: "border-overdue bg-overdue-tint text-overdue",
  today: "border-today bg-today-tint text-today",
  custody: "border-custody bg-custody-tint text-custody",
  released: "border-released bg-released-tint text-released",
  neutral: "border-edge bg-raised text-ink",
};

type Props = { tone: Tone; children: ReactNode; icon?: LucideIcon | undefined; className?: string | undefined; "data-testid"?: string | undefined };

/** A state in one glance: colour, icon and word together. */
export function StatusPill({ tone, icon, children, className, ...rest }: Props) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span
      className={classNames("inline-flex items-center gap-1 rounded-full border px-2 py-0.5 text-sm font-medium", looks[tone], className)}
      data-tone={tone}
      {...rest}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
