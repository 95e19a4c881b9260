import type { Temporal } from "temporal-polyfill";
import { type DayPart, type Half, halfOf, onClock } from "./uncertain-date-day-parts";
import type { DateToken } from "./uncertain-date-tokens";
import type { DateMark } from "./uncertain-date-words";

/** What one side of a typed date says, before missing fields are lent to it; `part` 0, 1, 2 is early, mid, late. */
export type TypedSide = {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  hour?: number | undefined;
  minute?: number | undefined;
  weekday?: number | undefined;
  part?: 0 | 1 | 2 | undefined;
  dayPart?: DayPart | undefined;
  approximate: boolean;
};

type NumberToken = Extract<DateToken, { kind: "number" }>;
type DottedToken = Extract<DateToken, { kind: "dotted" }>;

/**
 * Gathers the fields of one point in whatever order they stand; null when something is left over or said twice.
 * `timeExpected` reads a lone `18.10` after "16.00 –" as an hour.
 */
export function readSide(tokens: DateToken[], today: Temporal.PlainDate, timeExpected = false): TypedSide | "impossible_time" | null {
  const gathered = new Gathering(timeExpected);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const used = gathered.take(token, tokens.slice(0, index), tokens.slice(index + 1), today);
    if (used === 0) return null;
    index += used - 1;
  }
  return gathered.finish();
}

class Gathering {
  private readonly side: TypedSide = { approximate: false };
  private readonly loose: { token: NumberToken; beforeMonth: boolean; afterMonth: boolean }[] = [];
  private readonly dotted: { token: DottedToken; isTime: boolean }[] = [];
  private half: Half | undefined;

  constructor(private readonly timeExpected: boolean) {}

  /** Returns how many tokens were used; 0 when this one makes no sense here. */
  take(token: DateToken, before: DateToken[], after: DateToken[], today: Temporal.PlainDate): number {
    const last = before.at(-1);
    switch (token.kind) {
      case "date":
        return this.set({ year: token.year, month: token.month, day: token.day }) ? 1 : 0;
      case "time":
        return this.set({ hour: token.hour, minute: token.minute }) ? 1 : 0;
      case "month":
        return this.set({ month: token.month }) ? 1 : 0;
      case "weekday":
        return this.set({ weekday: token.weekday }) ? 1 : 0;
      case "part":
        return this.set({ part: token.part }) ? 1 : 0;
      case "dayPart":
        return this.set({ dayPart: token.part }) ? 1 : 0;
      case "relative": {
        const day = today.add({ days: token.days });
        return this.set({ year: day.year, month: day.month, day: day.day }) ? 1 : 0;
      }
      case "dotted":
        this.dotted.push({ token, isTime: isMark(last, "at") || isMark(last, "hour") || isMark(after[0], "hour") });
        return 1;
      case "number":
        return this.number(token, before, after);
      case "mark":
        return this.mark(token.mark, last) ? 1 : 0;
    }
  }

  finish(): TypedSide | "impossible_time" | null {
    if (!this.placeNumbers() || !this.placeDotted()) return null;
    if (this.half !== undefined) {
      if (this.side.hour === undefined) return null;
      const hour = onClock(this.side.hour, this.half);
      if (hour === null) return "impossible_time";
      this.side.hour = hour;
    }
    const refused = this.placeHourInPart();
    if (refused !== undefined) return refused;
    const { year, month, day, hour } = this.side;
    return this.side.dayPart === undefined && [year, month, day, hour].every((field) => field === undefined) ? null : this.side;
  }

  /** An hour beside a part of a day is that hour in that half of it; the night into a day keeps its part, for its late hours are of the evening before, and so does one that two days may be told of. */
  private placeHourInPart(): "impossible_time" | null | undefined {
    const { dayPart, hour } = this.side;
    if (dayPart === undefined || hour === undefined || dayPart === "nightInto" || dayPart === "nightOf") return undefined;
    const half = halfOf(dayPart);
    if (half === undefined || this.half !== undefined) return null;
    const clocked = onClock(hour, half);
    if (clocked === null) return "impossible_time";
    Object.assign(this.side, { hour: clocked, dayPart: undefined });
    return undefined;
  }

