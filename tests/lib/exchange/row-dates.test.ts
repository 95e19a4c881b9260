import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remembering } from "@/lib/exchange/remembering";
import { endsBefore, isAfter, readDate, spanAfter } from "@/lib/exchange/row-dates";
import { boundsOf } from "@/lib/model/uncertain-date";
import { anyUncertainDate } from "../model/uncertain-date-arbitrary";

const zones = fc.constantFrom("Asia/Almaty", "Pacific/Apia", "America/St_Johns", "Pacific/Kiritimati");

describe("dates of a row", () => {
  it("lie after an instant, or before one another, as their bounds say", () => {
    const near = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -720, max: 720 }));
    fc.assert(
      fc.property(anyUncertainDate, anyUncertainDate, zones, near, (when, other, zone, [days, minutes]) => {
        const [one, two] = [boundsOf(when, zone), boundsOf(other, zone)];
        const instant = (one.earliest ?? one.latest ?? 0) + days * 86_400_000 + minutes * 60_000;
        expect(isAfter(when, zone, instant)).toBe(one.earliest !== null && one.earliest > instant);
        expect(endsBefore(when, other, zone)).toBe(one.latest !== null && two.earliest !== null && one.latest < two.earliest);
      }),
      { numRuns: 1000 },
    );
  });

  it("ask for the year of the row only where they have none of their own", () => {
    const context = { today: "2026-11-27", relative: false };
    const never = () => {
      throw new Error("asked");
    };
    expect(readDate("12 марта 2019, 14:05", "Asia/Almaty", context, never)).toEqual({ when: "2019-03-12T14:05", lent: false, code: null });
    expect(readDate("12 марта", "Asia/Almaty", context, spanAfter("2019-03-10", "Asia/Almaty"))).toEqual({ when: "2019-03-12", lent: true, code: null });
    expect(readDate("12 марта", "Asia/Almaty", context, spanAfter(null, "Asia/Almaty"))).toEqual({ when: "2026-03-12", lent: true, code: null });
    expect(readDate("32 марта", "Asia/Almaty", context)).toEqual({ when: null, lent: false, code: "impossible_date" });
    expect(readDate("вчера", "Asia/Almaty", context)).toEqual({ when: null, lent: false, code: "unreadable_date" });
    expect(readDate("26.03.2023 02:30", "Europe/Berlin", context)).toEqual({ when: null, lent: false, code: "nonexistent_time" });
  });

  it("are remembered, but no more of them than was said", () => {
    const asked: string[] = [];
    const answer = remembering(2, (text) => {
      asked.push(text);
      return text.length;
    });
    expect(["a", "a", "bb", "c", "a"].map(answer)).toEqual([1, 1, 2, 1, 1]);
    expect(asked).toEqual(["a", "bb", "c", "a"]);
  });
});
