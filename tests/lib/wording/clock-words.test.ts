import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { appealState, limitLine, limitState, lastOf, timeLeft, type ReleaseWords } from "@/lib/wording/clock-words";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { EstimateAppeal, EstimateLimit } from "@/lib/release/estimate-facts";
import en from "@/messages/en/release.json";
import kk from "@/messages/kk/release.json";
import ru from "@/messages/ru/release.json";

const words = (locale: Locale) => createTranslator({ locale, messages: { en, ru, kk }[locale] }) as unknown as ReleaseWords;
const zone = "Asia/Almaty";
const ms = (iso: string) => Date.parse(iso);
const plain = (text: string) => text.replaceAll("\u00a0", " ");

const limit = (given: Partial<EstimateLimit> = {}): EstimateLimit => ({ rule: "kz.criminal.48h", hours: 48, until: "court", confidence: "secondary", from: "delivered", earliestAt: "2019-10-24T10:00:00+06:00", at: "2019-10-24T10:00:00+06:00", state: "open", stepWhen: null, stepKind: null, ...given });
const at = (iso: string, locale: Locale = "en") => ({ now: ms(iso), zone, locale, t: words(locale) });
const state = (given: Partial<EstimateLimit>, iso = "2019-10-24T06:50:00+06:00", locale: Locale = "en", outstanding = true) => {
  const line = limitState(limit(given), outstanding, at(iso, locale));
  return { state: plain(line.state), detail: plain(line.detail), tone: line.tone };
};

describe("a limit that runs", () => {
  test("is told with its hours and what is left of them", () => {
    const line = (locale: Locale) => plain(limitLine({ hours: 48, until: "court", from: ms("2019-10-24T10:00+06:00"), at: ms("2019-10-24T10:00+06:00") }, ms("2019-10-24T06:50+06:00"), words(locale), locale));
    expect(locales.map(line).sort()).toEqual(["48 h before a judge: 3 h 10 min left", "48 ч до суда: осталось 3 ч 10 мин", "сотқа дейін 48 сағ: 3 сағ 10 мин қалды"].sort());
  });

  test("that passed says for how long, from the very minute on", () => {
    const left = (iso: string, locale: Locale = "en") => plain(timeLeft({ from: ms("2019-10-24T10:00+06:00"), at: ms("2019-10-24T10:00+06:00") }, ms(iso), words(locale), locale));
    expect(left("2019-10-24T09:59:30+06:00")).toBe("0 min left");
    expect(left("2019-10-24T10:00:00+06:00")).toBe("passed 0 min ago");
    expect([left("2019-10-24T12:05+06:00"), left("2019-10-24T12:05+06:00", "ru"), left("2019-10-24T12:05+06:00", "kk")]).toEqual(["passed 2 h 5 min ago", "истёк 2 ч 5 мин назад", "2 сағ 5 мин бұрын өтіп кетті"]);
  });

  test("from a vague beginning says only what holds on every reading", () => {
    const left = (iso: string, locale: Locale = "en") => plain(timeLeft({ from: ms("2019-10-24T08:00+06:00"), at: ms("2019-10-24T10:00+06:00") }, ms(iso), words(locale), locale));
    expect(left("2019-10-24T07:00+06:00")).toBe("between 1 h and 3 h left");
    expect(left("2019-10-24T09:00+06:00")).toBe("may have passed already; will have passed for certain in 1 h");
    expect(left("2019-10-24T11:00+06:00")).toBe("passed at least 1 h ago");
    expect([left("2019-10-24T07:00+06:00", "ru"), left("2019-10-24T07:00+06:00", "kk")]).toEqual(["осталось от 1 ч до 3 ч", "1 сағ мен 3 сағ аралығы қалды"]);
  });

  test("says what is missing and by when, in the time of the place", () => {
    expect(state({})).toEqual({ state: "3 h 10 min left", detail: "no decision of a court is recorded · by Thursday 24 October 2019, 10:00", tone: "today" });
    expect(state({ earliestAt: "2019-10-24T08:00:00+06:00" }).detail).toContain("between 24 October 2019, 08:00 and Thursday 24 October 2019, 10:00");
    expect(state({ earliestAt: null })).toMatchObject({ state: "may have passed already; will have passed for certain in 3 h 10 min", detail: expect.stringContaining("at the latest") as string });
    expect(state({}, "2019-10-22T12:00:00+06:00").tone).toBe("custody");
    expect(state({}, "2019-10-24T12:00:00+06:00")).toMatchObject({ state: "passed 2 h ago", tone: "overdue" });
    expect(state({ until: "release", hours: 3 }).detail).toContain("neither release nor a decision of a court is recorded");
  });

  test("does not run for somebody who is out", () => {
    expect(state({}, undefined, "en", false)).toMatchObject({ state: "it is not known whether it was kept", tone: "neutral" });
  });
});