  private number(token: NumberToken, before: DateToken[], after: DateToken[]): number {
    const last = before.at(-1);
    const [next, following, afterFollowing] = after;
    if (isMark(next, "year")) return this.set({ year: token.digits === 2 ? 2000 + token.value : token.value }) ? 2 : 0;
    const minutes = following?.kind === "number" && isMark(afterFollowing, "minute") ? following.value : undefined;
    const hourFollows = isMark(next, "hour") && token.digits <= 2 && last?.kind !== "month";
    if (hourFollows && minutes !== undefined) return this.set({ hour: token.value, minute: minutes }) ? 4 : 0;
    if (hourFollows && !isTimeLike(following)) return this.set({ hour: token.value, minute: 0 }) ? 2 : 0;
    const isHour = token.digits <= 2 && (isMark(last, "hour") || isHalf(next) || isHourInPart(before, next) || (isMark(last, "at") && next?.kind !== "month"));
    if (isHour) return this.set({ hour: token.value, minute: 0 }) ? 1 : 0;
    this.loose.push({ token, beforeMonth: next?.kind === "month", afterMonth: last?.kind === "month" });
    return 1;
  }

  private mark(mark: DateMark, last: DateToken | undefined): boolean {
    if (mark === "about") this.side.approximate = true;
    else if (isHalfMark(mark)) this.half = mark;
    else if (mark === "year") return last?.kind === "date";
    else return mark === "at" || mark === "hour";
    return true;
  }

  /** Beside a month the nearer number is the day; four digits are a year; after a whole date a number is the hour. */
  private placeNumbers(): boolean {
    const long = this.loose.filter(({ token }) => token.digits === 4);
    const short = this.loose.filter(({ token }) => token.digits <= 2);
    if (long.length + short.length !== this.loose.length) return false;
    for (const { token } of long) if (!this.set({ year: token.value })) return false;
    const day = this.side.day === undefined ? (short.find((one) => one.beforeMonth) ?? short.find((one) => one.afterMonth) ?? short[0]) : undefined;
    if (day !== undefined) this.set({ day: day.token.value });
    return short.every((one) => one === day || this.placeSpare(one.token));
  }

  private placeSpare(token: NumberToken): boolean {
    const { year, month, hour, dayPart } = this.side;
    if (month === undefined) return false;
    // "Вечером 25 октября 19" may be seven o'clock or 2019.
    if (year === undefined && hour === undefined && dayPart !== undefined) return token.value <= 12 && this.set({ hour: token.value, minute: 0 });
    if (hour === undefined && (year !== undefined || this.half !== undefined)) return this.set({ hour: token.value, minute: 0 });
    return token.digits === 2 && this.set({ year: 2000 + token.value });
  }

  private placeDotted(): boolean {
    const hasDate = this.side.month !== undefined || this.side.day !== undefined;
    const dateAt = hasDate ? -1 : this.dotted.findIndex(({ token, isTime }) => !isTime && this.looksLikeDay(token));
    return this.dotted.every(({ token }, index) =>
      index === dateAt
        ? this.set({ day: token.first, month: token.second })
        : this.set({ hour: token.first, minute: token.second }),
    );
  }

  private looksLikeDay(token: DottedToken): boolean {
    if (this.timeExpected && this.dotted.length === 1) return false;
    const fits = token.first >= 1 && token.first <= 31 && token.second >= 1 && token.second <= 12;
    return fits || (token.first > 23 && token.second !== 0);
  }

  private set(fields: Partial<TypedSide>): boolean {
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      if (this.side[name as keyof TypedSide] !== undefined) return false;
      Object.assign(this.side, { [name]: value });
    }
    return true;
  }
}

function isMark(token: DateToken | undefined, mark: DateMark): boolean {
  return token?.kind === "mark" && token.mark === mark;
}

const halves: ReadonlySet<string> = new Set<Half>(["am", "pm", "day", "evening", "night"]);

function isHalfMark(mark: DateMark): mark is Half {
  return halves.has(mark);
}

function isHalf(token: DateToken | undefined): boolean {
  return token?.kind === "mark" && isHalfMark(token.mark);
}

/** "8 in the evening", but not "October 8 in the evening", where the month has no other day. */
function isHourInPart(before: DateToken[], next: DateToken | undefined): boolean {
  if (next?.kind !== "dayPart" || halfOf(next.part) === undefined) return false;
  const earlier = before.at(-2);
  return before.at(-1)?.kind !== "month" || (earlier?.kind === "number" && earlier.digits <= 2);
}

function isTimeLike(token: DateToken | undefined): boolean {
  return token?.kind === "time" || token?.kind === "dotted" || token?.kind === "number";
}
