import { useLocale } from "next-intl";
import { LimitClocks } from "@/components/release/limit-clocks";
import { OfferLink } from "@/components/tasks/offer-link";
import { zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import type { CaseFrame } from "./case-facts";

type Props = { frame: CaseFrame; orders: readonly { order: { id: string; date: string | null } }[]; tasks: readonly TaskItem[] };

/** Whether a limit of somebody who is inside still waits for its step: then the limits are what a reader must see first. */
export const limitsRun = ({ estimate, item }: CaseFrame): boolean => item.outstanding && (estimate?.limits ?? []).some(({ state }) => state === "open");

/** The clocks of a case, each with the way to a task. */
export function LegalLimits({ frame, orders, tasks }: Props) {
  const locale = useLocale() as Locale;
  const { estimate, item, now, homeZone } = frame;
  if (!estimate) return null;
  return (
    <LimitClocks
      limits={estimate.limits}
      appeals={estimate.appeals}
      zone={item.zone}
      now={now}
      outstanding={item.outstanding}
      zoneNote={zoneNote(item.zone, homeZone, estimate.limits[0]?.at ?? now, locale)}
      orderDate={(id) => orders.find(({ order }) => order.id === id)?.order.date ?? null}
      action={(key, open) => <OfferLink frame={frame} originKey={key} tasks={tasks} offered={open} />}
    />
  );
}
