import { Temporal } from "temporal-polyfill";
import type { useTranslations } from "next-intl";
import { formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalendarItem } from "@/lib/model/calendar";
import { ruleKey } from "@/lib/release/explain";
import { basisOf, caseName } from "./case-words";
import { lastOf } from "./clock-words";

/** The words of all rooms, by their full key. */
export type AllWords = ReturnType<typeof useTranslations>;

const MOST_NAMED = 3;

/** "Release expected", "Time for an appeal ends"; of a window of which one side is known, that it is the first or the last that can be. */
export function whatWords(item: CalendarItem, t: AllWords): string {
  if (item.what !== "release") return t(`calendar.what.${item.what}`);
  const side = item.from === null ? "release_until" : item.to === null ? "release_from" : "release";
  return t(`calendar.what.${side}`);
}

/** Who it is about, by name: two or three cases, then how many more. */
export function whoWords({ cases }: CalendarItem, t: AllWords, dashboard: AllWords, locale: Locale): string {
  const named = cases.slice(0, MOST_NAMED).map((each) => caseName(each, dashboard, locale));
  const more = cases.length - named.length;
  return [...named, ...(more > 0 ? [t("calendar.others", { count: more })] : [])].join(", ");
}

/** What stands beside it: what people wrote, the kind of a ruling or a complaint, the rule of a limit. */
export function besideWords({ what, title, code }: CalendarItem, t: AllWords): string {
  if (title) return title;
  if (what === "ruling") return t(`vocab.order_kinds.${code}`);
  if (what === "answer") return t(`vocab.complaint_kinds.${code}`);
  const law = `law.title.${ruleKey(code)}`;
  return code && t.has(law) ? t(law) : "";
}

/** Where the expected release comes from and how sure it is; empty for anything else. */
export const basisWords = ({ release }: CalendarItem, dashboard: AllWords): string => (release ? dashboard(`basis.${basisOf(release)}`) : "");

/** The days or hours as far as known, on the clock of the place: as somebody recorded them, else from when to when; of what must be done by a date, that date. */
export function spanWords({ what, when, from, to, zone, release }: CalendarItem, dashboard: AllWords, locale: Locale): string {
  if (when !== null) return formatUncertain(when, locale, { compact: true });
  if (what !== "release" && from === null && to !== null) return deadlineWords(to, zone, locale);
  const day = formatWindow(from, to, zone, locale, { compact: true });
  return release?.expectedKind === "day" ? dashboard("release.all_day", { day }) : day;
}

/** By when something must be: the day that ends at an instant, else the minute itself, or with `exclusive` the minute before, which lasts until then. */
export function deadlineWords(at: number, zone: string, locale: Locale, exclusive = false): string {
  const last = lastOf(Temporal.Instant.fromEpochMilliseconds(at).toString(), zone);
  const shown = exclusive && last.includes("T") ? Temporal.PlainDateTime.from(last).subtract({ minutes: 1 }).toString({ smallestUnit: "minute" }) : last;
  return formatUncertain(shown, locale, { compact: true });
}

/** What leaves in a feed: references and our own words, and nothing that anybody wrote. */
export function feedWords(item: CalendarItem, t: AllWords): { summary: string; note: string } {
  const references = item.cases.slice(0, MOST_NAMED).map(({ reference }) => reference);
  const more = item.cases.length - references.length;
  const subject = [...references, ...(more > 0 ? [t("calendar.others", { count: more })] : [])].join(", ");
  return { summary: [subject, t(`calendar.feed.${item.what === "release" ? releaseKey(item) : item.what}`)].filter(Boolean).join(" · "), note: item.release ? t(`dashboard.basis.${basisOf(item.release)}`) : "" };
}

const releaseKey = ({ from, to }: CalendarItem): string => (from === null ? "release_until" : to === null ? "release_from" : "release");

/** Whether a feed shows it as tentative: what nobody computed by a confirmed rule. */
export const isDoubtful = ({ release }: CalendarItem): boolean => release !== undefined && basisOf(release) !== "computed" && basisOf(release) !== "override";
