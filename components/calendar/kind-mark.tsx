import { CalendarClock, CircleCheck, DoorOpen, Gavel, type LucideIcon } from "lucide-react";
import type { CalendarKind } from "@/lib/model/vocabularies";

const icons: Record<CalendarKind, LucideIcon> = { release: DoorOpen, court: Gavel, deadline: CalendarClock, task: CircleCheck };

/** The picture of a kind of date; the word stands beside it. */
export function KindMark({ kind }: { kind: CalendarKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-muted" />;
}
