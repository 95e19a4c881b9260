import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { dateText } from "@/lib/model/civil";
import { compute } from "@/lib/release/compute";
import type { Facts } from "@/lib/release/facts";
import { impliedStart } from "@/lib/release/inverse";
import { outcome } from "@/lib/release/outcome";
import { boundsOfSpan, datesOfSpan } from "@/lib/release/spans";
import { replay } from "@/lib/release/trace";
import type { Convention, Span, Term } from "@/lib/release/types";
import * as any from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 });

const endOf = (facts: Facts): Span => {
  const { end } = outcome(facts).state;
  if (end === null) throw new Error("nothing was computed");
  return end;
};
const bounds = (facts: Facts) => {
  const { lo, hi } = boundsOfSpan(endOf(facts), facts.tz);
  return { lo: lo as number, hi: hi as number };
};
const lastDay = (facts: Facts): string => dateText(datesOfSpan(endOf(facts), facts.tz).last!);

describe("properties of the counting", () => {
  it("a later start never gives an earlier last day", () => {
    fc.assert(
      fc.property(any.zone, any.dayOffset, fc.integer({ min: 0, max: 90 }), any.calendarTerm, any.dayConvention, (tz, from, later, term, convention) => {
        const at = (offset: number): string => lastDay({ tz, start: { date: any.dateAt(offset) }, term, convention });
        expect(at(from) <= at(from + later)).toBe(true);
      }),
      any.runs,
    );
  });

  it("a later start never gives an earlier instant for days and hours", () => {
    fc.assert(
      fc.property(any.zone, any.instantText, fc.integer({ min: 0, max: 100_000 }), any.plainTerm, (tz, at, minutes, term) => {
        const later = new Date(Date.parse(at) + minutes * 60_000).toISOString();
        const by = (text: string): number => bounds({ tz, start: { at: text }, term, convention: "ELAPSED_24H" }).lo;
        expect(by(later)).toBeGreaterThanOrEqual(by(at));
      }),
      any.runs,
    );
  });

  it("a longer term is never earlier", () => {
    fc.assert(
      fc.property(any.zone, any.anyStart, any.anyTerm, any.convention, fc.constantFrom("y" as const, "m" as const, "w" as const, "d" as const), (tz, start, term, convention, unit) => {
        const short: Term = { ...term, d: (term.d ?? 0) + 1 };
        const long = { ...short, [unit]: (short[unit] ?? 0) + 1 };
        const [a, b] = [bounds({ tz, start, term: short, convention }), bounds({ tz, start, term: long, convention })];
        expect(b.lo).toBeGreaterThanOrEqual(a.lo);
        expect(b.hi).toBeGreaterThanOrEqual(a.hi);
      }),
      any.runs,
    );
  });

  it("counting the first day ends on the same date or one day earlier", () => {
    fc.assert(
      fc.property(any.zone, any.date, any.calendarTerm, (tz, date, term) => {
        const by = (convention: Convention): number => Date.parse(lastDay({ tz, start: { date }, term, convention }));
        const gap = (by("EXCLUSIVE_DAYS") - by("INCLUSIVE_DAYS")) / 86_400_000;
        expect([0, 1]).toContain(gap);
      }),
      any.runs,
    );
  });

  it("a point inside the start interval gives a result inside the result interval", () => {
    fc.assert(
      fc.property(any.zone, fc.oneof(any.dayStart, any.rangeStart), any.anyTerm, any.convention, fc.integer({ min: 0, max: 999 }), (tz, start, term, convention, share) => {
        const begin = boundsOfSpan(compute({ tz, start, term: null }).state.start as Span, tz);
        const ms = Math.floor(((begin.lo as number) + (((begin.hi as number) - (begin.lo as number)) * share) / 1000) / 60_000) * 60_000;
        const whole = bounds({ tz, start, term, convention });
        const one = bounds({ tz, start: { at: new Date(Math.max(ms, begin.lo as number)).toISOString() }, term, convention });
        expect(one.lo).toBeGreaterThanOrEqual(whole.lo);
        expect(one.hi).toBeLessThanOrEqual(whole.hi);
      }),
      any.runs,
    );
  });

  it("never before the start, whatever is credited; credit never lengthens, interruption never shortens", () => {
    fc.assert(
      fc.property(any.zone, any.anyStart, any.anyTerm, any.convention, fc.array(any.credit, { maxLength: 3 }), fc.array(any.interruption, { maxLength: 3 }), (tz, start, term, convention, credits, interruptions) => {
        const facts: Facts = { tz, start, term, convention };
        const [plain, credited, interrupted, both] = [facts, { ...facts, credits }, { ...facts, interruptions }, { ...facts, credits, interruptions }].map(bounds);
        expect(credited!.lo).toBeLessThanOrEqual(plain!.lo);
        expect(credited!.hi).toBeLessThanOrEqual(plain!.hi);
        expect(interrupted!.lo).toBeGreaterThanOrEqual(plain!.lo);
        expect(interrupted!.hi).toBeGreaterThanOrEqual(plain!.hi);
        const begin = compute({ tz, start, term: null }).state.start as Span;
        const first = dateText(datesOfSpan(begin, tz).first!);
        expect(dateText(datesOfSpan(endOf({ ...facts, credits, interruptions }), tz).first!) >= first).toBe(true);
        expect(both!.hi).toBeGreaterThanOrEqual(boundsOfSpan(begin, tz).lo as number);
      }),
      any.runs,
    );
  });

  it("unused credit is never negative", () => {
    fc.assert(
      fc.property(any.zone, any.minuteStart, any.anyTerm, any.convention, fc.array(any.credit, { minLength: 1, maxLength: 3 }), (tz, start, term, convention, credits) => {
        expect(compute({ tz, start, term, convention, credits }).extras.unusedCreditDays ?? 0).toBeGreaterThanOrEqual(0);
      }),
      any.runs,
    );
  });

  it("concurrent orders end with the latest, and another order never brings release forward", () => {
    fc.assert(
      fc.property(any.zone, fc.array(fc.tuple(any.anyStart, any.calendarTerm), { minLength: 1, maxLength: 4 }), any.convention, (tz, list, convention) => {
        const orders = list.map(([start, term], i) => ({ id: `o${i}`, term, ...(start ? { start } : {}) }));
        const all = bounds({ tz, convention, chain: "CONCURRENT", orders });
        const each = orders.map((order) => bounds({ tz, convention, start: order.start ?? null, term: order.term }));
        expect(all.lo).toBe(Math.max(...each.map(({ lo }) => lo)));
        expect(Math.abs(all.hi - Math.max(...each.map(({ hi }) => hi)))).toBeLessThanOrEqual(1000);
        if (orders.length < 2) return;
        const fewer = bounds({ tz, convention, chain: "CONCURRENT", orders: orders.slice(0, -1) });
        expect(all.lo).toBeGreaterThanOrEqual(fewer.lo);
        expect(all.hi).toBeGreaterThanOrEqual(fewer.hi);
      }),
      any.runs,
    );
  });

  it("concurrent orders with a fraction and credits: the latest release of any, and never earlier for another order", () => {
    fc.assert(
      fc.property(any.zone, fc.array(fc.tuple(any.dayStart, any.calendarTerm), { minLength: 2, maxLength: 4 }), any.dayConvention, fc.array(any.credit, { maxLength: 2 }), fc.constantFrom("1/2", "2/3"), (tz, list, convention, credits, fraction) => {
        const orders = list.map(([start, term], i) => ({ id: `o${i}`, term, start }));
        const release = (facts: Partial<Facts>): string => dateText(datesOfSpan(outcome({ tz, convention, credits, fraction, ...facts }).state.release as Span, tz).last!);
        const all = release({ orders, chain: "CONCURRENT" });
        const each = orders.map(({ start, term }) => release({ start, term }));
        expect(all).toBe([...each].sort().at(-1));
        expect(each[Number(outcome({ tz, convention, credits, fraction, orders, chain: "CONCURRENT" }).extras.governing?.slice(1))]).toBe(all);
        expect(all >= release({ orders: orders.slice(0, -1), chain: "CONCURRENT" })).toBe(true);
      }),
      any.runs,
    );
  });

  it("a decision frees nobody before it is made, and its trace replays", () => {
    fc.assert(
      fc.property(any.zone, any.instantText, any.plainTerm, any.plainTerm, fc.integer({ min: 0, max: 500_000 }), fc.boolean(), any.convention, (tz, at, term, newTerm, minutes, annulled, convention) => {
        const decidedAt = new Date(Date.parse(at) + minutes * 60_000).toISOString();
        const facts: Facts = { tz, start: { at }, term, convention, modification: annulled ? { at: decidedAt, annulled } : { at: decidedAt, newTerm } };
        const { state, trace } = outcome(facts);
        expect(replay(JSON.parse(JSON.stringify(trace.list)) as typeof trace.list)).toEqual(state);
        const [original, decided] = [bounds({ tz, start: { at }, term, convention }).hi, bounds(facts).hi];
        expect(decided).toBeGreaterThanOrEqual(Math.min(original, Date.parse(decidedAt)));
      }),
      any.runs,
    );
  });

  it("summing a chain equals running it in sequence for terms in days", () => {
    fc.assert(
      fc.property(any.zone, any.anyStart, fc.array(any.dayTerm, { minLength: 2, maxLength: 4 }), any.convention, (tz, start, terms, convention) => {
        const orders = terms.map((term, i) => ({ id: `o${i}`, term, ...(i > 0 ? { consecutiveTo: `o${i - 1}` } : {}) }));
        if (convention === "SAME_WALL_CLOCK") return;
        const by = (chain: "AGGREGATE" | "SEQUENTIAL"): Span => endOf({ tz, start, orders, chain, convention });
        expect(by("SEQUENTIAL")).toEqual(by("AGGREGATE"));
      }),
      any.runs,
    );
  });

  it("the trace replays to the result", () => {
    fc.assert(
      fc.property(any.zone, any.anyStart, fc.array(any.anyTerm, { minLength: 1, maxLength: 3 }), any.convention, fc.constantFrom("AGGREGATE" as const, "SEQUENTIAL" as const, "CONCURRENT" as const), fc.array(any.credit, { maxLength: 2 }), fc.array(any.interruption, { maxLength: 2 }), fc.constantFrom(undefined, "1/2", "2/3"), (tz, start, terms, convention, chain, credits, interruptions, fraction) => {
        const orders = terms.map((term, i) => ({ id: `o${i}`, term }));
        const { state, trace } = outcome({ tz, start, orders, chain, convention, credits, interruptions, ...(fraction ? { fraction } : {}), releaseRule: "PRECEDING_WORKDAY" });
        const copy = JSON.parse(JSON.stringify(trace.list)) as typeof trace.list;
        expect(replay(copy)).toEqual(state);
        expect(trace.list.at(-1)?.after).toEqual(state);
      }),
      any.runs,
    );
  });

  it("the start implied by a release is the start it came from", () => {
    fc.assert(
      fc.property(any.zone, any.instantText, any.plainTerm, (tz, at, term) => {
        const end = endOf({ tz, start: { at }, term, convention: "ELAPSED_24H" });
        const implied = impliedStart("ELAPSED_24H", end, term, tz);
        expect(implied && "at" in implied && Date.parse(implied.at)).toBe(Date.parse(at));
      }),
      any.runs,
    );
  });

  it("unknown in, unknown out", () => {
    fc.assert(
      fc.property(any.zone, any.anyStart, any.anyTerm, any.convention, (tz, start, term, convention) => {
        expect(outcome({ tz, start, term: null, convention }).state.end).toBeNull();
        expect(outcome({ tz, start, term: "LIFE", convention }).state.end).toBeNull();
        expect(outcome({ tz, start: null, term, convention }).state.end).toBeNull();
      }),
      any.runs,
    );
  });

  it("four hundred years later the same dates are named", () => {
    fc.assert(
      fc.property(any.date, any.calendarTerm, any.dayConvention, (date, term, convention) => {
        const shifted = `${Number(date.slice(0, 4)) + 400}${date.slice(4)}`;
        const [now, then] = [date, shifted].map((day) => lastDay({ tz: "UTC", start: { date: day }, term, convention }));
        expect(Number(then!.slice(0, 4)) - Number(now!.slice(0, 4))).toBe(400);
        expect(then!.slice(4)).toBe(now!.slice(4));
      }),
      any.runs,
    );
  });
});
