import "server-only";
import { Temporal } from "temporal-polyfill";
import type { ReportRequest } from "@/lib/model/report";
import type { Period } from "@/lib/reports/custody-phase";

/** The days of a request as instants of a zone; an end that lies ahead, or none, is now. */
export function periodOf({ from, to }: Pick<ReportRequest, "from" | "to">, zone: string, now: number): Period {
  const start = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(zone).epochMilliseconds;
  return { from: from === null ? null : start(from, 0), before: Math.min(now, to === null ? now : start(to, 1)) };
}
