import fc from "fast-check";
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { icsOf, type FeedDate } from "@/lib/exchange/ics";
import { vtimezone } from "@/lib/exchange/ics-zone";
import { daysOfSpan } from "@/lib/model/calendar";

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const date = (given: Partial<FeedDate>): FeedDate => ({
  uid: "0123456789abcdef@calendar",
  summary: "ALA-2019-0042 · release expected",
  note: "",
  doubtful: false,
  modified: at("2019-10-22T10:00:00Z"),
  from: at("2019-11-04T00:00:00+06:00"),
  to: at("2019-11-05T00:00:00+06:00"),
  zone: "Asia/Almaty",
  ...given,
});

/** As a program that is not ours reads it; the zones of the file alone count. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return { events: calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component)) };
}
const only = (given: Partial<FeedDate>) => read(icsOf("Calendar", [date(given)])).events[0]!;
const instant = (time: ICAL.Time) => time.toUnixTime() * 1000;

describe("a feed, read by a parser that is not ours", () => {
  it("has whole days as dates, the end excluded", () => {
    const event = only({});
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([true, "2019-11-04", "2019-11-05"]);
    const window = only({ from: at("2019-10-31T00:00:00+06:00"), to: at("2019-11-02T00:00:00+06:00") });
    expect([window.startDate.toString(), window.endDate.toString()]).toEqual(["2019-10-31", "2019-11-02"]);
  });

  it("has hours in the zone of the place, before and after Almaty changed its clock", () => {
    const before = only({ from: at("2024-02-29T10:00:00+06:00"), to: at("2024-02-29T12:00:00+06:00") });
    const after = only({ from: at("2024-03-01T10:00:00+05:00"), to: at("2024-03-01T12:00:00+05:00") });
    expect([before.startDate.toString(), before.startDate.zone.tzid, instant(before.startDate)]).toEqual(["2024-02-29T10:00:00", "Asia/Almaty", at("2024-02-29T10:00:00+06:00")]);
    expect([after.startDate.toString(), instant(after.startDate)]).toEqual(["2024-03-01T10:00:00", at("2024-03-01T10:00:00+05:00")]);
    const across = only({ from: at("2024-02-29T10:00:00+06:00"), to: at("2024-03-01T10:00:00+05:00") });
    expect(instant(across.endDate) - instant(across.startDate)).toBe(25 * 3_600_000);
  });

  it("writes the change of Almaty's clock out by its date", () => {
    const text = vtimezone("Asia/Almaty", at("2023-06-01T00:00:00Z"), at("2025-01-01T00:00:00Z"));
    expect(text).toContain("DTSTART:20240301T000000\r\nTZOFFSETFROM:+0600\r\nTZOFFSETTO:+0500");
  });

  it("has what must be done by a date on that date, and a moment without an end", () => {
    const day = only({ from: null, to: at("2019-11-07T00:00:00+06:00") });
    expect([day.startDate.toString(), day.endDate.toString()]).toEqual(["2019-11-06", "2019-11-07"]);
    const hour = only({ from: null, to: at("2019-11-06T14:20:00+06:00") });
    expect([hour.startDate.toString(), hour.component.hasProperty("dtend")]).toEqual(["2019-11-06T14:20:00", false]);
    const moment = only({ from: at("2019-11-06T14:20:00+06:00"), to: at("2019-11-06T14:21:00+06:00") });
    expect([moment.startDate.toString(), moment.component.hasProperty("dtend")]).toEqual(["2019-11-06T14:20:00", false]);
    const earliest = only({ from: at("2019-11-04T00:00:00+06:00"), to: null });
    expect(earliest.startDate.toString()).toBe("2019-11-04");
  });

  it("lets programs see what changed: a later change has a higher sequence and a later stamp", () => {
    const [earlier, later] = [only({}), only({ modified: at("2019-10-22T10:00:00Z") + 90_000 * 20_000 })];
    expect(later.sequence).toBeGreaterThan(earlier.sequence);
    expect(later.uid).toBe(earlier.uid);
    expect((later.component.getFirstPropertyValue("last-modified") as ICAL.Time).zone.tzid).toBe("UTC");
    expect((later.component.getFirstPropertyValue("dtstamp") as ICAL.Time).zone.tzid).toBe("UTC");
  });

  it("folds at 75 octets, also in Cyrillic, and comes back whole", () => {
    const summary = "Алматы-2019-0042 · босатылуы күтілуде, ескерту; «нақты емес» \\ ".repeat(6).trim();
    const text = icsOf("Күнтізбе, бәрі; \\ бірге", [date({ summary, note: `${summary}\n${summary}`, doubtful: true })]);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const { events } = read(text);
    expect([events[0]?.summary, events[0]?.description]).toEqual([summary, `${summary}\n${summary}`]);
    // The parser knows no type for this property and leaves it as it is written.
    expect(text.replaceAll("\r\n ", "")).toContain("\r\nX-WR-CALNAME:Күнтізбе\\, бәрі\\; \\\\ бірге\r\n");
    expect(events[0]?.component.getFirstPropertyValue("status")).toBe("TENTATIVE");
  });

  it("names no program, and is the same for the same dates", () => {
    const text = icsOf("Calendar", [date({})]);
    expect(text).not.toMatch(/erkin/i);
    expect(icsOf("Calendar", [date({})])).toBe(text);
    expect(read(icsOf("Calendar", [])).events).toEqual([]);
  });
});

describe("every window", () => {
  const zones = fc.constantFrom("Asia/Almaty", "Asia/Aqtau", "Europe/Moscow", "Europe/London", "America/St_Johns", "Asia/Kathmandu", "UTC");
  const minute = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 }).map((minutes) => minutes * 60_000);

  it("of hours gives back its two instants", () => {
    fc.assert(
      fc.property(zones, minute, fc.integer({ min: 2, max: 200_000 }), (zone, from, minutes) => {
        const to = from + minutes * 60_000;
        fc.pre(!daysOfSpan({ from, to, zone }).allDay);
        const event = only({ from, to, zone });
        expect([instant(event.startDate), instant(event.endDate)]).toEqual([from, to]);
      }),
      { numRuns: 200 },
    );
  });

  it("that touches an hour which comes twice is told in universal time, and the first and second time of it are told apart", () => {
    // Clocks in Almaty went back an hour as 29 February 2024 ended, in London as summer time ended.
    for (const [zone, first] of [["Asia/Almaty", at("2024-02-29T23:30:00+06:00")], ["Europe/London", at("2024-10-27T01:30:00+01:00")]] as const) {
      for (const moment of [first, first + 3_600_000]) {
        const event = only({ from: moment - 7_200_000, to: moment, zone });
        expect([event.startDate.zone.tzid, instant(event.startDate), instant(event.endDate)]).toEqual(["UTC", moment - 7_200_000, moment]);
        expect(instant(only({ from: moment, to: null, zone }).startDate)).toBe(moment);
      }
      expect(only({ from: first - 14_400_000, to: first - 7_200_000, zone }).startDate.zone.tzid).toBe(zone);
    }
  });

  it("of days gives back its first day and the day after its last", () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 400 }), (zone, start, days) => {
        const first = Temporal.PlainDate.from("2010-01-01").add({ days: start });
        const [from, to] = [first, first.add({ days })].map((day) => day.toZonedDateTime(zone).epochMilliseconds) as [number, number];
        const event = only({ from, to, zone });
        expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([true, first.toString(), first.add({ days }).toString()]);
        expect(daysOfSpan({ from, to, zone })).toMatchObject({ first: first.toString(), last: first.add({ days: days - 1 }).toString() });
      }),
      { numRuns: 200 },
    );
  });
});
