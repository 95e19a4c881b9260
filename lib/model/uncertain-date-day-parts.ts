import { Temporal } from "temporal-polyfill";
import type { DatePoint } from "./uncertain-date";

/**
 * Parts of a day as people name them, as wide as the word is used. `night` ("ночью 25 октября") is that of the small hours or the one that begins that evening: nobody can
 * tell, so both; `nightOf` is the same said with a noun, and beside two days the night between them; `nightInto` ("в ночь на 26 октября") is the one that ends that morning.
 */
export const dayParts = ["earlyHours", "dawn", "morning", "midday", "day", "afternoon", "evening", "night", "nightOf", "nightInto"] as const;
export type DayPart = (typeof dayParts)[number];

/** Half of the day that an hour beside the word is of; a part without one takes no hour. */
export type Half = "am" | "pm" | "day" | "evening" | "night";

type Edge = readonly [days: number, hour: number, minute: number];

/** From the first minute to the last, with days counted from the day that is named. */
const bounds: Record<DayPart, { from: Edge; to: Edge; half?: Half }> = {
  earlyHours: { from: [0, 0, 0], to: [0, 7, 0], half: "am" },
  dawn: { from: [0, 3, 0], to: [0, 9, 0], half: "am" },
  morning: { from: [0, 4, 0], to: [0, 12, 0], half: "am" },
  midday: { from: [0, 11, 0], to: [0, 15, 0] },
  day: { from: [0, 10, 0], to: [0, 18, 0], half: "day" },
  afternoon: { from: [0, 12, 0], to: [0, 18, 0], half: "pm" },
  evening: { from: [0, 17, 0], to: [0, 23, 59], half: "evening" },
  night: { from: [0, 0, 0], to: [1, 7, 0], half: "night" },
  nightOf: { from: [0, 0, 0], to: [1, 7, 0] },
  nightInto: { from: [-1, 19, 0], to: [0, 7, 0] },
};

export const halfOf = (part: DayPart): Half | undefined => bounds[part].half;

/** The first and the last minute of a part of a day that exists. */
export function partOfDay(day: { year: number; month: number; day: number }, part: DayPart, approximate: boolean): DatePoint[] {
  const { from, to } = bounds[part];
  return [from, to].map(([days, hour, minute]) => ({ ...dayFrom(day, days), hour, minute, approximate }));
}

/** An hour of the night into a day: late ones are of the evening before. Null for what is no hour of a night. */
export function hourOfNight(hour: number): { hour: number; days: 0 | -1 } | null {
  const clocked = onClock(hour, "night");
  if (clocked === null || (clocked > 7 && clocked < 19) || clocked > 23) return null;
  return { hour: clocked, days: clocked >= 19 ? -1 : 0 };
}

export function dayFrom({ year, month, day }: { year: number; month: number; day: number }, days: number): { year: number; month: number; day: number } {
  if (days === 0) return { year, month, day };
  const other = new Temporal.PlainDate(year, month, day).add({ days });
  return { year: other.year, month: other.month, day: other.day };
}

/** The 24-hour hour, or null for one that the half of the day cannot have; "16:00 in the afternoon" stays 16, "11 часов дня" 11. */
export function onClock(hour: number, half: Half): number | null {
  if (half === "pm") return hour < 12 ? hour + 12 : hour;
  if (half === "am") return hour > 12 ? null : hour % 12;
  if (half === "day") return hour >= 10 ? hour : hour >= 1 && hour <= 7 ? hour + 12 : null;
  if (half === "evening") return hour >= 16 ? hour : hour >= 4 && hour < 12 ? hour + 12 : null;
  return hour === 12 ? 0 : hour >= 7 && hour < 12 ? hour + 12 : hour;
}

/** Words for the parts, folded, English | Russian | Kazakh together; the longer before the shorter that it holds. */
export const dayPartPhrases: Record<DayPart, string> = {
  earlyHours: "in the early hours|in the small hours|early hours|small hours|после полуночи|тун ортасынан кейин",
  dawn: "early in the morning|early morning|at dawn|at daybreak|рано утром|ранним утром|под утро|на рассвете|танертен ерте|ерте танмен|тан ата|тан сариде|тан алдында",
  morning: "in the morning|morning|утром|утро|танертен|танертенгилик|таны|танында",
  midday: "at lunchtime|at lunch time|around midday|at midday|в обед|в обеденное время|тусте|туски уакытта",
  day: "in the daytime|during the day|днем|кундиз",
  afternoon: "in the afternoon|afternoon|после полудня|пополудни|после обеда|тустен кейин|тус ауа",
  evening: "late in the evening|late evening|in the evening|evening|поздно вечером|поздним вечером|вечером|вечер|кешке|кешкисин|кешкурым|кешинде|кеши",
  night: "at night|ночью|тунде|тунделетип",
  nightOf: "overnight|night|ночь|туни|тунинде",
  nightInto: "night into|overnight into|в ночь на|ночь на|ночью на|караган туни|караган тунинде|караган тунде",
};