describe("a limit that stopped", () => {
  test.each([
    [{ state: "met", stepKind: "court", stepWhen: "2019-10-23T15:00" }, ["kept", "соблюдён", "сақталды"], "court: 23 October 2019, 15:00"],
    [{ state: "exceeded", stepKind: "court", stepWhen: "2019-10-24T15:20", exceededBy: "PT5H20M" }, ["exceeded by 5 h 20 min", "превышен на 5 ч 20 мин", "5 сағ 20 мин асып кетті"], "court: 24 October 2019, 15:20"],
    [{ state: "exceeded", stepKind: "court", stepWhen: "2019-10-25", exceededBy: "PT14H" }, ["exceeded by at least 14 h", "превышен не менее чем на 14 ч", "кемінде 14 сағ асып кетті"], "court: 25 October 2019"],
    [{ state: "possibly_exceeded", stepKind: "court", stepWhen: "2019-10-24" }, ["may have been exceeded", "возможно, превышен", "асып кеткен болуы мүмкін"], "court: 24 October 2019"],
    [{ state: "unknown" }, ["it is not known whether it was kept", "неизвестно, соблюдён ли", "сақталғаны белгісіз"], "by Thursday 24 October 2019"],
  ] as const)("%j", (given, told, detail) => {
    expect((["en", "ru", "kk"] as const).map((locale) => state(given, undefined, locale).state)).toEqual(told);
    expect(state(given).detail).toContain(detail);
  });
});

describe("the time for an appeal", () => {
  const appeal = (given: Partial<EstimateAppeal> = {}): EstimateAppeal => ({ rule: "kz.arrest.appeal", orderId: "o", orderKind: "administrative_arrest", until: "2019-11-02T00:00:00+06:00", confidence: "unconfirmed", filed: null, ...given });
  const told = (given: Partial<EstimateAppeal>, iso: string, locale: Locale = "en") => plain(appealState(appeal(given), at(iso, locale)).state);

  test("ends with its last day, and says so", () => {
    expect(lastOf("2019-11-02T00:00:00+06:00", zone)).toBe("2019-11-01");
    expect(lastOf("2019-11-01T16:30:00+06:00", zone)).toBe("2019-11-01T16:30");
    expect(told({}, "2019-10-31T12:00:00+06:00")).toBe("can be appealed until the end of 1 November 2019");
    expect(told({}, "2019-10-31T12:00:00+06:00", "ru")).toBe("можно обжаловать до конца дня 1 ноября 2019");
    expect(told({}, "2019-10-31T12:00:00+06:00", "kk")).toBe("1 қараша 2019 күні аяқталғанша шағым беруге болады");
    expect(told({}, "2019-11-02T00:00:00+06:00")).toBe("the time to appeal has passed (1 November 2019)");
    expect(told({ filed: "2019-10-25" }, "2019-11-05T00:00:00+06:00")).toBe("appealed: 25 October 2019");
    expect(told({ filed: "" }, "2019-11-05T00:00:00+06:00")).toBe("appealed: unknown");
  });
});
