import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUncertainDate } from "@/lib/model/uncertain-date";
import { comingFrom, parseTyped } from "@/lib/model/uncertain-date-typed";

const today = "2019-10-31";
const read = (text: string) => {
  const result = parseTyped(text, { today });
  return result.ok ? result.value : result.code;
};

describe("a date as people type it", () => {
  it.each([
    ["2019-10-31T16:00", "2019-10-31T16:00"],
    ["2019-10-31t16:00~", "2019-10-31T16:00~"],
    ["2019-10-31 16:00", "2019-10-31T16:00"],
    ["31.10.2019 16:00", "2019-10-31T16:00"],
    ["31.10.2019", "2019-10-31"],
    ["31/10/2019", "2019-10-31"],
    ["24.02 16:00", "2019-02-24T16:00"],
    ["2019", "2019"],
    ["31.10.19", "2019-10-31"],
    ["٣١.١٠.٢٠١٩", "2019-10-31"],
    ["16:00-18:00 31.10.2019", "2019-10-31T16:00/2019-10-31T18:00"],
    ["31.10.2019 16.00-18.10", "2019-10-31T16:00/2019-10-31T18:10"],
    ["29-30.10.2019", "2019-10-29/2019-10-30"],
    ["29.10-02.11.2019", "2019-10-29/2019-11-02"],
    ["29.10.2019-30.10.2019", "2019-10-29/2019-10-30"],
    ["2018–2019", "2018/2019"],
    ["2019-10", "2019-10"],
    ["10.2019", "2019-10"],
    ["10/2019", "2019-10"],
    ["24:00 31.10.2019", "2019-11-01T00:00"],
    ["~2019", "2019~"],
    ["16.30 24.02.2019", "2019-02-24T16:30"],
    ["16.30 24.02", "2019-02-24T16:30"],
    ["../2019-10-22", "../2019-10-22"],
    ["2019-10-29 - 2019-10-30", "2019-10-29/2019-10-30"],
    ["31-10-2019", "2019-10-31"],
    ["2019-10-31T16:00:00", "2019-10-31T16:00"],
  ])("reads in numbers: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["4 November 2019", "2019-11-04"],
    ["Nov 4, 2019", "2019-11-04"],
    ["about 4 pm on 31 Oct", "2019-10-31T16:00~"],
    ["29–30 Oct 2019", "2019-10-29/2019-10-30"],
    ["late October 2019", "2019-10-21/2019-10-31"],
    ["mid-October 2019", "2019-10-11/2019-10-20"],
    ["by 22 October 2019", "../2019-10-22"],
    ["after 18 October", "2019-10-18/.."],
    ["today", "2019-10-31"],
    ["yesterday at 4pm", "2019-10-30T16:00"],
    ["Monday 4 November 2019", "2019-11-04"],
    ["12:30 am 31 Oct 2019", "2019-10-31T00:30"],
    ["22 October 2019 or earlier", "../2019-10-22"],
    ["from 29 to 30 October", "2019-10-29/2019-10-30"],
    ["between 29 and 30 Oct 2019", "2019-10-29/2019-10-30"],
    ["31 October 2019, 16:00–18:00", "2019-10-31T16:00/2019-10-31T18:00"],
    ["31 October 2019, 16:00 – 1 November 2019, 02:00", "2019-10-31T16:00/2019-11-01T02:00"],
    ["29 December 2018 – 2 January 2019", "2018-12-29/2019-01-02"],
    ["29 Dec – 2 Jan 2019", "2018-12-29/2019-01-02"],
    ["Oct 29-30, 2019", "2019-10-29/2019-10-30"],
    ["October–November 2019", "2019-10/2019-11"],
    ["about 29 October 2019 – 30 October 2019", "2019-10-29~/2019-10-30"],
    ["29 February", "2016-02-29"],
    ["4th of November 2019", "2019-11-04"],
    ["late 2019", "2019-09/2019-12"],
    ["May 2019", "2019-05"],
  ])("reads in English: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["31 октября 2019 г. в 16:00", "2019-10-31T16:00"],
    ["около 16:00 31.10.2019", "2019-10-31T16:00~"],
    ["29-30 октября 2019", "2019-10-29/2019-10-30"],
    ["29 октября – 2 ноября 2019", "2019-10-29/2019-11-02"],
    ["октябрь 2019", "2019-10"],
    ["конец октября 2019", "2019-10-21/2019-10-31"],
    ["до 22.10.2019", "../2019-10-22"],
    ["после 18 октября", "2019-10-18/.."],
    ["сегодня в 9:15", "2019-10-31T09:15"],
    ["вчера", "2019-10-30"],
    ["31\u00a0октября\u00a02019", "2019-10-31"],
    ["31 октября 2019 г., около 16:00", "2019-10-31T16:00~"],
    ["18 октября 2019 г. или позднее", "2019-10-18/.."],
    ["с 29 октября по 2 ноября 2019", "2019-10-29/2019-11-02"],
    ["с 29 октября до 2 ноября", "2019-10-29/2019-11-02"],
    ["с 18 октября", "2019-10-18/.."],
    ["не позднее 22.10.2019 18:00", "../2019-10-22T18:00"],
    ["не ранее 22.10.2019", "2019-10-22/.."],
    ["октябрь – ноябрь 2019 г.", "2019-10/2019-11"],
    ["31 октября 2019 г. 16 ч 30 мин", "2019-10-31T16:30"],
    ["31.10.2019 в 16 часов", "2019-10-31T16:00"],
    ["31.10.2019 в 16-00", "2019-10-31T16:00"],
    ["22 окт 2019 г. в 14-30", "2019-10-22T14:30"],
    ["22.10.2019 14-30", "2019-10-22T14:30"],
    ["2019-10-22 14-30", "2019-10-22T14:30"],
    ["2019 жылғы 22 қазан сағат 14-45", "2019-10-22T14:45"],
    ["31 октября в 4 часа дня", "2019-10-31T16:00"],
    ["примерно 31 октября 2019 г.", "2019-10-31~"],
    ["около 29-30 октября 2019", "2019-10-29~/2019-10-30~"],
    ["25-го октября", "2019-10-25"],
    ["в среду, 30 октября", "2019-10-30"],
    ["31 октября 16", "2016-10-31"],
    ["31 октября или 1 ноября 2019", "2019-10-31/2019-11-01"],
    ["мая 2019", "2019-05"],
  ])("reads in Russian: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["25 қазан", "2019-10-25"],
    ["31 қазан 2019 сағат 16.00 шамасында", "2019-10-31T16:00~"],
    ["2019 жылғы 31 қазанда", "2019-10-31"],
    ["шамамен 31 қазан 2019", "2019-10-31~"],
    ["қазан 2019", "2019-10"],
    ["2019 жыл", "2019"],
    ["қазанның аяғы", "2019-10-21/2019-10-31"],
    ["22 қазанға дейін", "../2019-10-22"],
    ["18 қазаннан кейін", "2019-10-18/.."],
    ["бүгін", "2019-10-31"],
    ["кеше сағат 23.30", "2019-10-30T23:30"],
    ["Дүйсенбі, 4 қараша", "2019-11-04"],
    ["22 қазан 2019 немесе одан бұрын", "../2019-10-22"],
    ["29 қазаннан 2 қарашаға дейін", "2019-10-29/2019-11-02"],
    ["29 қазан мен 2 қараша аралығында", "2019-10-29/2019-11-02"],
    ["31 қазан сағат 16", "2019-10-31T16:00"],
    ["сағат 16 31 қазан", "2019-10-31T16:00"],
    ["31 қазанда түстен кейін сағат 16.00 шамасында", "2019-10-31T16:00~"],
    ["казанның 25-і", "2019-10-25"],
    ["26 қазан күні", "2019-10-26"],
    ["сәрсенбі, 30 қазан 2019", "2019-10-30"],
    ["18 қазаннан бастап", "2019-10-18/.."],
    ["мамыр 2019", "2019-05"],
    ["қыркүйегі 2019", "2019-09"],
    ["2019 ж. 31 қаз.", "2019-10-31"],
    ["кейiн 18 қазан", "2019-10-18/.."],
    ["2019 жылғы қазанның соңында", "2019-10-21/2019-10-31"],
    ["31.10.2019 16:00-ге дейін", "../2019-10-31T16:00"],
    ["2019 жылғы 22 қазаннан кешіктірмей", "../2019-10-22"],
    ["сейсенбіде 29 қазан", "2019-10-29"],
  ])("reads in Kazakh: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["Tue 4 Nov 2019", "weekday_mismatch"],
    ["13 am 31.10.2019", "impossible_time"],
    ["31.02.2019", "impossible_date"],
    ["25:00 31.10.2019", "impossible_time"],
    ["30-29 октября 2019", "end_before_start"],
    ["1.1.1800", "year_out_of_range"],
    ["бла", "unreadable"],
    ["now", "unreadable"],
    ["31.10.2019\u0000", "unreadable"],
    ["31 февраля", "impossible_date"],
    ["24.13", "impossible_date"],
    ["24.13.2019", "impossible_date"],
    ["2019-02-31", "impossible_date"],
    ["2019-10-30/2019-10-29", "end_before_start"],
    ["Mon", "unreadable"],
    ["16:00", "unreadable"],
    ["31", "unreadable"],
    ["31 Oct 2019 2019", "unreadable"],
    ["2019-10-31T16:00Z", "unreadable"],
  ])("refuses %s as %s", (text, code) => expect(read(text)).toBe(code));

  it.each([
    ["31-қазан", "2019-10-31"],
    ["4-Nov-2019", "2019-11-04"],
    ["29 қазан-2 қараша", "2019-10-29/2019-11-02"],
    ["сегодня около 9", "2019-10-31T09:00~"],
    ["31 қазан, түстен кейін 4-те", "2019-10-31T16:00"],
    ["31.10.2019 с 16 до 18 часов", "2019-10-31T16:00/2019-10-31T18:00"],
    ["до конца октября 2019", "../2019-10-31"],
    ["29 - Oct", "unreadable"],
    ["22.10.2019 в 14-23", "unreadable"],
    ["22.10.2019 14:00 - 23", "unreadable"],
  ])("reads loosely written %s", (text, value) => expect(read(text)).toBe(value));

  it.each(["", "  ", "\u00a0", "unknown", "неизвестно", "белгісіз"])("reads %j as not known", (text) => expect(read(text)).toBeNull());

  it("takes a missing year from the first such day not before a given one, for what is mostly still to come", () => {
    const coming = { today: "2019-11-05", yearFrom: comingFrom("2019-11-05") };
    const read = (text: string) => parseTyped(text, coming);
    expect(read("10 қараша")).toEqual({ ok: true, value: "2019-11-10" });
    expect(read("25 октября")).toEqual({ ok: true, value: "2019-10-25" });
    expect(read("9 января")).toEqual({ ok: true, value: "2020-01-09" });
    expect(read("10 ноября 2018")).toEqual({ ok: true, value: "2018-11-10" });
    expect(read("28 декабря – 3 января")).toEqual({ ok: true, value: "2019-12-28/2020-01-03" });
    expect(read("tomorrow")).toEqual({ ok: true, value: "2019-11-06" });
  });

  it("reads no day that is counted from the one of writing where nobody knows that one", () => {
    for (const text of ["вчера", "кеше 18:40", "yesterday", "today"]) expect(parseTyped(text, { today: "2019-11-05", relative: false }), text).toEqual({ ok: false, code: "unreadable" });
    expect(parseTyped("25 қазан", { today: "2019-11-05", relative: false })).toEqual({ ok: true, value: "2019-10-25" });
  });

  it("takes a missing year from the latest such day not after today", () => {
    expect(parseTyped("1 November", { today: "2019-10-31" })).toEqual({ ok: true, value: "2018-11-01" });
    expect(parseTyped("31 October", { today: "2019-10-31" })).toEqual({ ok: true, value: "2019-10-31" });
    expect(parseTyped("ноябрь", { today: "2019-10-31" })).toEqual({ ok: true, value: "2018-11" });
  });

  it("lets the weekday choose the coming day that a source announces", () => {
    expect(parseTyped("Monday 4 November", { today: "2019-10-31" })).toEqual({ ok: true, value: "2019-11-04" });
    expect(parseTyped("Tuesday 4 November", { today: "2019-10-31" })).toEqual({ ok: false, code: "weekday_mismatch" });
  });

  it("lets the end of a span follow its start", () => {
    expect(parseTyped("29 октября – 2 ноября", { today: "2019-10-30" })).toEqual({ ok: true, value: "2019-10-29/2019-11-02" });
    expect(parseTyped("30 Dec – 2 Jan", { today: "2020-01-15" })).toEqual({ ok: true, value: "2019-12-30/2020-01-02" });
  });

  it("refuses 10,000 characters at once", () => expect(read("1".repeat(10_000))).toBe("too_long"));

  it("answers any text within 50 ms, with a canonical value or a code", () => {
    const pieces = fc.constantFrom("31", "2019", "10", " ", "-", "/", ".", ":", "16:00", "қазан", "октября", "about", "до", "late", "~", "г.", "Mon", "сағат", "pm", "..", "T");
    const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")));
    parseTyped("1 May", { today });
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseTyped(text, { today });
        const times = [1, 2, 3].map(() => {
          const begun = performance.now();
          parseTyped(text, { today });
          return performance.now() - begun;
        });
        expect(Math.min(...times)).toBeLessThan(50);
        if (result.ok && result.value !== null) expect(isUncertainDate(result.value)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
