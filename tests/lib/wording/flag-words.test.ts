import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { flagWords } from "@/lib/wording/flag-words";
import type { Locale } from "@/lib/i18n/locales";
import type { DetentionFlags } from "@/lib/model/custody-history";
import en from "@/messages/en/timeline.json";
import kk from "@/messages/kk/timeline.json";
import ru from "@/messages/ru/timeline.json";

type Words = Parameters<typeof flagWords>[1];
const rooms = { en, ru, kk };
const exactly = (n: number) => ({ least: n, most: n });
const flags = (given: Partial<DetentionFlags> = {}): DetentionFlags => ({ id: "one", nth: exactly(3), count: 4, withinYear: exactly(2), again: null, ...given });
const told = (given: Partial<DetentionFlags>, locale: Locale = "en") => Object.values(flagWords(flags(given), createTranslator({ locale, messages: rooms[locale].history }) as unknown as Words)).filter((words) => words !== "");

test("which detention it is, and how many within a year, in every language", () => {
  expect(told({})).toEqual(["3rd detention of 4", "2nd within a year"]);
  expect(told({}, "ru")).toEqual(["3-е задержание из 4", "2-е за год"]);
  expect(told({}, "kk")).toEqual(["3-ұсталуы (барлығы 4)", "бір жыл ішінде 2-рет"]);
  expect(told({ nth: exactly(1), withinYear: exactly(1) })).toEqual(["1st detention of 4"]);
});

test("nothing of somebody who was detained once", () => {
  expect(told({ nth: exactly(1), count: 1, withinYear: exactly(1) })).toEqual([]);
});

test("how many days after a release, and what is only possible", () => {
  const again = (least: number, most: number, certain: boolean) => told({ again: { days: { least, most }, certain } }).at(-1);
  expect([again(0, 0, true), again(1, 1, true), again(2, 2, true), again(2, 3, true)]).toEqual(["detained again on the day of a release", "detained again 1 day after a release", "detained again 2 days after a release", "detained again 2 to 3 days after a release"]);
  expect(again(5, 10, false)).toBe("possibly detained again within 7 days of a release: 5 to 10 days after it");
  expect(told({ nth: { least: 2, most: 3 }, withinYear: { least: 1, most: 2 } })).toEqual(["detention 2 to 3 of 4, the order is not certain", "possibly 2nd within a year"]);
});
