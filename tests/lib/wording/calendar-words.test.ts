import { Temporal } from "temporal-polyfill";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { messagesOf } from "@/lib/i18n/messages";
import type { CalendarItem } from "@/lib/model/calendar";
import { calendarHref, readCalendarQuery, weeksOf } from "@/lib/model/calendar-query";
import { besideWords, feedWords, spanWords, whatWords, type AllWords } from "@/lib/wording/calendar-words";
import { aboutWords, ruleWords } from "@/lib/wording/notice-words";

const zone = "Asia/Almaty";
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const words = async (locale: "en" | "ru" | "kk") => {
  const messages = await messagesOf(locale);
  return { t: createTranslator({ locale, messages }) as unknown as AllWords, dashboard: createTranslator({ locale, messages: messages.dashboard as Record<string, unknown> }) as unknown as AllWords };
};
const about = { id: "a", reference: "ALA-2019-0042", personName: "Болат Сынақов", sex: "male", slot: null, slotCount: null, seizedText: null, placeKk: "Алматы", placeRu: "Алматы", placeEn: "Almaty" };
const item = (given: Partial<CalendarItem>): CalendarItem => ({ key: "k", kind: "release", what: "release", from: at("2019-11-04T00:00:00+06:00"), to: at("2019-11-05T00:00:00+06:00"), zone, modified: 0, href: "/", cases: [about], when: null, title: "", code: "", overdue: false, ...given });

describe("a date in words", () => {
  it("is a window, a whole day, one side of it, or as somebody recorded it", async () => {
    const { dashboard } = await words("en");
    const day = { expectedBasis: "stated", countingConfirmed: true, expectedKind: "day" };
    const said = (given: Partial<CalendarItem>) => spanWords(item(given), dashboard, "en");
    expect(said({ release: day })).toBe("Mon 4 Nov 2019, all day");
    expect(said({ to: at("2019-11-06T00:00:00+06:00") })).toBe("4–5 Nov 2019");
    expect(said({ from: null })).toBe("4 Nov 2019 or earlier");
    expect(said({ to: null })).toBe("4 Nov 2019 or later");
    expect(said({ what: "court_day", when: "2019-11-12T11:00~" })).toBe("12 Nov 2019, ~11:00");
    expect(said({ what: "limit", from: null, to: at("2019-11-04T14:21:00+06:00") })).toBe("4 Nov 2019, 14:21");
    expect(said({ what: "appeal", from: null })).toBe("4 Nov 2019");
  });

  it("says what it is, and of a release which side is known", async () => {
    const { t } = await words("en");
    expect([item({}), item({ from: null }), item({ to: null }), item({ what: "answer" })].map((each) => whatWords(each, t))).toEqual(["Release expected", "Release at the latest", "Release not before this day", "Answer to a complaint is due"]);
    expect(besideWords(item({ what: "ruling", code: "remand" }), t)).toBe("remand in custody");
    expect(besideWords(item({ what: "limit", code: "kz.criminal.48h" }), t)).toMatch(/48/);
  });

  it("leaves in a feed with references and our own words, in every language", async () => {
    const secret = item({ title: "Кенаров", code: "Кенаров", cases: [about, { ...about, id: "b", reference: "ALA-2019-0043" }, { ...about, id: "c", reference: "ALA-2019-0044" }, { ...about, id: "d", reference: "ALA-2019-0045" }] });
    for (const [locale, summary] of [["en", "ALA-2019-0042, ALA-2019-0043, ALA-2019-0044, and 1 more · release expected"], ["ru", "ALA-2019-0042, ALA-2019-0043, ALA-2019-0044, и ещё 1 · ожидается освобождение"], ["kk", "ALA-2019-0042, ALA-2019-0043, ALA-2019-0044, және тағы 1 · босатылуы күтілуде"]] as const) {
      const { t } = await words(locale);
      expect(feedWords(secret, t).summary).toBe(summary);
      for (const what of ["court_day", "ruling", "limit", "appeal", "answer", "task"] as const) expect(JSON.stringify(feedWords({ ...secret, what }, t))).not.toMatch(/Кенаров|Болат|Алматы/);
    }
  });
});

describe("a notice in words", () => {
  it("tells the first instant of a window, the last minute before something was overdue, and the very minute of a limit", async () => {
    const said = (kind: "due_today" | "overdue" | "limit" | "case_assigned", iso: string | null) => aboutWords({ kind, about: iso === null ? null : at(iso), zone }, "en");
    expect(said("due_today", "2019-11-04T00:00:00+06:00")).toBe("4 Nov 2019");
    expect(said("overdue", "2019-11-05T00:00:00+06:00")).toBe("4 Nov 2019");
    expect(said("overdue", "2019-11-05T11:31:00+06:00")).toBe("5 Nov 2019, 11:30");
    expect(said("limit", "2019-11-05T11:31:00+06:00")).toBe("5 Nov 2019, 11:31");
    expect(said("case_assigned", null)).toBe("");
    const { t } = await words("en");
    expect([ruleWords({ rule: "kz.criminal.48h" }, t), ruleWords({ rule: "" }, t), ruleWords({ rule: "nothing" }, t)]).toEqual([expect.stringContaining("48"), "", ""]);
  });
});

describe("the address of a calendar", () => {
  it("is read back as it was written, and what it does not understand is not there", () => {
    for (const query of [{ kinds: [] }, { month: "2019-11", view: "month", kinds: ["release", "task"], owner: "me" }, { month: "2019-11", day: "2019-11-04", view: "agenda", kinds: ["court"] }] as const) {
      const raw: Record<string, string[]> = {};
      for (const [name, value] of new URL(calendarHref({ ...query, kinds: [...query.kinds] }), "http://x").searchParams) (raw[name] ??= []).push(value);
      expect(readCalendarQuery(raw)).toMatchObject(query);
    }
    expect(readCalendarQuery({ month: "2019-13", view: "year", kind: ["rally", "task"], owner: "<b>", day: "2019-02-30" })).toEqual({ month: undefined, view: undefined, kinds: ["task"], owner: undefined, day: undefined });
  });

  it("has weeks that begin on Monday and hold the whole month", () => {
    expect(weeksOf("2019-11").map((week) => [week[0], week[6]])).toEqual([["2019-10-28", "2019-11-03"], ["2019-11-04", "2019-11-10"], ["2019-11-11", "2019-11-17"], ["2019-11-18", "2019-11-24"], ["2019-11-25", "2019-12-01"]]);
    expect(weeksOf("2021-02")).toHaveLength(4);
  });
});
