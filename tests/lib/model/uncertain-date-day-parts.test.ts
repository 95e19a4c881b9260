import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUncertain } from "@/lib/i18n/formats";
import { locales } from "@/lib/i18n/locales";
import { boundsOf } from "@/lib/model/uncertain-date";
import { dayPartPhrases, dayParts, halfOf, onClock, partOfDay } from "@/lib/model/uncertain-date-day-parts";
import { parseTyped } from "@/lib/model/uncertain-date-typed";

const today = "2019-10-31";
const read = (text: string) => {
  const result = parseTyped(text, { today });
  return result.ok ? result.value : result.code;
};

const morning = "2019-10-25T04:00/2019-10-25T12:00";
const evening = "2019-10-25T17:00/2019-10-25T23:59";
const eitherNight = "2019-10-25T00:00/2019-10-26T07:00";
const nightInto26 = "2019-10-25T19:00/2019-10-26T07:00";

describe("a part of a day as people name it", () => {
  it.each([
    ["утром 25 октября", morning],
    ["25 октября утром", morning],
    ["25.10.2019 утром", morning],
    ["25 октября 2019 г., утро", morning],
    ["рано утром 25 октября", "2019-10-25T03:00/2019-10-25T09:00"],
    ["днём 25 октября", "2019-10-25T10:00/2019-10-25T18:00"],
    ["после обеда 25.10", "2019-10-25T12:00/2019-10-25T18:00"],
    ["25 октября вечером", evening],
    ["Вечером в пятницу, 25 октября", evening],
    ["вчера вечером", "2019-10-30T17:00/2019-10-30T23:59"],
    ["ночью 25 октября", eitherNight],
    ["25 октября, ночь", eitherNight],
    ["в ночь на 26 октября", nightInto26],
    ["ночью на 26.10.2019", nightInto26],
    ["в ночь на субботу, 26 октября", nightInto26],
    ["в ночь с 25 на 26 октября", nightInto26],
    ["в ночь с 25 октября на 26 октября 2019 года", nightInto26],
    ["ночью с 25 на 26 октября", nightInto26],
    ["с 25 на 26 октября ночью", nightInto26],
    ["в ночь с 31 декабря на 1 января 2019", "2018-12-31T19:00/2019-01-01T07:00"],
    ["25–26 октября ночью", "2019-10-25T00:00/2019-10-27T07:00"],
    ["25 октября утром или вечером", "2019-10-25T04:00/2019-10-25T23:59"],
  ])("is read in Russian: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["25 қазан кешке", evening],
    ["25 қазанда кешке", evening],
    ["2019 жылғы 25 қазан күні кешке", evening],
    ["таңертең 25 қазан", morning],
    ["25 қазанда таңертең", morning],
    ["25 қазанның таңында", morning],
    ["25 қазан, таң ата", "2019-10-25T03:00/2019-10-25T09:00"],
    ["25 қазан күндіз", "2019-10-25T10:00/2019-10-25T18:00"],
    ["25 қазан түстен кейін", "2019-10-25T12:00/2019-10-25T18:00"],
    ["25 қазан түсте", "2019-10-25T11:00/2019-10-25T15:00"],
    ["кеше кешке", "2019-10-30T17:00/2019-10-30T23:59"],
    ["бүгін таңертең", "2019-10-31T04:00/2019-10-31T12:00"],
    ["25 қазан түнде", eitherNight],
    ["25 қазан түні", eitherNight],
    ["26 қазанға қараған түні", nightInto26],
    ["25 қазаннан 26 қазанға қараған түні", nightInto26],
    ["25-нен 26 қазанға қараған түні", nightInto26],
    ["25–26 қазанға қараған түні", nightInto26],
  ])("is read in Kazakh: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["in the morning of 25 October", morning],
    ["on the morning of 25 October 2019", morning],
    ["25 October, morning", morning],
    ["October 25 in the evening", evening],
    ["the evening of Friday, 25 October", evening],
    ["yesterday evening", "2019-10-30T17:00/2019-10-30T23:59"],
    ["early in the morning of 25 October", "2019-10-25T03:00/2019-10-25T09:00"],
    ["in the early hours of 25 October", "2019-10-25T00:00/2019-10-25T07:00"],
    ["25 October in the afternoon", "2019-10-25T12:00/2019-10-25T18:00"],
    ["at night on 25 October", eitherNight],
    ["on the night of 25 October", eitherNight],
    ["on the night of 25 to 26 October", nightInto26],
    ["the night of 25–26 October 2019", nightInto26],
    ["on the night from 25 October to 26 October", nightInto26],
    ["overnight into 26 October", nightInto26],
    ["from the evening of 25 to the morning of 26 October", "2019-10-25T17:00/2019-10-26T12:00"],
    ["after the evening of 25 October", "2019-10-25T17:00/.."],
    ["by the morning of 25 October", "../2019-10-25T12:00"],
    ["about in the evening of 25 October", "2019-10-25T17:00~/2019-10-25T23:59~"],
  ])("is read in English: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["25 октября вечером в 8", "2019-10-25T20:00"],
    ["утром 25 октября, 8:30", "2019-10-25T08:30"],
    ["25 октября, 8 вечера", "2019-10-25T20:00"],
    ["25 октября в 11 часов дня", "2019-10-25T11:00"],
    ["25 октября днём в 3", "2019-10-25T15:00"],
    ["ночью 25 октября в 2:00", "2019-10-25T02:00"],
    ["в ночь на 26 октября в 2:00", "2019-10-26T02:00"],
    ["в ночь на 26 октября в 23:30", "2019-10-25T23:30"],
    ["в ночь с 25 на 26 октября около 2:00", "2019-10-26T02:00~"],
    ["около 2:00 в ночь с 25 на 26 октября", "2019-10-26T02:00~"],
    ["25 қазан кешке сағат 8-де", "2019-10-25T20:00"],
    ["8 in the evening on 25 October", "2019-10-25T20:00"],
    ["at 11:15 on the night of 25 to 26 October", "2019-10-25T23:15"],
  ])("is that half of the day for an hour beside it: %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["вечером", "unreadable"],
    ["вечером октября 2019", "unreadable"],
    ["25 октября вечера", "unreadable"],
    ["вечером 25 октября в 2:00", "impossible_time"],
    ["утром 25 октября в 14:00", "impossible_time"],
    ["on the night of 25 October at 2:00", "unreadable"],
    ["в ночь с 25 на 27 октября", "unreadable"],
    ["в ночь с 26 на 25 октября", "unreadable"],
    ["в ночь на 26 октября в 14:00", "unreadable"],
    ["25 октября в обед в 13:00", "unreadable"],
    ["вечером 25 октября 19", "unreadable"],
    ["утром 25 октября вечером", "unreadable"],
    ["в ночь на 32 октября", "impossible_date"],
    ["в ночь на пятницу, 26 октября", "weekday_mismatch"],
    ["утром 26.10.2019 – утром 25.10.2019", "end_before_start"],
  ])("is refused where nobody can tell, or it cannot be: %s", (text, code) => expect(read(text)).toBe(code));

  it("is read wherever the words of a page give it as an example", async () => {
    for (const locale of locales) {
      const forms = ((await import(`../../../messages/${locale}/forms.json`)) as { default: { date: { hint: string } } }).default;
      for (const example of forms.date.hint.replace(/^[^:]*: /, "").split(/, (?!шамамен)/)) expect([example, parseTyped(example, { today }).ok]).toEqual([example, true]);
    }
  });

  it("counts a night that nobody can tell from another as both", () => {
    const [single, before, after] = ["ночью 25 октября", "в ночь на 25 октября", "в ночь с 25 на 26 октября"].map((text) => boundsOf(String(read(text)), "Asia/Almaty"));
    expect(single?.earliest).toBeGreaterThan(before?.earliest ?? Infinity);
    expect(single?.latest).toBe(after?.latest);
  });

  it("lasts as long as the hours that are said with the word", () => {
    for (const part of dayParts) {
      const half = halfOf(part);
      const [from, to] = partOfDay({ year: 2019, month: 10, day: 25 }, part, false);
      const hours = Array.from({ length: 12 }, (_, at) => (half === undefined ? null : onClock(at + 1, half))).flatMap((hour) => hour ?? []);
      if (half === "night") expect(hours.every((hour) => hour < 7 || hour >= 19)).toBe(true);
      if (half === "evening" || half === "day" || half === "pm") expect(hours.some((hour) => hour >= (from?.hour ?? 24) && hour <= (to?.hour ?? 0))).toBe(true);
    }
  });

  it("is shown so that it can be read again, in every language, and lies about the day that was named", () => {
    const phrases = dayParts.flatMap((part) => dayPartPhrases[part].split("|").map((phrase) => ({ part, phrase })));
    const days = fc.date({ min: new Date("1990-01-02"), max: new Date("2030-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...phrases), days, fc.constantFrom(...locales), fc.boolean(), ({ part, phrase }, day, locale, after) => {
        const [year, month, number] = day.toISOString().slice(0, 10).split("-");
        const typed = after && part !== "nightInto" ? `${number}.${month}.${year} ${phrase}` : `${phrase} ${number}.${month}.${year}`;
        const value = read(typed);
        const [from, to] = String(value).split("/").map((end) => Date.parse(`${end}Z`));
        expect(read(formatUncertain(String(value), locale)), typed).toBe(value);
        expect(Number(from) >= day.setUTCHours(0, 0, 0, 0) - 5 * 3_600_000 && Number(to) <= day.getTime() + 31 * 3_600_000, typed).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});
