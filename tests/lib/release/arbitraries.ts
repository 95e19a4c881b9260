import fc from "fast-check";
import type { StartInput, Term } from "@/lib/release/types";

export const runs = { numRuns: 1000 };

export const zone = fc.constantFrom("Asia/Almaty", "Asia/Aqtobe", "Asia/Qyzylorda", "Europe/Moscow", "Europe/Berlin", "America/Santiago", "Pacific/Kiritimati", "UTC");

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");
const dayMs = 86_400_000;
const firstDay = Date.UTC(1960, 0, 1) / dayMs;

export const dateAt = (offset: number): string => new Date((firstDay + offset) * dayMs).toISOString().slice(0, 10);
export const dayOffset = fc.integer({ min: 0, max: 25_000 });
export const date = dayOffset.map(dateAt);
export const time = fc.record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) }).map(({ h, m }) => `${pad(h)}:${pad(m)}`);

/** An exact moment, written with an offset so that it exists in every zone. */
export const instantText = fc.tuple(date, time).map(([day, clock]) => `${day}T${clock}:00Z`);

export const dayTerm: fc.Arbitrary<Term> = fc.record({ d: fc.integer({ min: 1, max: 400 }) });
export const plainTerm: fc.Arbitrary<Term> = fc.record({ d: fc.integer({ min: 1, max: 400 }), h: fc.integer({ min: 0, max: 100 }) });
export const anyTerm: fc.Arbitrary<Term> = fc
  .record({
    y: fc.integer({ min: 0, max: 5 }),
    m: fc.integer({ min: 0, max: 20 }),
    w: fc.integer({ min: 0, max: 5 }),
    d: fc.integer({ min: 0, max: 40 }),
    h: fc.integer({ min: 0, max: 60 }),
  })
  .filter((term) => Object.values(term).some((value) => value > 0));
export const calendarTerm = anyTerm.map((term): Term => ({ ...term, h: 0, d: (term.d ?? 0) + 1 }));

export const minuteStart = instantText.map((at): StartInput => ({ precision: "minute", at }));
export const dayStart = date.map((day): StartInput => ({ precision: "day", date: day }));
export const rangeStart = fc
  .tuple(dayOffset, fc.integer({ min: 0, max: 70 }))
  .map(([from, length]): StartInput => ({ precision: "range", from: dateAt(from), to: dateAt(from + length) }));
export const anyStart = fc.oneof(minuteStart, dayStart, rangeStart);

export const convention = fc.constantFrom("ELAPSED_24H" as const, "SAME_WALL_CLOCK" as const, "INCLUSIVE_DAYS" as const, "EXCLUSIVE_DAYS" as const);
export const dayConvention = fc.constantFrom("INCLUSIVE_DAYS" as const, "EXCLUSIVE_DAYS" as const);
export const ratio = fc.constantFrom("1/1", "3/2", "2/1", "1/2", "1/3");
export const credit = fc.oneof(
  fc.record({ days: fc.integer({ min: 0, max: 300 }), ratio }),
  fc.tuple(dayOffset, fc.integer({ min: 0, max: 90 }), ratio).map(([from, length, rate]) => ({ from: dateAt(from), to: dateAt(from + length), ratio: rate })),
);
export const interruption = fc.oneof(
  fc.record({ days: fc.integer({ min: 0, max: 60 }) }),
  fc.tuple(dayOffset, fc.integer({ min: 0, max: 30 })).map(([from, length]) => ({ from: dateAt(from), to: dateAt(from + length) })),
);
