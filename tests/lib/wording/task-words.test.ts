import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { hypothesisWords } from "@/lib/wording/hypothesis-words";
import { offeredTask, taskState, type Offered } from "@/lib/wording/task-words";
import type { Locale } from "@/lib/i18n/locales";
import type { Hypothesis } from "@/lib/release/estimate-facts";
import enCases from "@/messages/en/cases.json";
import enRelease from "@/messages/en/release.json";
import enTasks from "@/messages/en/tasks.json";
import enVocab from "@/messages/en/vocab.json";
import kkCases from "@/messages/kk/cases.json";
import kkRelease from "@/messages/kk/release.json";
import kkTasks from "@/messages/kk/tasks.json";
import kkVocab from "@/messages/kk/vocab.json";
import ruCases from "@/messages/ru/cases.json";
import ruRelease from "@/messages/ru/release.json";
import ruTasks from "@/messages/ru/tasks.json";
import ruVocab from "@/messages/ru/vocab.json";

type Words = Parameters<typeof hypothesisWords>[1]["t"];
const rooms = {
  en: { cases: enCases, release: enRelease, tasks: enTasks, vocab: enVocab },
  ru: { cases: ruCases, release: ruRelease, tasks: ruTasks, vocab: ruVocab },
  kk: { cases: kkCases, release: kkRelease, tasks: kkTasks, vocab: kkVocab },
};
const words = (locale: Locale, room: keyof (typeof rooms)["en"]) => createTranslator({ locale, messages: rooms[locale][room] }) as unknown as Words;
const zone = "Asia/Almaty";
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;
const told = (hypothesis: Hypothesis, locale: Locale = "en", sex = "male") => plain(hypothesisWords(hypothesis, { sex, zone, locale, t: words(locale, "release") }));
const offered = (offer: Offered, locale: Locale = "en") => {
  const { what, due } = offeredTask(offer, { sex: "male", zone, locale, tasks: words(locale, "tasks"), release: words(locale, "release"), vocab: words(locale, "vocab") });
  return { what: plain(what), due };
};
const start: Hypothesis = { implies: "start", from: "observed", convention: "ELAPSED_24H", at: "2019-10-21T16:00:00+06:00" };

test("a hypothesis is a sentence that says that it is one", () => {
  expect(told(start)).toBe("If he was let go at the end of the term, counted in 24-hour days, he was seized on 21 October 2019, 16:00: a hypothesis, not a fact");
  expect(told(start, "en", "unknown")).toContain("If the person was let go");
  expect(told(start, "ru")).toBe("Если его отпустили по окончании срока, считая сутками по 24 часа, то его задержали 21 октября 2019, 16:00: это предположение, а не факт");
  expect(told(start, "kk")).toBe("Мерзімі біткен соң босатылған болса, 24 сағаттық тәулікпен санағанда, оны ұстаған уақыт — 21 қазан 2019, 16:00: бұл — болжам, факт емес");
});

test("every shape of a hypothesis has words, and one that says nothing has none", () => {
  const from = "stated";
  const { at: _at, ...open } = start;
  expect(told({ ...open, from, convention: "INCLUSIVE_DAYS", date: "2019-10-22" })).toBe("If the release that a source states is the end of the term, counted in dates with the first one, he was seized on 22 October 2019: a hypothesis, not a fact");
  expect(told({ ...open, candidates: ["2019-10-22", "2019-10-23"] })).toContain("seized on 22 October 2019 or 23 October 2019");
  expect(told({ ...open, earliest: "2019-10-22", latest: "2019-10-23" })).toContain("seized between 22 October 2019 and 23 October 2019");
  expect(told({ ...open, earliest: "2019-10-22T10:00:00+06:00" })).toContain("seized not before 22 October 2019, 10:00");
  expect(told({ ...open, latest: "2019-10-23" })).toContain("seized not after 23 October 2019");
  expect(told(open)).toBeNull();
  const term = (days: number[]): Hypothesis => ({ implies: "term", from: "observed", convention: "EXCLUSIVE_DAYS", days });
  expect([told(term([10])), told(term([10, 11, 12])), told(term([10, 12]))].map((text) => /the term was (.*):/.exec(text ?? "")?.[1])).toEqual(["10 days", "10–12 days", "10 or 12 days"]);
  expect(told(term([]))).toBeNull();
});

test("a task made from what the engine says begins with its words and its date", () => {
  expect(offered({ origin: "hypothesis", hypothesis: start })).toEqual({ what: `Ask when custody began. ${told(start)}.`, due: "" });
  const appeal = { rule: "kz.arrest.appeal", orderId: "o", orderKind: "administrative_arrest", until: "2019-11-02T00:00:00+06:00", confidence: "unconfirmed", filed: null } as const;
  expect(offered({ origin: "appeal", appeal })).toEqual({ what: "Decide whether to appeal: administrative arrest (can be appealed until the end of 1 November 2019)", due: "2019-11-01" });
  expect(offered({ origin: "appeal", appeal }, "ru").what).toMatch(/^Решить, обжаловать ли: .* \(можно обжаловать до конца дня 1 ноября 2019\)$/);
  const limit = { rule: "r", hours: 48, until: "court", confidence: "confirmed", from: "seized", earliestAt: null, at: "2019-10-24T10:00:00+06:00", state: "open", stepWhen: null, stepKind: null } as const;
  expect(offered({ origin: "limit", limit }, "kk")).toEqual({ what: "Шекті мерзімнің сақталуын қадағалау: сотқа дейін 48 сағ", due: "2019-10-24T10:00" });
  for (const locale of ["en", "ru", "kk"] as const) expect(offered({ origin: "hypothesis", hypothesis: start }, locale).what?.length).toBeLessThan(500);
});

test("a task is open, late or done", () => {
  expect([taskState({ doneAt: null, overdue: false }), taskState({ doneAt: null, overdue: true }), taskState({ doneAt: 1, overdue: false })]).toEqual(["open", "overdue", "done"]);
});
