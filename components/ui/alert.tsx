import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { Tone } from "./class-names";
import { toneIcons } from "./tone-icons";

const inks: Record<Tone, string> = { overdue: "text-overdue", today: "text-today", custody: "text-custody", released: "text-released", neutral: "text-muted" };

type Props = { tone?: Tone | undefined; title?: string | undefined; children?: ReactNode; role?: "alert" | "status" | undefined; "data-testid"?: string | undefined };

/** A message about the page. `role` only for what appears after the page was drawn. */
export function Alert({ tone = "neutral", title, children, role, ...rest }: Props) {
  const t = useTranslations("common.alert");
  const Icon = toneIcons[tone];
  return (
    <div role={role} className={classNames("notice flex gap-2.5", tone !== "neutral" && `notice-${tone}`)} {...rest}>
      <Icon role="img" aria-label={t(tone)} className={classNames("mt-0.5 size-5 shrink-0", inks[tone])} />
      <div className="min-w-0 wrap-anywhere">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
