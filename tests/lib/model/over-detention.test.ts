import { expect, test } from "vitest";
import { overHeld, overQueryString, readOverQuery } from "@/lib/model/over-detention";
import { formatHours } from "@/lib/i18n/formats";

const facts = { outstanding: true, expectedBasis: "computed", watchFrom: 0, dueSort: 60 * 60_000, overKind: null, overMinutes: null, overMinutesMost: null };

test("whoever is inside is over from the latest reading on, counted to now", () => {
  expect(overHeld(facts, 60 * 60_000 - 1)).toBeNull();
  expect(overHeld(facts, 60 * 60_000)).toEqual({ kind: "term", least: 0, most: 60 });
  expect(overHeld({ ...facts, watchFrom: null }, 150 * 60_000)).toEqual({ kind: "term", least: 90, most: null });
  expect(overHeld({ ...facts, watchFrom: 62 * 60_000, dueSort: 63 * 60_000 }, 150 * 60_000)).toEqual({ kind: "term", least: 88, most: 88 });
  expect(overHeld({ ...facts, expectedBasis: "stated" }, 150 * 60_000)).toBeNull();
  expect(overHeld({ ...facts, overKind: "reduced_term", overMinutes: 30, overMinutesMost: 45 }, 150 * 60_000)).toEqual({ kind: "reduced_term", least: 120, most: 195 });
  expect(overHeld({ ...facts, overKind: "reduced_term", overMinutes: 30 }, 150 * 60_000)).toEqual({ kind: "reduced_term", least: 120, most: null });
});

test("whoever is out has what the estimate says, and nothing where that is nothing", () => {
  expect(overHeld({ ...facts, outstanding: false }, 9e9)).toBeNull();
  expect(overHeld({ ...facts, outstanding: false, overKind: "annulment", overMinutes: 870 }, 9e9)).toEqual({ kind: "annulment", least: 870, most: null });
});

test("an address is read as far as it makes sense, and written again", () => {
  expect(readOverQuery({ view: "late", from: "2019-11-01", to: ["2019-11-30"], page: "3" })).toEqual({ view: "late", from: "2019-11-01", to: "2019-11-30", page: 3 });
  expect(readOverQuery({ view: "all", from: "2019-02-30", to: "yesterday", page: "-1" })).toEqual({});
  expect(readOverQuery({ from: "9999-99-99", to: "0000-01-01", view: "__proto__" })).toEqual({});
  expect(overQueryString({ view: "inside", from: "2019-11-01" })).toBe("?view=inside&from=2019-11-01");
  expect(overQueryString({})).toBe("");
});

test("hours stay hours, however many", () => {
  expect(formatHours(26 * 60, "en")).toBe("26\u00a0h");
  expect(formatHours(14 * 60 + 30, "ru")).toBe("14\u00a0ч 30\u00a0мин");
  expect(formatHours(0, "kk")).toBe("0\u00a0мин");
});
