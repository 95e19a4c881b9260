import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Period } from "@/db/queries/report-figures";
import type { ReportRequest } from "@/lib/model/report";

/** The days of a request as instants where the organisation works; the end is excluded. */
export function periodOf({ from, to }: Pick<ReportRequest, "from" | "to">, zone: string): Period {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: from === null ? null : startOf(Temporal.PlainDate.from(from)), until: to === null ? null : startOf(Temporal.PlainDate.from(to).add({ days: 1 })) };
}
