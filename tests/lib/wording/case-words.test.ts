import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { alertsOf, basisOf, caseName, daysHeld, expectedWords, termWords, type DashboardWords } from "@/lib/wording/case-words";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/messages/en/dashboard.json";
import kk from "@/messages/kk/dashboard.json";
import ru from "@/messages/ru/dashboard.json";

const words = (locale: Locale) => createTranslator({ locale, messages: { en, ru, kk }[locale] }) as unknown as DashboardWords;
const zone = "Asia/Almaty";
const at = (iso: string) => Date.parse(iso);
const unnamed = { personName: "", sex: "male", slot: 3, slotCount: 5, seizedText: "2019-10-25", placeKk: "Алматы", placeRu: "Алматы", placeEn: "Almaty" };
/** The whole of Monday, 4 November 2019, as a source stated it. */
const monday = { expectedFrom: at("2019-11-04T00:00+06:00"), expectedTo: at("2019-11-05T00:00+06:00"), expectedKind: "day", zone };

test("a person without a name is told apart by slot, place and day", () => {
  expect(caseName(unnamed, words("en"), "en")).toBe("Unidentified man 3 of 5 · Almaty, 25 Oct 2019");
  expect(caseName({ ...unnamed, sex: "unknown", slot: null, slotCount: null, seizedText: null }, words("en"), "en")).toBe("Unidentified person · Almaty");
  expect(caseName({ ...unnamed, sex: "female" }, words("ru"), "ru")).toMatch(/^Неустановленная женщина 3 из 5 · Алматы, 25/);
  expect(caseName({ ...unnamed, personName: "Дина О." }, words("kk"), "kk")).toBe("Дина О.");
});

test("the hour of the seizure is left out of a name, and what was about the hour with it", () => {
  expect(caseName({ ...unnamed, seizedText: "2019-10-25T22:30~" }, words("en"), "en")).toBe("Unidentified man 3 of 5 · Almaty, 25 Oct 2019");
  expect(caseName({ ...unnamed, seizedText: "2019-10-25T22:30/2019-10-25T23:30" }, words("en"), "en")).toBe("Unidentified man 3 of 5 · Almaty, 25 Oct 2019");
});

test("three days before, the release is told relative and absolute", () => {
  expect(expectedWords(monday, at("2019-11-01T09:00+06:00"), words("en"), "en")).toEqual({ relative: "in 3\u00a0days", absolute: "Mon 4 Nov 2019, all day" });
});

test("on the day itself it is today, and the morning after it was yesterday", () => {
  expect(expectedWords(monday, at("2019-11-04T09:00+06:00"), words("en"), "en")?.relative).toBe("today");
  expect(expectedWords(monday, at("2019-11-05T09:00+06:00"), words("en"), "en")?.relative).toBe("yesterday");
});

test("an open window says by when", () => {
  const window = { ...monday, expectedFrom: at("2019-10-31T00:00+06:00"), expectedTo: at("2019-11-02T00:00+06:00"), expectedKind: "window" };
  expect(expectedWords(window, at("2019-10-31T12:00+06:00"), words("en"), "en")).toEqual({ relative: "tomorrow at the latest", absolute: "31 Oct – 1 Nov 2019" });
});

test("nothing expected is nothing said", () => {
  expect(expectedWords({ ...monday, expectedFrom: null, expectedTo: null }, 0, words("en"), "en")).toBeNull();
});

test("the place's time is named where the reader's differs", () => {
  expect(expectedWords(monday, at("2019-11-01T09:00+06:00"), words("en"), "en", "Europe/Berlin")?.absolute).toBe("Mon 4 Nov 2019, all day, Almaty time (UTC+6)");
});

test("a basis carries its doubt", () => {
  expect(basisOf({ expectedBasis: "computed", countingConfirmed: true })).toBe("computed");
  expect(basisOf({ expectedBasis: "computed", countingConfirmed: false })).toBe("unconfirmed");
  expect(basisOf({ expectedBasis: "stated", countingConfirmed: false })).toBe("stated");
  expect(basisOf({ expectedBasis: "override", countingConfirmed: true })).toBe("override");
  expect(basisOf({ expectedBasis: "none", countingConfirmed: true })).toBe("none");
});

test("terms are read from their duration", () => {
  expect(termWords("P10D", "en")).toBe("10\u00a0days");
  expect(termWords("PT72H", "ru")).toBe("72\u00a0часа");
  expect(termWords(null, "en")).toBeNull();
});

test("days are counted to the release, or to now", () => {
  const custodyFrom = at("2019-10-25T00:00+06:00");
  expect(daysHeld({ custodyFrom, custodyTo: null, outstanding: true }, at("2019-11-01T09:00+06:00"))).toBe(7);
  expect(daysHeld({ custodyFrom, custodyTo: at("2019-10-27T12:00+06:00"), outstanding: false }, at("2019-11-01T09:00+06:00"))).toBe(2);
  expect(daysHeld({ custodyFrom: null, custodyTo: null, outstanding: true }, 0)).toBeNull();
  expect(daysHeld({ custodyFrom, custodyTo: null, outstanding: false }, at("2019-11-01T09:00+06:00"))).toBeNull();
});

test("whoever is out needs no alert", () => {
  expect(alertsOf({ outstanding: true, statedDiffers: true, lawyer: "" })).toEqual(["stated_differs", "no_lawyer"]);
  expect(alertsOf({ outstanding: false, statedDiffers: true, lawyer: "" })).toEqual([]);
});
