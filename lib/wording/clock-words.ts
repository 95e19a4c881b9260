import { Temporal } from "temporal-polyfill";
import type { useTranslations } from "next-intl";
import { formatDay, formatDuration, formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { RunningLimit } from "@/lib/model/case-summary";
import { isUncertainDate } from "@/lib/model/uncertain-date";
import type { EstimateAppeal, EstimateLimit } from "@/lib/release/estimate-facts";

/** The words of the namespace `release`. */
export type ReleaseWords = ReturnType<typeof useTranslations>;

/** "48 h before a judge". */
export const limitTitle = ({ hours, until }: Pick<RunningLimit, "hours" | "until">, t: ReleaseWords): string => t("clock.title", { hours, until });

/** "3 h 10 min left", "passed 2 h ago"; where the beginning is not known exactly, only what holds on every reading. */
export function timeLeft({ from, at }: Pick<RunningLimit, "from" | "at">, now: number, t: ReleaseWords, locale: Locale): string {
  const time = (ms: number) => formatDuration(ms, locale);
  if (at <= now) return t(from < at ? "clock.passed_at_least" : "clock.passed", { time: time(now - at) });
  if (from === at) return t("clock.left", { time: time(at - now) });
  return from <= now ? t("clock.maybe_passed", { time: time(at - now) }) : t("clock.left_between", { least: time(from - now), most: time(at - now) });
}

/** "48 h before a judge: 3 h 10 min left", for one row of a list. */
export const limitLine = (limit: RunningLimit, now: number, t: ReleaseWords, locale: Locale): string =>
  t("clock.line", { title: limitTitle(limit, t), state: timeLeft(limit, now, t, locale) });

export type ClockTone = "overdue" | "today" | "custody" | "released" | "neutral";

/** What a line about a legal limit says: where it stands, and the moment or step behind it. */
export type ClockLine = { state: string; detail: string; tone: ClockTone };

type Now = { now: number; zone: string; locale: Locale; t: ReleaseWords };

/** The state of a limit: a running one against now, any other as the engine judged it. Nobody who is out has a clock that runs. */
export function limitState(limit: EstimateLimit, outstanding: boolean, { now, zone, locale, t }: Now): ClockLine {
  const { state, until, exceededBy, earliestAt, at } = limit;
  const step = limit.stepWhen === null ? "" : t("clock.step", { kind: limit.stepKind ?? "", when: dateOrInstant(limit.stepWhen, zone, locale) });
  if (state === "open" && outstanding) {
    const clock = { from: earliestAt === null ? -Infinity : Date.parse(earliestAt), at: Date.parse(at) };
    const tone = clock.at <= now ? "overdue" : clock.from - now <= DAY_MS ? "today" : "custody";
    return { state: timeLeft(clock, now, t, locale), detail: `${t("clock.missing", { until })} · ${by(limit, zone, locale, t)}`, tone };
  }
  const detail = [step, by(limit, zone, locale, t)].filter(Boolean).join(" · ");
  if (state === "exceeded") {
    if (exceededBy === undefined) return { state: t("clock.exceeded_only"), detail, tone: "overdue" };
    const time = formatDuration(Temporal.Duration.from(exceededBy).total("milliseconds"), locale);
    return { state: t(isExact(limit) ? "clock.exceeded" : "clock.exceeded_at_least", { time }), detail, tone: "overdue" };
  }
  const tones = { open: "neutral", met: "released", possibly_exceeded: "today", unknown: "neutral" } as const;
  return { state: t(`clock.${state === "open" ? "unknown" : state}`), detail, tone: tones[state] };
}

const DAY_MS = 86_400_000;

/** Whether both ends of what was exceeded are known to the minute. */
const isExact = ({ earliestAt, at, stepWhen }: EstimateLimit): boolean => earliestAt !== null && Date.parse(earliestAt) === Date.parse(at) && /^[^/~]*T[^/~]*$/.test(stepWhen ?? "");

function by({ earliestAt, at }: EstimateLimit, zone: string, locale: Locale, t: ReleaseWords): string {
  const when = formatInstant(at, zone, locale, { weekday: true });
  if (earliestAt === null) return t("clock.by_latest", { when });
  if (Date.parse(earliestAt) === Date.parse(at)) return t("clock.by", { when });
  return t("clock.by_between", { from: formatInstant(earliestAt, zone, locale), when });
}

/** A date as far as known (empty where it is not), a calendar day, or an instant with an offset, in the zone of the place. */
export const dateOrInstant = (value: string, zone: string, locale: Locale): string => (value === "" || isUncertainDate(value) ? formatUncertain(value || null, locale) : formatInstant(value, zone, locale));

/** The last day or minute of a window that ends before `until`: a date as far as known. */
export function lastOf(until: string, zone: string): string {
  const end = Temporal.Instant.from(until).toZonedDateTimeISO(zone);
  const midnight = end.startOfDay().epochMilliseconds === end.epochMilliseconds;
  return midnight ? end.toPlainDate().subtract({ days: 1 }).toString() : end.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** "can be appealed until the end of 5 November 2019". */
export function appealWords(until: string, zone: string, locale: Locale, t: ReleaseWords): string {
  const last = lastOf(until, zone);
  return last.includes("T") ? t("clock.appeal.open_at", { date: formatUncertain(last, locale) }) : t("clock.appeal.open_day", { date: formatDay(last, locale) });
}

/** Where the time for an appeal stands. */
export function appealState({ until, filed }: EstimateAppeal, { now, zone, locale, t }: Now): ClockLine {
  if (filed !== null) return { state: t("clock.appeal.filed", { date: dateOrInstant(filed, zone, locale) }), detail: "", tone: "released" };
  const end = Date.parse(until);
  if (end <= now) return { state: t("clock.appeal.passed", { date: formatUncertain(lastOf(until, zone), locale) }), detail: "", tone: "neutral" };
  return { state: appealWords(until, zone, locale, t), detail: t("clock.left", { time: formatDuration(end - now, locale) }), tone: end - now <= 2 * DAY_MS ? "today" : "custody" };
}
