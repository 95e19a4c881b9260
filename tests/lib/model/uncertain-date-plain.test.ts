import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "@/lib/model/uncertain-date-plain";
import { parseAny, parseTyped } from "@/lib/model/uncertain-date-typed";

const months = [
  ..."January march Apr may SEPT december".split(" "),
  ..."января Марта апреля мая июнь ОКТЯБРЯ дек янв октябрём декабре".split(" "),
  ..."қаңтар наурызда мамыр шілде Қыркүйек қыркүйегі қазаннан казан карашада желтоқсанның каз мар".split(" "),
];
const words = fc.oneof(fc.constantFrom(...months), fc.constantFrom("около", "дня", "мэй", "год", "март2019", "сен", "kazan", "Кейін"));
const figure = (most: number) => fc.integer({ min: 0, max: most });
const padded = (most: number, length: number) => figure(most).map((value) => String(value).padStart(length, "0"));
const years = fc.oneof(fc.integer({ min: 1890, max: 2210 }).map(String), fc.constantFrom("", "", "19", "2019 г.", "2019 года", "2019 г", "2019 ж."));
const hours = fc.oneof(fc.constant(""), fc.tuple(fc.constantFrom(" ", ", ", ", в ", " в ", " at ", " сағат ", ", сағат ", "  ", "t"), figure(25), padded(61, 2)).map(([joint, hour, minute]) => `${joint}${hour}:${minute}`));
const shapes = fc.oneof(
  fc.tuple(figure(33), words, years, hours).map(([day, word, year, hour]) => `${day} ${word}${year === "" ? "" : ` ${year}`}${hour}`),
  fc.tuple(figure(33), fc.oneof(figure(14).map(String), padded(13, 2)), fc.integer({ min: 1890, max: 2210 }), hours).map(([day, month, year, hour]) => `${day}.${month}.${year}${hour}`),
  fc.tuple(fc.integer({ min: 1890, max: 2210 }), padded(13, 2), padded(32, 2), fc.constantFrom("", "T", " ", "t"), padded(25, 2), padded(61, 2)).map(([year, month, day, joint, hour, minute]) => `${year}-${month}-${day}${joint === "" ? "" : `${joint}${hour}:${minute}`}`),
);
const days = fc.date({ min: new Date("1995-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const readings = fc.record({ today: days, yearFrom: fc.option(days, { nil: undefined }), relative: fc.constantFrom(true, false, undefined) });

describe("the quick way to read plain dates", () => {
  it("gives what the whole reader gives", () => {
    fc.assert(fc.property(shapes, readings, (text, reading) => void expect(parseTyped(text, reading), text).toEqual(parseAny(text, reading))), { numRuns: 4000 });
  });

  it.each(["2019-03-12", "2019-03-12 14:05", "2019-03-12T14:05", "12.03.2019", "1.3.2019, 9:05", "12 марта 2019, 14:05", "12 Марта 2019 г. в 14:05", "12 March 2019 at 14:05", "12 наурыз 2019, сағат 14:05", "12 наурыз", "29 февраля"])("takes %s", (text) => expect(plainDate(text)).toBeDefined());

  it.each(["32 марта 2019", "29.02.2019", "2019-13-01", "12 марта 2019, 24:00", "12 марта 1899", "12 марта 19", "12.03", "до 12.03.2019", "12 марта 2019 – 14 марта 2019", "12 дня 2019"])("leaves %s to the whole reader", (text) => expect(plainDate(text)).toBeUndefined());
});
