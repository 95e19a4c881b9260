"use client";

import { CalendarDays, CircleAlert, CircleHelp, Clock, Hourglass, Lock, MapPinOff } from "lucide-react";
import Link from "next/link";

const looks = {
  outstanding: { icon: Lock, ink: "text-custody" },
  due_today: { icon: Clock, ink: "text-today" },
  overdue: { icon: CircleAlert, ink: "text-overdue" },
  limits: { icon: Hourglass, ink: "text-today" },
  next7: { icon: CalendarDays, ink: "text-muted" },
  term_unknown: { icon: CircleHelp, ink: "text-muted" },
  whereabouts_unknown: { icon: MapPinOff, ink: "text-muted" },
} as const;

export type CountBox = { view: keyof typeof looks; href: string; label: string; figure: string };

/** Drawn in the browser too, so that the page's data holds words and figures and no drawings. */
export function CountBoxes({ boxes, current, label }: { boxes: readonly CountBox[]; current: string; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 xl:grid-cols-7">
        {boxes.map(({ view, href, label: words, figure }) => {
          const { icon: Icon, ink } = looks[view];
          return (
            <li key={view} className="first:col-span-2 xl:first:col-span-1">
              <Link href={href} prefetch={false} aria-current={view === current ? "true" : undefined} className="count-box" data-testid={`count-${view}`}>
                <span className="flex items-center gap-1.5 text-sm">
                  <Icon aria-hidden className={`size-4 shrink-0 ${ink}`} />
                  {words}
                </span>{" "}
                <strong className="text-2xl tabular-nums" data-testid={`figure-${view}`}>
                  {figure}
                </strong>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
