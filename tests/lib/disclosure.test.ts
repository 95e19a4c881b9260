import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarseDate, coarseWindow } from "@/lib/disclosure/coarse-date";
import { discloseOver } from "@/lib/disclosure/disclose-case";
import type { DisclosureRules } from "@/lib/disclosure/rules";
import { exampleCase } from "@/lib/exchange/out-example";
import type { OutCase } from "@/lib/model/outgoing";
import { HIDDEN, nameHider } from "@/lib/disclosure/hide-names";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";

const zone = "Asia/Almaty";

describe("dates told less exactly", () => {
  it("keep what is known and say no more", () => {
    const told = (text: string) => [coarseDate(text, "day"), coarseDate(text, "month")];
    expect(told("2019-10-31T16:00~")).toEqual(["2019-10-31~", "2019-10~"]);
    expect(told("2019-10-29/2019-10-30")).toEqual(["2019-10-29/2019-10-30", "2019-10"]);
    expect(told("2019-10-31T10:00/2019-11-01T10:00")).toEqual(["2019-10-31/2019-11-01", "2019-10/2019-11"]);
    expect(told("../2019-10-22")).toEqual(["../2019-10-22", "../2019-10"]);
    expect(told("2019")).toEqual(["2019", "2019"]);
    expect(coarseDate(null, "day")).toBeNull();
  });

  it("are dates that hold the one that they stand for, whatever it is", () => {
    const minute = fc.date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 16));
    fc.assert(
      fc.property(fc.oneof(minute, minute.map((text) => text.slice(0, 10)), fc.tuple(minute, minute).map(([a, b]) => [a, b].sort().join("/"))), fc.constantFrom("day" as const, "month" as const), (text, unit) => {
        const told = coarseDate(text, unit) ?? "";
        expect(isUncertainDate(told)).toBe(true);
        const [exact, coarse] = [boundsOf(text, zone), boundsOf(told, zone)];
        expect((coarse.earliest ?? 0) <= (exact.earliest ?? 0) && (coarse.latest ?? 0) >= (exact.latest ?? 0)).toBe(true);
      }),
    );
  });

  it("windows grow to whole days or months of the place and never shrink", () => {
    const at = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(fc.option(at), fc.option(fc.integer({ min: 1, max: 90 * 86_400_000 })), fc.constantFrom("day" as const, "month" as const), (from, length, unit) => {
        const to = length === null ? null : (from ?? 1_500_000_000_000) + length;
        const told = coarseWindow(from, to, zone, unit);
        expect([told.from === null, told.to === null]).toEqual([from === null, to === null]);
        if (from !== null) expect(told.from).toBeLessThanOrEqual(from);
        if (to !== null) expect(told.to).toBeGreaterThanOrEqual(to);
        expect(coarseWindow(told.from, told.to, zone, unit)).toEqual(told);
      }),
    );
  });
});

describe("how long somebody was held too long", () => {
  const monthly: DisclosureRules = { profile: "public", mayName: () => false, pseudonym: (kind, id) => `${kind}-${id}`, hide: (text) => text, coarse: (place) => place };
  const daily: DisclosureRules = { ...monthly, profile: "partner" };
  const minutes = (from: number, to: number) => Math.floor((to - from) / 60_000);
  const isoOf = (at: number) => new Date(at).toISOString().slice(0, 16);
  const over = (due: number, out: number, outstanding: boolean): OutCase => ({
    ...exampleCase, zone: "UTC", outstanding, released: outstanding ? null : isoOf(out), expectedFrom: due - 3_600_000, expectedTo: due, overdueFrom: due,
    overMinutes: minutes(due, out), overMinutesMost: minutes(due - 3_600_000, out),
  });
  const start = Date.UTC(2019, 9, 1);
  const minute = (days: number) => fc.integer({ min: 0, max: days * 1440 - 1 }).map((at) => at * 60_000);

  it("says nothing that the month of the release and of its due day do not say already", () => {
    fc.assert(
      fc.property(minute(31), minute(31), minute(30), minute(30), fc.boolean(), (due, otherDue, out, otherOut, outstanding) => {
        // What was due in October, and who came out, or is counted to a day, in November.
        fc.pre(due >= 3_600_000 && otherDue >= 3_600_000);
        const now = outstanding ? Date.UTC(2019, 11, 10) : Date.UTC(2019, 10, 1);
        const one = over(start + due, outstanding ? now : Date.UTC(2019, 10, 1) + out, outstanding);
        const other = over(start + otherDue, outstanding ? now : Date.UTC(2019, 10, 1) + otherOut, outstanding);
        expect(discloseOver(one, now, monthly)).toEqual(discloseOver(other, now, monthly));
      }),
    );
  });

  it("until now says nothing to a partner that the day does not say already", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 1440 }), fc.integer({ min: 61, max: 1440 }), fc.integer({ min: 1500, max: 100_000 }), (due, other, now) => {
        const told = (minutes: number) => discloseOver(over(start + minutes * 60_000, start + now * 60_000, true), start + now * 60_000, daily);
        expect(told(due)).toEqual(told(other));
      }),
    );
  });

  it("is never more at least, nor less at most, than it was", () => {
    fc.assert(
      fc.property(minute(90), fc.integer({ min: 1, max: 200_000 }), fc.boolean(), fc.constantFrom(monthly, daily), (due, length, outstanding, rules) => {
        const item = over(start + due, start + due + length * 60_000, outstanding);
        const told = discloseOver(item, start + due + length * 60_000, rules);
        expect(told.overMinutes).toBeLessThanOrEqual(item.overMinutes ?? NaN);
        if (told.overMinutesMost !== null) expect(told.overMinutesMost).toBeGreaterThanOrEqual(item.overMinutesMost ?? NaN);
        expect([told.overMinutes, told.overMinutesMost].every((each) => each === null || each % 1440 === 0)).toBe(true);
      }),
    );
  });
});

describe("texts without names", () => {
  const hide = nameHider(["Берік Сейітов", "Айгүл Жұмабаева"].map(foldName));

  it("lose them in every script and ending, and nothing else", () => {
    expect(hide("Берікті және Сейітовты ұстады")).toBe(`${HIDDEN} және ${HIDDEN} ұстады`);
    expect(hide("Seitov Berik was held; Seyitov's wife")).toBe(`${HIDDEN} was held; ${HIDDEN} wife`);
    expect(hide("адвокат Жумабаевой сказал")).toBe(`адвокат ${HIDDEN} сказал`);
    expect(hide("Police of Almaty, 26 October")).toBe("Police of Almaty, 26 October");
  });

  it("never hold a name, wherever it stands in whatever text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("Сейітов", "СЕЙІТОВ", "Seitov", "Жұмабаеваның", "Zhumabayeva"), fc.string({ unit: "grapheme" }), (before, name, after) => {
      expect(hide(`${before} ${name} ${after}`)).not.toContain(name);
    }));
  });
});
