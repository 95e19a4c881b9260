import { Temporal } from "temporal-polyfill";
import type { useTranslations } from "next-intl";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NoticeItem } from "@/lib/model/notice";
import { ruleKey } from "@/lib/release/explain";
import { deadlineWords } from "./calendar-words";

/** The words of all rooms, by their full key. */
type AllWords = ReturnType<typeof useTranslations>;

/** The day or minute that a notice is about, on the clock of the place; empty where there is none. */
export function aboutWords({ kind, about, zone }: Pick<NoticeItem, "kind" | "about" | "zone">, locale: Locale): string {
  if (about === null) return "";
  const opens = kind === "due_tomorrow" || kind === "due_today" || kind === "stated_differs";
  // A window is told by its first instant, a date by which something must be by the last one before it.
  return opens ? formatUncertain(firstOf(about, zone), locale, { compact: true }) : deadlineWords(about, zone, locale, kind !== "limit");
}

/** Which limit it is that runs out; empty for anything else. */
export function ruleWords({ rule }: Pick<NoticeItem, "rule">, t: AllWords): string {
  const key = `law.title.${ruleKey(rule)}`;
  return rule && t.has(key) ? t(key) : "";
}

function firstOf(at: number, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.startOfDay().epochMilliseconds === at ? there.toPlainDate().toString() : there.toPlainDateTime().toString({ smallestUnit: "minute" });
}
