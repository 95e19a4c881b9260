import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Period } from "@/db/queries/report-figures";
import type { ReportRequest } from "@/lib/model/report";

/** The days of a request as instants where the organisation works, open where it is open; the end is excluded. */
export function openPeriodOf({ from, to }: Pick<ReportRequest, "from" | "to">, zone: string): Period {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: from === null ? null : startOf(Temporal.PlainDate.from(from)), until: to === null ? null : startOf(Temporal.PlainDate.from(to).add({ days: 1 })) };
}
