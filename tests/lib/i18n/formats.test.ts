import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatCount, formatDay, formatDuration, formatInstant, formatTerm, formatUncertain, formatWindow, relativeDays, zoneNote,
} from "@/lib/i18n/formats";
import { locales } from "@/lib/i18n/locales";
import { parseTerm } from "@/lib/model/term";
import { parseTyped } from "@/lib/model/uncertain-date-typed";
import { anyUncertainDate } from "../model/uncertain-date-arbitrary";

const zone = "Asia/Almaty";
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const inAll = (say: (locale: (typeof locales)[number]) => string) => locales.map((locale) => plain(say(locale)));

describe("dates in words", () => {
  it.each([
    ["2019-10-31T16:00~", "31 October 2019, about 16:00", "31 октября 2019, около 16:00", "31 қазан 2019, шамамен 16:00"],
    ["2019-10-29/2019-10-30", "29–30 October 2019", "29–30 октября 2019", "29–30 қазан 2019"],
    ["2019-10-29/2019-11-02", "29 October – 2 November 2019", "29 октября – 2 ноября 2019", "29 қазан – 2 қараша 2019"],
    ["2018-12-29/2019-01-02", "29 December 2018 – 2 January 2019", "29 декабря 2018 – 2 января 2019", "29 желтоқсан 2018 – 2 қаңтар 2019"],
    ["2019-10-31T16:00/2019-10-31T18:00", "31 October 2019, 16:00–18:00", "31 октября 2019, 16:00–18:00", "31 қазан 2019, 16:00–18:00"],
    ["2019-10", "October 2019", "октябрь 2019", "қазан 2019"],
    ["2019~", "about 2019", "примерно 2019 год", "шамамен 2019 жыл"],
    ["../2019-10-22", "22 October 2019 or earlier", "22 октября 2019 или ранее", "22 қазан 2019 немесе одан бұрын"],
    ["2019-10-18/..", "18 October 2019 or later", "18 октября 2019 или позднее", "18 қазан 2019 немесе одан кейін"],
  ])("says %s", (value, ...said) => expect(inAll((locale) => formatUncertain(value, locale))).toEqual(said));

  it("says that a date is unknown, and shows what is not canonical as it stands", () => {
    expect(inAll((locale) => formatUncertain(null, locale))).toEqual(["unknown", "неизвестно", "белгісіз"]);
    expect(formatUncertain("soon", "en")).toBe("soon");
  });

  it("is short in dense lists", () => {
    const style = { weekday: true, compact: true };
    expect(inAll((locale) => formatDay("2019-11-04", locale, style))).toEqual(["Mon 4 Nov 2019", "пн 4 нояб. 2019", "дс 4 қар. 2019"]);
  });

  it.each([
    ["2019-10-22", "22 October 2019", "22 октября 2019 года", "2019 жылғы 22 қазан"],
    ["2019-10-31T16:00~", "31 October 2019, about 16:00", "31 октября 2019 года, около 16:00", "2019 жылғы 31 қазан, шамамен сағат 16:00"],
    ["2019-10-31T16:00/2019-10-31T18:00", "31 October 2019, 16:00–18:00", "31 октября 2019 года, 16:00–18:00", "2019 жылғы 31 қазан, сағат 16:00–18:00"],
    ["2019-10-29/2019-10-30", "29–30 October 2019", "29–30 октября 2019 года", "2019 жылғы 29–30 қазан"],
    ["2019-10-29/2019-11-02", "29 October – 2 November 2019", "29 октября – 2 ноября 2019 года", "2019 жылғы 29 қазан – 2 қараша"],
    ["2018-12-29/2019-01-02", "29 December 2018 – 2 January 2019", "29 декабря 2018 года – 2 января 2019 года", "2018 жылғы 29 желтоқсан – 2019 жылғы 2 қаңтар"],
    ["2019-10/2019-11", "October–November 2019", "октябрь–ноябрь 2019 года", "2019 жылғы қазан–қараша"],
    ["2019-10", "October 2019", "октябрь 2019 года", "2019 жылғы қазан"],
    ["2019", "2019", "2019 год", "2019 жыл"],
    ["../2019-10-22~", "about 22 October 2019 or earlier", "примерно 22 октября 2019 года или ранее", "шамамен 2019 жылғы 22 қазан немесе одан бұрын"],
  ])("writes %s formally", (value, ...said) => expect(inAll((locale) => formatUncertain(value, locale, { formal: true, weekday: true }))).toEqual(said));

  it.each(locales)("is read back by what people type, in %s", (locale) => {
    const styles = fc.record({ weekday: fc.boolean(), compact: fc.boolean(), formal: fc.boolean() });
    fc.assert(
      fc.property(anyUncertainDate, styles, (value, style) => {
        const said = formatUncertain(value, locale, style);
        expect({ said, ...parseTyped(said, { today: "2024-05-05" }) }).toEqual({ said, ok: true, value });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a window of release", () => {
  const window = (from: string | null, to: string | null) => inAll((locale) => formatWindow(from, to, zone, locale));

  it("is told in days when it is made of whole days", () => {
    const said = ["31 October – 1 November 2019", "31 октября – 1 ноября 2019", "31 қазан – 1 қараша 2019"];
    expect(window("2019-10-31T00:00:00+06:00", "2019-11-02T00:00:00+06:00")).toEqual(said);
    const day = ["Monday 4 November 2019", "понедельник, 4 ноября 2019", "дүйсенбі, 4 қараша 2019"];
    expect(window("2019-11-04T00:00:00+06:00", "2019-11-05T00:00:00+06:00")).toEqual(day);
  });

  it("is written formally in letters", () => {
    const formal = (from: string | null, to: string | null) => inAll((locale) => formatWindow(from, to, zone, locale, { formal: true }));
    expect(formal("2019-11-04T00:00:00+06:00", "2019-11-05T00:00:00+06:00")).toEqual(["4 November 2019", "4 ноября 2019 года", "2019 жылғы 4 қараша"]);
    expect(formal("2019-10-31T00:00:00+06:00", "2019-11-01T16:01:00+06:00")).toEqual(["31 October 2019, 00:00 – 1 November 2019, 16:00", "31 октября 2019 года, 00:00 – 1 ноября 2019 года, 16:00", "2019 жылғы 31 қазан, сағат 00:00 – 2019 жылғы 1 қараша, сағат 16:00"]);
  });

  it("is told with hours otherwise", () => {
    expect(window("2019-10-31T15:30:00+06:00", "2019-10-31T16:31:00+06:00")[0]).toBe("31 October 2019, 15:30–16:30");
    expect(window("2019-10-31T16:00:00+06:00", "2019-10-31T18:00:00+06:00")[0]).toBe("31 October 2019, 16:00–18:00");
    expect(window("2019-10-31T16:00:00+06:00", "2019-11-01T00:00:00+06:00")[0]).toBe("31 October 2019, 16:00–24:00");
    expect(window("2019-10-31T16:00:00+06:00", "2019-10-31T16:01:00+06:00")[0]).toBe("Thursday 31 October 2019, 16:00");
  });

  it("can be open on either side", () => {
    expect(window(null, "2019-11-01T00:00:00+06:00")[0]).toBe("31 October 2019 or earlier");
    expect(window("2019-10-31T00:00:00+06:00", null)[0]).toBe("31 October 2019 or later");
    expect(window(null, null)[0]).toBe("unknown");
  });

  it("counts a day of 25 hours as a whole day", () => {
    expect(formatWindow("2019-10-27T00:00:00+02:00", "2019-10-28T00:00:00+01:00", "Europe/Berlin", "en")).toBe("Sunday 27 October 2019");
  });
});

describe("instants and amounts", () => {
  it("shows an instant on the clock of the place", () => {
    expect(formatInstant("2019-10-31T10:00:00Z", zone, "en")).toBe("31 October 2019, 16:00");
    expect(formatInstant(Date.UTC(2019, 9, 31, 10), zone, "ru", { compact: true })).toBe("31 окт. 2019, 16:00");
  });

  it("counts days as the place's calendar does", () => {
    const now = "2019-10-31T23:50:00+06:00";
    expect(inAll((locale) => relativeDays("2019-11-03T00:10:00+06:00", now, zone, locale))).toEqual(["in 3 days", "через 3 дня", "3 күннен кейін"]);
    expect(inAll((locale) => relativeDays("2019-10-10T12:00:00+06:00", now, zone, locale))).toEqual(["21 days ago", "21 день назад", "21 күн бұрын"]);
    expect(inAll((locale) => relativeDays("2019-10-31T00:10:00+06:00", now, zone, locale))).toEqual(["today", "сегодня", "бүгін"]);
    expect(inAll((locale) => relativeDays("2019-11-01T00:10:00+06:00", now, zone, locale))).toEqual(["tomorrow", "завтра", "ертең"]);
  });

  it("writes counts and durations", () => {
    expect(inAll((locale) => formatCount(1_234_567, locale))).toEqual(["1,234,567", "1 234 567", "1 234 567"]);
    expect(inAll((locale) => formatDuration(51 * 3_600_000, locale))).toEqual(["2 d 3 h", "2 д 3 ч", "2 күн 3 сағ"]);
    expect(plain(formatDuration(-90 * 60_000, "en"))).toBe("1 h 30 min");
    expect(plain(formatDuration(0, "en"))).toBe("0 min");
  });

  it("says whose clock it is only where the clocks differ", () => {
    const at = "2019-10-31T10:00:00Z";
    const said = ["Almaty time (UTC+6)", "время: Алматы (UTC+6)", "Алматы уақыты (UTC+6)"];
    expect(inAll((locale) => zoneNote(zone, "Europe/Berlin", at, locale) ?? "")).toEqual(said);
    expect(zoneNote(zone, "Asia/Dhaka", at, "en")).toBeNull();
    expect(zoneNote("Asia/Kolkata", "UTC", at, "en")).toBe("Kolkata time (UTC+5:30)");
  });

  it("says a term in its plural forms, and reads it back", () => {
    expect(inAll((locale) => formatTerm({ d: 10 }, locale))).toEqual(["10 days", "10 суток", "10 тәулік"]);
    expect(inAll((locale) => formatTerm({ y: 1, m: 6 }, locale))).toEqual(["1 year 6 months", "1 год 6 месяцев", "1 жыл 6 ай"]);
    const amounts = fc.record({ y: fc.integer({ min: 1, max: 50 }), m: fc.integer({ min: 1, max: 500 }), d: fc.integer({ min: 1, max: 999 }), h: fc.integer({ min: 1, max: 999 }) }, { requiredKeys: [] });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...locales), (term, locale) => {
        fc.pre(Object.keys(term).length > 0);
        expect(parseTerm(formatTerm(term, locale))).toEqual({ ok: true, value: term });
      }),
    );
  });
});
