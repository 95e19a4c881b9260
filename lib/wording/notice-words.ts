import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NoticeItem } from "@/lib/model/notice";
import { Temporal } from "temporal-polyfill";
import { lastOf } from "./clock-words";

/** The day or minute that a notice is about, on the clock of the place; empty where there is none. */
export function aboutWords({ kind, about, zone }: Pick<NoticeItem, "kind" | "about" | "zone">, locale: Locale): string {
  if (about === null) return "";
  const opens = kind === "due_tomorrow" || kind === "due_today" || kind === "stated_differs";
  // A window is told by its first instant, a date by which something must be by the last one before it.
  return formatUncertain(opens ? firstOf(about, zone) : lastOf(Temporal.Instant.fromEpochMilliseconds(about).toString(), zone), locale, { compact: true });
}

function firstOf(at: number, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.startOfDay().epochMilliseconds === at ? there.toPlainDate().toString() : there.toPlainDateTime().toString({ smallestUnit: "minute" });
}
